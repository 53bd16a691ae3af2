import type { StorySummary } from '../_queries/stories';
import styles from './time-strip.module.css';

const WIDTH = 120;
const EDGE = 5;

/** When the outlets published, from the first to the last: a tick each. The times stand beside the headlines. */
export function TimeStrip({ headlines }: { headlines: StorySummary['headlines'] }) {
  const times = headlines
    .flatMap(({ published }) => (published === undefined ? [] : Date.parse(published)))
    .filter((time) => !Number.isNaN(time));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  if (times.length < 2 || first === last) return null;
  const hours = Math.round((last - first) / 3_600_000);
  return (
    <span className={styles.strip}>
      <svg width={WIDTH} height="12" viewBox={`0 0 ${WIDTH} 12`} aria-hidden="true">
        <line x1={EDGE} y1="6" x2={WIDTH - EDGE} y2="6" className={styles.line} />
        {[...new Set(times)].map((time) => (
          <circle
            key={time}
            cx={EDGE + ((WIDTH - 2 * EDGE) * (time - first)) / (last - first)}
            cy="6"
            r="3.5"
            className={styles.dot}
          />
        ))}
      </svg>
      <span>within {hours <= 1 ? 'an hour' : hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`}</span>
    </span>
  );
}
