import Link from 'next/link';
import { Fragment } from 'react';
import { frameContrasts } from '#lib/comparison/frame-contrasts';
import { type CountedOutlet, countedOutlets, frameRow, mentionsOf, scaleEnd } from '#lib/comparison/frame-rows';
import { nameOf, type Texts } from '#lib/comparison/texts';
import { linkTo, type Place } from '#lib/share/shown';
import { countOf } from '#lib/text/count-of';
import type { Codebook, ConceptCode, Framing } from '#lib/types';
import { QualityFlag } from '../../_components/flag';
import { ConceptMatrix } from './concept-matrix';
import { Choices, FilterChoices } from './filter-choices';
import { FramePanel } from './frame-panel';
import styles from './framing-view.module.css';
import { Reading } from './reading';

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
              href: linkTo(place, { codebook: each.id, code: undefined, outlet: undefined, cell: undefined }),
              isChosen: each === codebook,
            }))}
          />
        )}
        <FilterChoices place={place} />
      </div>
      <div className={styles.about}>
        <p>
          <strong>{codebook.title}</strong>, version {codebook.version},{' '}
          <code title={framing.codebook.hash}>{framing.codebook.hash.slice(0, 12)}</code>. {codebook.description}{' '}
          <Link href={`/framing?codebook=${encodeURIComponent(codebook.id)}`} prefetch={false}>
            One outlet over time
          </Link>
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

type PanelsProps = { texts: Texts; place: Place; codebook: Codebook; framing: Framing; outlets: CountedOutlet[] };

function Panels({ texts, place, codebook, framing, outlets }: PanelsProps) {
  const { voice, position } = place.shown;
  const filter = { voice, position };
  const stamp = framing.codebook;
  const panels = codebook.frames.map((frame) => ({
    frame,
    rows: outlets.map((outlet) => frameRow(outlet, frame.id, filter, stamp.hash)),
  }));
  const contrasts = frameContrasts(
    panels.map(({ frame, rows }) => ({ code: frame.id, rows })),
    `${stamp.hash} ${voice} ${position}`,
  );
  const end = scaleEnd(panels.flatMap(({ rows }) => rows));
  const draw = ({ frame, rows }: (typeof panels)[number]) => (
    <FramePanel
      key={frame.id}
      {...{ texts, place, frame, rows, end }}
      codebook={stamp}
      contrasts={contrasts.filter(({ code }) => code === frame.id)}
    />
  );
  const steady = panels.filter(({ frame }) => !frame.exploratory);
  const exploratory = panels.filter(({ frame }) => frame.exploratory);
  const drawConcept = (concept: ConceptCode) => (
    <ConceptMatrix key={concept.id} {...{ texts, place, concept, outlets }} codebook={stamp} />
  );
  const [mentioned, silent] = byMention(codebook.concepts, outlets, place);
  const isOpen = exploratory.some(({ frame }) => frame.id === place.shown.code);
  return (
    <>
      {codebook.frames.length > 0 && <Reading outlets={outlets} isTested={contrasts.length > 0} />}
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
            {voice === 'all' ? '' : ' in this voice'}
            {position === 'all' ? '' : ' at this place'}
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
      ({ id }) => id === place.shown.code || outlets.some((outlet) => mentionsOf(outlet, id, place.shown) > 0),
    );
  return [concepts.filter(isNamed), concepts.filter((concept) => !isNamed(concept))] as const;
}
