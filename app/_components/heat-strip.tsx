import styles from './heat-strip.module.css';

const STEPS = 5;
const WIDTH = 50;
/** Cells narrower than four pixels can no longer be counted. */
const MOST_CELLS = 12;

/** 0 of anything → 0; otherwise the share in five equal steps, 1 to 5. */
export function heatStep(count: number, of: number): number {
  return count === 0 || of === 0 ? 0 : Math.min(STEPS, Math.ceil((STEPS * count) / of));
}

/** How many of some texts: the number, and cells of one hue. A cell a text where that many fit, else five filled to the share. */
export function HeatStrip({ count, of }: { count: number; of: number }) {
  if (of === 0) return <span className={styles.number}>–</span>;
  const step = heatStep(count, of);
  const [cells, filled] = of <= MOST_CELLS ? [of, count] : [STEPS, step];
  const width = WIDTH / cells;
  return (
    <span className={styles.strip}>
      <svg className={styles.cells} viewBox={`0 0 ${WIDTH} 8`} width={WIDTH} height="8" aria-hidden="true">
        {Array.from({ length: cells }, (_, cell) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other name
            key={cell}
            x={cell * width + 0.5}
            y="0.5"
            width={width - 1}
            height="7"
            className={cell < filled ? styles[`heat${step}`] : styles.empty}
          />
        ))}
      </svg>
      <span className={styles.number}>
        {count} of {of}
      </span>
    </span>
  );
}
