import type { Metadata } from 'next';
import Link from 'next/link';
import { SOFTWARE } from '#lib/software';
import { encoderModel } from '../_queries/encoder';
import { placementsJudged } from '../_queries/story-facts';
import { judgedCodes } from '../_queries/verdicts';
import { Judged } from '../_views/method/judged';
import { Rules } from '../_views/method/rules';
import { VerdictTable } from '../_views/method/verdict-table';
import { MeasuredRates } from './measured-rates';

export const metadata: Metadata = { title: 'Method' };

/** The method in general; every comparison has a page of its own with its texts, times and codebooks. */
export default async function MethodPage() {
  const [judged, codes, encoder] = await Promise.all([placementsJudged(), judgedCodes(), encoderModel()]);
  return (
    <article className="prose">
      <h1>Method</h1>
      <p>
        Synoptic reads the feeds of many outlets, finds articles that report the same event, lines their paragraphs up
        with one of them, and shows where the wording differs and how often each frame and label occurs. Every number
        opens the sentences behind it. It gives no outlet a grade and takes no side.
      </p>
      <h2>What happens to a text</h2>
      <ol>
        <li>
          <strong>Read.</strong> The article’s page is fetched once its feed announces it. Menus, teasers and consent
          notices are dropped, each with its reason. A text that is partial, paywalled or blocked is flagged with the
          reason, and stays out of charts and gaps unless you include it, so that a paragraph this program could not
          read never looks like one an outlet did not write.
        </li>
        <li>
          <strong>Grouped.</strong> An article joins a story when it reports the same event, judged by shared names,
          words, numbers and time. The page of a story says what each text shares with its neighbours.
        </li>
        <li>
          <strong>Aligned.</strong> Each paragraph is compared with each paragraph of the reference. Words count more
          the rarer they are in these texts; who speaks, figures, quotations and the neighbours count too. The result is
          a confidence: an estimate of how often such matches are right. On 30 pairs of news articles linked by hand,
          each scored by weights that had not seen it, 85 of 100 strong matches, and 68 of 100 of all shown, shared a
          statement or a fact; 52 of 100 such links were found, and 72 of 100 of those that share the main statement.
          What is missed is mostly said in quite other words.
        </li>
        <li>
          <strong>Compared.</strong> Between matched passages the words both use are underlined, and differences of a
          few kinds are listed: quotations, what things are called, reporting verbs, attribution, figures, certainty.
        </li>
        <li>
          <strong>Counted.</strong> Codebooks say which terms make a frame or a label. A sentence counts once for each
          frame. Own words, attributed and quoted are kept apart.
        </li>
        <li>
          <strong>Frozen.</strong> A shared link holds the texts as they were, the settings, the codebooks and the
          version; it opens when the sources are gone, and the same content has the same link everywhere.
        </li>
      </ol>
      {encoder !== undefined && (
        <p>
          This installation also asks an encoder, <strong>{encoder}</strong>, how alike in meaning paragraphs and the
          beginnings of articles are, and weighs its answer in. The rates given here were measured without one.
          Comparisons made with it say so among the things to know.
        </p>
      )}
      <Rules comparison={{ software: SOFTWARE }} />
      <h2>How often a difference is right</h2>
      <MeasuredRates />
      <h2>Groupings somebody has looked at</h2>
      <Judged {...judged} />
      <h2>Hits somebody has looked at</h2>
      <VerdictTable judged={codes} />
      <h2>What a count cannot show</h2>
      <ul>
        <li>Frames say what is talked about, not what an outlet thinks. Quoted speech is the speaker’s.</li>
        <li>
          One article per outlet says something about these articles only. Differences of frames between single articles
          of one event are mostly chance.
        </li>
        <li>
          “No matching paragraph found” means not found by this method in this text. Other texts of the outlet may have
          it.
        </li>
        <li>Two versions at different times are not a contradiction: figures grow, names become known.</li>
        <li>
          Word lists are written for English. In other languages paragraphs are aligned and quotations compared; frames
          are not counted.
        </li>
      </ul>
      <p>
        The <Link href="/">sample story</Link> shows all of this on texts written for the purpose.
      </p>
    </article>
  );
}
