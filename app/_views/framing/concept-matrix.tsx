import { type CountedOutlet, type Filter, mentionsByVoice, mentionsOf } from '#lib/comparison/frame-rows';
import type { Texts } from '#lib/comparison/texts';
import type { Place } from '#lib/share/shown';
import { countOf } from '#lib/text/count-of';
import type { CodebookStamp, ConceptCode } from '#lib/types';
import { QualityFlag } from '../../_components/flag';
import { Wide } from '../../_components/wide';
import { chartFacts, fileName, withFacts } from './chart-facts';
import { ChartFigure } from './chart-figure';
import styles from './concept-matrix.module.css';
import { CountLink } from './count-link';
import { csvAddress } from './csv-address';
import { Evidence } from './evidence';
import { MatrixChart } from './matrix-chart';
import { PositionStrip, stripRows } from './position-strip';
import { Checked } from './reliability';

type Props = {
  texts: Texts;
  place: Place;
  codebook: CodebookStamp;
  concept: ConceptCode;
  outlets: readonly CountedOutlet[];
};

/** What one thing is called: outlets × labels, as a chart of shares within each row and as a table of mentions. */
export function ConceptMatrix({ texts, place, codebook, concept, outlets }: Props) {
  const rows = outlets.map((outlet) => rowOf(outlet, concept, place.shown));
  const asked = concept.labels.find((label) => label.id === place.shown.code);
  const codes = concept.labels.map(({ id }) => id);
  const facts = chartFacts({ texts, place, codebook, title: concept.label, codes });
  const strip = asked && { texts, place, code: asked.id, outlets };
  const stripFacts = asked && { ...facts, title: `“${asked.label}”: where in the texts` };
  const isNamed = rows.some(({ cells }) => cells.some(({ count }) => count > 0));
  return (
    <section className={styles.concept} aria-labelledby={`concept-${concept.id}`}>
      <h2 id={`concept-${concept.id}`}>{concept.label}</h2>
      <p className="fine">{concept.definition}</p>
      <div className={styles.pair}>
        {isNamed && (
          <ChartFigure
            title={facts.title}
            lines={facts.lines}
            file={fileName(facts)}
            csv={csvAddress(withFacts(facts, mentionRows(rows, concept)))}
          >
            <MatrixChart concept={concept} rows={rows} place={place} />
          </ChartFigure>
        )}
        <Mentions concept={concept} rows={rows} outlets={outlets} place={place} />
      </div>
      {codes.map((code) => (
        <Checked key={code} texts={texts} place={place} codebook={codebook.hash} code={code} />
      ))}
      {asked && strip && stripFacts && (
        <Evidence
          texts={texts}
          place={place}
          codebook={codebook}
          code={asked.id}
          name={`“${asked.label}”`}
          outlets={outlets}
          back={`concept-${concept.id}`}
        >
          <ChartFigure
            title={stripFacts.title}
            lines={stripFacts.lines}
            file={fileName(stripFacts)}
            csv={csvAddress(withFacts(stripFacts, stripRows(strip)))}
          >
            <PositionStrip {...strip} />
          </ChartFigure>
        </Evidence>
      )}
    </section>
  );
}

type Row = ReturnType<typeof rowOf>;

function rowOf(outlet: CountedOutlet, concept: ConceptCode, filter: Filter) {
  return {
    outletId: outlet.id,
    name: outlet.name,
    words: outlet.counts.reduce((sum, { words }) => sum + words, 0),
    cells: concept.labels.map(({ id, label }) => ({
      label: id,
      name: label,
      count: mentionsOf(outlet, id, filter),
      byVoice: mentionsByVoice(outlet, id, filter),
    })),
  };
}

type MentionsProps = Pick<Props, 'concept' | 'outlets' | 'place'> & { rows: readonly Row[] };

function Mentions({ concept, rows, outlets, place }: MentionsProps) {
  // Of a part of the text the words are not counted, so there is nothing to divide by.
  const hasRates = place.shown.position === 'all';
  return (
    <Wide label={`${concept.label}, as a table`}>
      <table className={styles.matrix}>
        <caption>Mentions{hasRates && '; beneath, how many for each 1,000 words of text and headline'}</caption>
        <thead>
          <tr>
            <th scope="col">Outlet</th>
            {concept.labels.map((label) => (
              <th key={label.id} scope="col">
                {label.label}
              </th>
            ))}
            <th scope="col">Words</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ outletId, name, words, cells }, at) => (
            <tr key={outletId}>
              <th scope="row">
                {name} {outlets[at]?.incomplete && <QualityFlag quality={outlets[at].incomplete} />}
              </th>
              {cells.map(({ label, name: called, count }) => (
                <td key={label}>
                  <CountLink
                    place={place}
                    count={count}
                    open={{ code: label, outlet: outletId }}
                    name={`${countOf(count, 'mention')} of “${called}” in ${name}`}
                  />
                  {hasRates && count > 0 && words > 0 && (
                    <span className={styles.rate}>{((1000 * count) / words).toFixed(1)}</span>
                  )}
                </td>
              ))}
              <td className="soft">{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function mentionRows(rows: readonly Row[], concept: ConceptCode): (string | number)[][] {
  const header = ['outlet', 'words', 'label', 'mentions', 'own', 'attributed', 'quoted'];
  const lines = rows.flatMap(({ name, words, cells }) =>
    cells.map(({ name: label, count, byVoice }) => [
      name,
      words,
      label,
      count,
      byVoice.own,
      byVoice.attributed,
      byVoice.quoted,
    ]),
  );
  return concept.labels.length === 0 ? [header] : [header, ...lines];
}
