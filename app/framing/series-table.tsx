import Link from 'next/link';
import { ForeignText } from '../_components/foreign-text';
import { Wide } from '../_components/wide';
import type { OutletFraming } from '../_queries/outlet-framing';
import { shareText } from '../_views/framing/frame-table';
import styles from './framing.module.css';
import { countText, dayText, type Point, rateText } from './point-values';
import { type Asked, framingAddress } from './read-asked';

type Props = { framing: OutletFraming; asked: Asked };

/** What the line draws, one row a point; every number opens its sentences. */
export function SeriesTable({ framing: { points, code }, asked }: Props) {
  const isFrame = code.kind === 'frame';
  return (
    <Wide label="The line as a table">
      <table className={styles.table}>
        <caption className="hidden-text">{code.label}, one row a point of the line</caption>
        <thead>
          <tr>
            <th scope="col">{asked.by === 'week' ? 'Week from' : 'Day'}</th>
            <th scope="col">{asked.by === 'story' ? 'Text' : 'Texts'}</th>
            <th scope="col">{isFrame ? 'Sentences' : 'Mentions'}</th>
            <th scope="col">{isFrame ? 'Share' : 'Per 1,000 words'}</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.key}>
              <th scope="row">
                <time dateTime={point.start}>{dayText(point.start)}</time>
              </th>
              <td>
                {point.text ? (
                  <Headline text={point.text} />
                ) : point.counts.length === 0 ? (
                  <span className="soft">no text</span>
                ) : (
                  point.counts.length
                )}
              </td>
              <td>
                {point.counts.length > 0 && (
                  <Link
                    href={framingAddress({ ...asked, point: point.key }, 'evidence')}
                    prefetch={false}
                    data-count={isFrame ? (point.estimate?.k ?? 0) : point.mentions}
                    aria-label={`${countText(point, code.kind)}, ${dayText(point.start)}: show them`}
                  >
                    {isFrame ? `${point.estimate?.k ?? 0}/${point.estimate?.n ?? 0}` : point.mentions}
                  </Link>
                )}
              </td>
              <td>
                {isFrame ? shareText(point.estimate?.share) : rateText(point)}
                {point.estimate?.interval !== undefined && isFrame && (
                  <span className="soft">
                    {' '}
                    ({shareText(point.estimate.interval.low)} to {shareText(point.estimate.interval.high)}
                    {point.estimate.interval.rough && ', rough'})
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function Headline({ text }: { text: NonNullable<Point['text']> }) {
  const words = <ForeignText language={text.language}>{text.headline}</ForeignText>;
  if (text.storyId === undefined) return words;
  return (
    <Link href={`/stories/${text.storyId}`} prefetch={false}>
      {words}
    </Link>
  );
}

/** The same as rows of a file. */
export function pointRows(points: readonly Point[]): (string | number)[][] {
  const header = [
    'from',
    'texts',
    'sentences_with',
    'sentences',
    'interval_low',
    'interval_high',
    'mentions',
    'words',
    'headline',
  ];
  return [
    header,
    ...points.map(({ start, counts, estimate, mentions, words, text }) => [
      start,
      counts.length,
      estimate?.k ?? '',
      estimate?.n ?? '',
      estimate?.interval?.low.toFixed(4) ?? '',
      estimate?.interval?.high.toFixed(4) ?? '',
      counts.length === 0 ? '' : mentions,
      counts.length === 0 ? '' : words,
      text?.headline ?? '',
    ]),
  ];
}
