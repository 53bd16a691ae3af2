import styles from './heat-strip.module.css';

const STEPS = 5;

/** 0 of anything → 0; otherwise the share in five equal steps, 1 to 5. */
export function heatStep(count: number, of: number): number {
  return count === 0 || of === 0 ? 0 : Math.min(STEPS, Math.ceil((STEPS * count) / of));
}

/** How many of the other texts carry a passage: the number, and five cells of one hue filled to its share. */
export function HeatStrip({ count, of }: { count: number; of: number }) {
  if (of === 0) return <span className={styles.number}>–</span>;
  const step = heatStep(count, of);
  return (
    <span className={styles.strip}>
      <svg className={styles.cells} viewBox="0 0 50 8" width="50" height="8" aria-hidden="true">
        {[1, 2, 3, 4, 5].map((cell) => (
          <rect
            key={cell}
            x={(cell - 1) * 10 + 0.5}
            y="0.5"
            width="9"
            height="7"
            className={cell <= step ? styles[`heat${step}`] : styles.empty}
          />
        ))}
      </svg>
      <span className={styles.number}>
        {count} of {of}
      </span>
    </span>
  );
}
