import type { OutletState } from '../_queries/outlets';
import styles from './outlets.module.css';
import { STATE_MEANINGS, STATE_WORDS } from './words';

const STYLE: Partial<Record<OutletState, string | undefined>> = {
  failing: styles.failing,
  'given-up': styles.failing,
  'taken-down': styles.failing,
  quiet: styles.quiet,
  paused: styles.resting,
};

/** The state in a word; a mark before it for those who scan, the word for everybody. */
export function State({ state, of }: { state: OutletState; of?: string | undefined }) {
  return (
    <span className={`${styles.state} ${STYLE[state] ?? ''}`} title={STATE_MEANINGS[state]}>
      {STATE_WORDS[state]}
      {of === undefined ? null : ` (${of})`}
    </span>
  );
}

/** "2026-03-04 17:05" in UTC, narrow enough for a dense table; the head of the table says UTC. */
export function At({ at, otherwise = 'never' }: { at: string | undefined; otherwise?: string }) {
  if (at === undefined || Number.isNaN(Date.parse(at))) return <>{otherwise}</>;
  const iso = new Date(at).toISOString();
  return <time dateTime={at}>{`${iso.slice(0, 10)} ${iso.slice(11, 16)}`}</time>;
}
