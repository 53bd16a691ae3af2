import type { FrameRow } from '#lib/comparison/frame-rows';
import type { Cell, Place } from '#lib/share/shown';
import type { FrameCode } from '#lib/types';
import { QualityFlag } from '../../_components/flag';
import { Wide } from '../../_components/wide';
import { CountLink } from './count-link';
import styles from './frame-panel.module.css';
import { POSITION_WORDS, VOICE_WORDS } from './words';

type Props = { place: Place; frame: FrameCode; rows: readonly FrameRow[] };

/** The numbers of a dot plot, each of them a link to the sentences it counts. */
export function FrameTable({ place, frame, rows }: Props) {
  const unit = place.shown.position === 'headline' ? 'Headlines' : 'Sentences';
  return (
    <Wide label={`${frame.label}, as a table`}>
      <table className={styles.table}>
        <caption className="hidden-text">
          {frame.label}: {unit.toLowerCase()} by outlet, voice and position
        </caption>
        <thead>
          <tr>
            <th scope="col">Outlet</th>
            <th scope="col">{unit}</th>
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
            <Row key={row.outlet.id} place={place} frame={frame} row={row} />
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function Row({ place, frame, row }: Omit<Props, 'rows'> & { row: FrameRow }) {
  const { outlet, estimate, byVoice, byPosition } = row;
  const { k, n, share, interval, articles, articlesWith } = estimate;
  const { voice } = place.shown;
  const cell = (count: number, which: Cell, words: string) => (
    <CountLink
      place={place}
      count={count}
      open={{ code: frame.id, outlet: outlet.id, cell: which }}
      name={`${count}, ${words}, ${frame.label} in ${outlet.name}`}
    />
  );
  return (
    <tr>
      <th scope="row">
        {outlet.name} {outlet.incomplete && <QualityFlag quality={outlet.incomplete} />}
      </th>
      <td>
        <CountLink
          place={place}
          count={k}
          open={{ code: frame.id, outlet: outlet.id }}
          name={`${k} of ${n} ${place.shown.position === 'headline' ? 'headlines' : 'sentences'} in ${outlet.name}`}
        >
          {k}/{n}
        </CountLink>
        {articles > 1 && (
          <span className={styles.under}>
            in {articlesWith} of {articles} articles
          </span>
        )}
      </td>
      <td>
        {shareText(share)}
        {interval !== undefined && (
          <span className={styles.under}>
            ({shareText(interval.low)} to {shareText(interval.high)}
            {interval.rough && ', rough'})
          </span>
        )}
      </td>
      {(['own', 'attributed', 'quoted'] as const).map((each) => (
        <td key={each}>
          {voice === 'all' || voice === each ? (
            cell(byVoice[each], each, VOICE_WORDS[each])
          ) : (
            <span className="soft">–</span>
          )}
        </td>
      ))}
      <td>
        {cell(byPosition.headline, 'headline', POSITION_WORDS.headline)} /{' '}
        {cell(byPosition.lead, 'lead', POSITION_WORDS.lead)} / {cell(byPosition.body, 'body', POSITION_WORDS.body)}
      </td>
    </tr>
  );
}

export function shareText(share: number | undefined): string {
  return share === undefined ? '–' : `${Math.round(100 * share)} %`;
}

/** The same as rows of a file. */
export function frameRows(rows: readonly FrameRow[]): (string | number)[][] {
  const header = [
    'outlet',
    'sentences_with',
    'sentences',
    'articles_with',
    'articles',
    'interval_low',
    'interval_high',
    'interval_method',
    'own',
    'attributed',
    'quoted',
    'headline',
    'lead',
    'body',
  ];
  return [
    header,
    ...rows.map(({ outlet, estimate: { k, n, articlesWith, articles, interval }, byVoice, byPosition }) => [
      outlet.name,
      k,
      n,
      articlesWith,
      articles,
      interval === undefined ? '' : interval.low.toFixed(4),
      interval === undefined ? '' : interval.high.toFixed(4),
      interval === undefined ? '' : `${interval.method}${interval.rough ? ', rough' : ''}`,
      byVoice.own,
      byVoice.attributed,
      byVoice.quoted,
      byPosition.headline,
      byPosition.lead,
      byPosition.body,
    ]),
  ];
}
