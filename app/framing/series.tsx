import { countOf } from '#lib/text/count-of';
import type { OutletFraming } from '../_queries/outlet-framing';
import { type ChartFacts, fileName, filterWords, withFacts } from '../_views/framing/chart-facts';
import { ChartFigure } from '../_views/framing/chart-figure';
import { csvAddress } from '../_views/framing/csv-address';
import styles from './framing.module.css';
import { LinePlot } from './line-plot';
import { countText, dayText, shareEnd, valueAt } from './point-values';
import { type Asked, framingAddress } from './read-asked';
import { pointRows, SeriesTable } from './series-table';

type Props = { framing: OutletFraming; asked: Asked };

const BY = { day: 'by day', week: 'by week', story: 'text by text' } as const;

/** The line, and beside it the table that says the same and opens every number. */
export function Series({ framing, asked }: Props) {
  const { points, code } = framing;
  const facts = factsOf(framing, asked);
  const values = points.flatMap((point) => valueAt(point, code.kind) ?? []);
  const end = code.kind === 'frame' ? shareEnd(values) : Math.max(1, Math.ceil(Math.max(0, ...values)));
  return (
    <section className={styles.series} aria-labelledby="series">
      <h2 id="series">{facts.title}</h2>
      <p className="fine soft">
        {code.kind === 'frame'
          ? 'Share of sentences with the frame; at each point k of n sentences.'
          : 'Mentions for each 1,000 words; at each point mentions in so many words.'}{' '}
        {asked.by !== 'story' && 'A break in the line: no text was stored for that time.'} n = {facts.n}; {facts.filter}
        .
      </p>
      <ChartFigure
        title={facts.title}
        lines={facts.lines}
        file={fileName(facts)}
        csv={csvAddress(withFacts(facts, pointRows(points)))}
        hasKey={false}
        needsScript
      >
        <LinePlot
          unit={code.kind === 'frame' ? 'share' : 'rate'}
          end={end}
          points={points.map((point) => ({
            key: point.key,
            label: dayText(point.start),
            texts:
              asked.by === 'story' ? '' : point.counts.length === 0 ? 'no text' : countOf(point.counts.length, 'text'),
            value: valueAt(point, code.kind) ?? null,
            count: countText(point, code.kind),
            href: framingAddress({ ...asked, point: point.key }, 'evidence'),
          }))}
        />
      </ChartFigure>
      <SeriesTable framing={framing} asked={asked} />
    </section>
  );
}

function factsOf({ outlet, code, points, stamp }: OutletFraming, asked: Asked): ChartFacts {
  const counts = points.flatMap((point) => point.counts);
  const sentences = counts.reduce((sum, each) => sum + each.sentences, 0);
  const words = counts.reduce((sum, each) => sum + each.words, 0);
  const size = code.kind === 'frame' ? countOf(sentences, 'sentence') : countOf(words, 'word');
  const n = `${size} in ${countOf(counts.length, 'text')}`;
  const filter = filterWords(asked);
  const date = points.filter((point) => point.counts.length > 0).at(-1)?.start ?? '';
  const [first = ''] = points.map(({ start }) => start);
  return {
    title: `${code.label} in ${outlet?.name}, ${BY[asked.by]}`,
    codebook: stamp,
    date,
    filter,
    n,
    lines: [
      `n = ${n}; ${filter}.`,
      `Codebook ${stamp.id} ${stamp.version}, SHA-256 ${stamp.hash}.`,
      `Complete texts stored here, ${first} to ${date}.`,
    ],
  };
}
