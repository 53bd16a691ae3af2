import styles from './rail.module.css';
import { RailPosition } from './rail-position';
import type { Row } from './rows';

/**
 * The whole comparison at a glance: a bar a row, as tall as the row is long; left half the reference, right half the
 * other; a line marks the rows on the screen. A way to jump for the pointer; the steps and the rows themselves do the same for
 * everybody, so it is not read out.
 */
export function Rail({ rows }: { rows: readonly Row[] }) {
  if (rows.length < 4) return null;
  return (
    <div className={styles.rail} aria-hidden="true">
      {rows.map((row) => (
        <a
          key={row.id}
          href={`#${row.id}`}
          target="_self"
          tabIndex={-1}
          className={`${styles.bar} ${styles[row.kind]} ${styles[`size${sizeOf(row)}`]}`}
          title={row.differences.length > 0 ? `${row.differences.length}` : undefined}
        >
          <span className={styles.half} />
          <span className={styles.half} />
          <span className={styles.count}>
            {row.moved ? '↕' : ''}
            {row.differences.length > 0 ? row.differences.length : ''}
          </span>
        </a>
      ))}
      <RailPosition key={rows.map(({ id }) => id).join(' ')} />
    </div>
  );
}

function sizeOf(row: Row): number {
  const length = Math.max(
    ...[row.reference, row.other].map((cells) => cells.reduce((sum, { text }) => sum + text.length, 0)),
  );
  return length < 150 ? 1 : length < 400 ? 2 : 3;
}
