import Link from 'next/link';
import { Fragment } from 'react';
import { type CountedOutlet, countedOutlets, frameRow, mentionsOf, scaleEnd } from '#lib/comparison/frame-rows';
import { nameOf, type Texts } from '#lib/comparison/texts';
import { linkTo, type Place, type Shown } from '#lib/share/shown';
import { countOf } from '#lib/text/count-of';
import type { Codebook, ConceptCode, Framing } from '#lib/types';
import { QualityFlag } from '../../_components/flag';
import { ConceptMatrix } from './concept-matrix';
import { FramePanel } from './frame-panel';
import styles from './framing-view.module.css';

const VOICES: Record<Shown['voice'], string> = {
  all: 'All words',
  own: 'Outlet’s own words',
  attributed: 'Attributed',
  quoted: 'Quoted',
};

/** How often each frame and label occurs, per outlet, with the sentences behind every number. */
export function FramingView({ texts, place }: { texts: Texts; place: Place }) {
  const { comparison } = texts;
  const framing = comparison.framing.find((each) => each.codebook.id === place.shown.codebook) ?? comparison.framing[0];
  const codebook = comparison.codebooks.find((each) => each.id === framing?.codebook.id);
  if (!framing || !codebook)
    return <p className="notice">No codebook was chosen for this comparison, so nothing was counted.</p>;
  const { outlets, left, copies } = countedOutlets(texts, framing);
  const name = (id: string) => {
    const article = comparison.articles.find((each) => each.id === id);
    return article === undefined ? '' : nameOf(article, comparison);
  };
  return (
    <div className={styles.view}>
      <div className={styles.tools}>
        {comparison.framing.length > 1 && (
          <Choices
            label="Codebook"
            choices={comparison.codebooks.map((each) => ({
              name: each.title,
              href: linkTo(place, { codebook: each.id, code: undefined, outlet: undefined }),
              isChosen: each === codebook,
            }))}
          />
        )}
        <Choices
          label="Whose words"
          choices={(['all', 'own', 'attributed', 'quoted'] as const).map((voice) => ({
            name: VOICES[voice],
            href: linkTo(place, { voice }),
            isChosen: voice === place.shown.voice,
          }))}
        />
      </div>
      <div className={styles.about}>
        <p>
          <strong>{codebook.title}</strong>, version {codebook.version},{' '}
          <code title={framing.codebook.hash}>{framing.codebook.hash.slice(0, 12)}</code>. {codebook.description}
        </p>
        {copies.length > 0 && (
          <p>
            The same text is counted once:{' '}
            {copies.map(({ articleId, of }) => `${name(articleId)} under ${name(of)}`).join(', ')}.
          </p>
        )}
        {left.length > 0 && (
          <p>
            Not counted (not complete, or in another language):{' '}
            {left.map((article, at) => (
              <Fragment key={article.id}>
                {at > 0 && ', '}
                {nameOf(article, comparison)} <QualityFlag quality={article.quality} />
              </Fragment>
            ))}
          </p>
        )}
      </div>
      {outlets.length === 0 ? (
        <p className="notice">None of these texts could be counted with this codebook.</p>
      ) : (
        <Panels texts={texts} place={place} codebook={codebook} framing={framing} outlets={outlets} />
      )}
    </div>
  );
}

function Choices({ label, choices }: { label: string; choices: { name: string; href: string; isChosen: boolean }[] }) {
  return (
    <nav aria-label={label} className={styles.choices}>
      <span aria-hidden="true" className="soft">
        {label}:
      </span>
      <ul>
        {choices.map(({ name, href, isChosen }) => (
          <li key={href}>
            <Link href={href} aria-current={isChosen ? 'true' : undefined} scroll={false} prefetch={false}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type PanelsProps = { texts: Texts; place: Place; codebook: Codebook; framing: Framing; outlets: CountedOutlet[] };

function Panels({ texts, place, codebook, framing, outlets }: PanelsProps) {
  const panels = codebook.frames.map((frame) => ({
    frame,
    rows: outlets.map((outlet) => frameRow(outlet, frame.id, place.shown.voice, framing.codebook.hash)),
  }));
  const end = scaleEnd(panels.flatMap(({ rows }) => rows));
  const draw = ({ frame, rows }: (typeof panels)[number]) => (
    <FramePanel key={frame.id} texts={texts} place={place} frame={frame} rows={rows} end={end} />
  );
  const steady = panels.filter(({ frame }) => !frame.exploratory);
  const exploratory = panels.filter(({ frame }) => frame.exploratory);
  const drawConcept = (concept: ConceptCode) => (
    <ConceptMatrix key={concept.id} texts={texts} place={place} concept={concept} outlets={outlets} />
  );
  const [mentioned, silent] = byMention(codebook.concepts, outlets, place);
  const isOpen = exploratory.some(({ frame }) => frame.id === place.shown.code);
  return (
    <>
      {codebook.frames.length > 0 && <Reading outlets={outlets} />}
      {steady.length > 0 && <div className={styles.panels}>{steady.map(draw)}</div>}
      {exploratory.length > 0 && (
        <details className={styles.exploratory} open={isOpen}>
          <summary>
            <strong>Exploratory frames</strong>: {exploratory.map(({ frame }) => frame.label).join(', ')}. People
            disagree about these.
          </summary>
          <div className={styles.panels}>{exploratory.map(draw)}</div>
        </details>
      )}
      {mentioned.map(drawConcept)}
      {silent.length > 0 && (
        <details className={styles.exploratory}>
          <summary>
            {mentioned.length > 0 && 'Also looked for: '}
            {countOf(silent.length, 'thing')} of which no text uses any of the names
            {place.shown.voice === 'all' ? '' : ' in this voice'}
          </summary>
          <div className={styles.concepts}>{silent.map(drawConcept)}</div>
        </details>
      )}
      {codebook.frames.length + codebook.concepts.length === 0 && <p className="notice">This codebook has no codes.</p>}
    </>
  );
}

/** Concepts some text names, and those none does: most of a codebook of labels is about other events. */
function byMention(concepts: readonly ConceptCode[], outlets: readonly CountedOutlet[], place: Place) {
  const isNamed = ({ labels }: ConceptCode) =>
    labels.some(
      ({ id }) => id === place.shown.code || outlets.some((outlet) => mentionsOf(outlet, id, place.shown.voice) > 0),
    );
  return [concepts.filter(isNamed), concepts.filter((concept) => !isNamed(concept))] as const;
}

/** How to read the dots, and how much may be said with so many articles. */
function Reading({ outlets }: { outlets: readonly CountedOutlet[] }) {
  const most = Math.max(...outlets.map(({ counts }) => counts.length));
  return (
    <div className={styles.reading}>
      <p>
        Each dot is the share of sentences with the frame; the numbers beside it are sentences with it / all sentences.
        Parts of a dot: <Glyph kind="own" /> the outlet’s own words, <Glyph kind="attributed" /> attributed,{' '}
        <Glyph kind="quoted" /> quoted. Frames say what is talked about, not what an outlet thinks; quoted speech is the
        speaker’s.
      </p>
      <p>
        {most === 1
          ? 'One article per outlet: each number is a complete count of this article, not an estimate of the outlet, so there is no interval.'
          : 'Intervals are drawn only for outlets with several articles: rough ones (thin) for two to four, from resampling articles (B = 1,000) for five and more. A single article is a complete count and has none.'}
      </p>
    </div>
  );
}

function Glyph({ kind }: { kind: 'own' | 'attributed' | 'quoted' }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" className={styles.glyph}>
      <circle cx="7" cy="7" r="5.5" className={styles[kind]} />
      {kind === 'quoted' && <path d="M3 9.5 9.5 3M5 11.2 11.2 5M2.2 6.6 6.6 2.2" className={styles.hatch} />}
    </svg>
  );
}
