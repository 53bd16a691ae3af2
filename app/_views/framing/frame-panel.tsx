import Link from 'next/link';
import type { FrameRow } from '#lib/comparison/frame-rows';
import type { Texts } from '#lib/comparison/texts';
import { QUALITY_WORDS, shareText } from '#lib/share/screen-words';
import { linkTo, type Place } from '#lib/share/shown';
import type { FrameCode } from '#lib/types';
import { QualityFlag } from '../../_components/flag';
import { Wide } from '../../_components/wide';
import { csvAddress } from './csv-address';
import { DotPlot } from './dot-plot';
import { Evidence } from './evidence';
import styles from './frame-panel.module.css';

type Props = { texts: Texts; place: Place; frame: FrameCode; rows: FrameRow[]; end: number };

/** One frame: its question, a dot plot, the same numbers as a table, and, when asked for, the sentences behind one of them. */
export function FramePanel({ texts, place, frame, rows, end }: Props) {
  const isAsked = place.shown.code === frame.id;
  const evidence = (row: FrameRow) => linkTo(place, { code: frame.id, outlet: row.outlet.id }, 'evidence');
  return (
    <section className={isAsked ? styles.asked : undefined} aria-labelledby={`frame-${frame.id}`}>
      <div className={styles.panel}>
        <h2 id={`frame-${frame.id}`}>{frame.label}</h2>
        <p className={styles.question}>
          {frame.question} <Reliability frame={frame} />
        </p>
        <DotPlot
          name={frame.label}
          end={end}
          rows={rows.map((row) => {
            const { k, n, share, interval } = row.estimate;
            return {
              name: chartName(row),
              share: share ?? 0,
              count: `${k}/${n}`,
              parts: partsOf(row, place),
              href: evidence(row),
              ...(interval === undefined ? {} : { interval }),
            };
          })}
        />
        <Wide label={`${frame.label}, as a table`}>
          <table className={styles.table}>
            <caption className="hidden-text">{frame.label}: sentences by outlet, voice and position</caption>
            <thead>
              <tr>
                <th scope="col">Outlet</th>
                <th scope="col">Sentences</th>
                <th scope="col">Share</th>
                <th scope="col">Own</th>
                <th scope="col">Attrib.</th>
                <th scope="col">Quoted</th>
                <th scope="col">
                  <abbr title="headline / first three paragraphs / rest">Head / lead / rest</abbr>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.outlet.id}>
                  <th scope="row">
                    {row.outlet.name} {row.outlet.incomplete && <QualityFlag quality={row.outlet.incomplete} />}
                  </th>
                  <td>
                    <Link
                      href={evidence(row)}
                      prefetch={false}
                      aria-label={`${row.estimate.k} of ${row.estimate.n} sentences in ${row.outlet.name}: show them`}
                    >
                      {row.estimate.k}/{row.estimate.n}
                    </Link>
                    {row.estimate.articles > 1 && (
                      <span className={styles.under}>
                        in {row.estimate.articlesWith} of {row.estimate.articles} articles
                      </span>
                    )}
                  </td>
                  <td>
                    {shareText(row.estimate.share)}
                    {row.estimate.interval !== undefined && (
                      <span className={styles.under}>
                        ({shareText(row.estimate.interval.low)} to {shareText(row.estimate.interval.high)}
                        {row.estimate.interval.rough && ', rough'})
                      </span>
                    )}
                  </td>
                  <td>{row.byVoice.own}</td>
                  <td>{row.byVoice.attributed}</td>
                  <td>{row.byVoice.quoted}</td>
                  <td>
                    {row.byPosition.headline} / {row.byPosition.lead} / {row.byPosition.body}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
        <p className={styles.take}>
          <a href={csvAddress(tableOf(rows))} download={`${frame.id}.csv`}>
            CSV<span className="hidden-text"> of {frame.label}</span>
          </a>
        </p>
      </div>
      {isAsked && (
        <Evidence
          texts={texts}
          place={place}
          code={frame.id}
          name={frame.label}
          outlets={rows.map(({ outlet }) => outlet)}
        />
      )}
    </section>
  );
}

// The picture is saved by itself, so what should be known of a text goes with it.
function chartName({ outlet: { name, incomplete } }: FrameRow): string {
  return incomplete === undefined ? name : `${name} (${QUALITY_WORDS[incomplete.status]})`;
}

function partsOf({ byVoice }: FrameRow, { shown }: Place) {
  if (shown.voice === 'all') return byVoice;
  return { own: 0, attributed: 0, quoted: 0, [shown.voice]: byVoice[shown.voice] };
}

function tableOf(rows: readonly FrameRow[]) {
  const header = [
    'outlet',
    'sentences_with',
    'sentences',
    'articles_with',
    'articles',
    'own',
    'attributed',
    'quoted',
    'headline',
    'lead',
    'body',
  ];
  return [
    header,
    ...rows.map(({ outlet, estimate, byVoice, byPosition }) => [
      outlet.name,
      estimate.k,
      estimate.n,
      estimate.articlesWith,
      estimate.articles,
      byVoice.own,
      byVoice.attributed,
      byVoice.quoted,
      byPosition.headline,
      byPosition.lead,
      byPosition.body,
    ]),
  ];
}

/** Krippendorff's alpha of human coders, read as he advises: from .80 reliable, from .667 tentative. */
function Reliability({ frame }: { frame: FrameCode }) {
  const { alpha, measured } = frame.reliability ?? {};
  if (measured !== undefined)
    return (
      <span className="soft" title={frame.reliability?.source}>
        Against human coders as main frame: precision {measured.precision.toFixed(2)}, recall{' '}
        {measured.recall.toFixed(2)}, {measured.n} of {measured.on}.
      </span>
    );
  if (alpha === undefined) return <span className="soft">Not checked against human coders yet.</span>;
  const words =
    alpha >= 0.8
      ? 'coders agree'
      : alpha >= 0.667
        ? 'coders agree fairly well; tentative'
        : 'coders often disagree; read the sentences';
  return (
    <span className="soft" title={frame.reliability?.source}>
      Human coders: alpha {alpha.toFixed(2)}, {words}.
    </span>
  );
}
