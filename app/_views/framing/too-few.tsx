import type { ReactNode } from 'react';
import styles from './too-few.module.css';

/** A result of its own, not an error: the numbers are shown, and nothing is made of them. */
export function TooFew({ children }: { children: ReactNode }) {
  return (
    <div role="note" className={styles.few}>
      <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
        <circle cx="14" cy="14" r="10" fill="none" stroke="var(--rule-strong)" strokeWidth="2" strokeDasharray="3 4" />
      </svg>
      <p>
        <strong>Too few to tell.</strong> {children}
      </p>
    </div>
  );
}
