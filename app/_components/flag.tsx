import type { ReactNode } from 'react';
import { QUALITY_WORDS } from '#lib/share/screen-words';
import type { Quality, QualityStatus } from '#lib/types';
import styles from './flag.module.css';

/** A small word beside a name: something about it that should be known. */
export function Flag({ children, title }: { children: ReactNode; title?: string | undefined }) {
  return (
    <span className={styles.flag} title={title}>
      {children}
    </span>
  );
}

/** Where only the verdict is known; the reasons stand with the text itself. */
export function StatusFlag({ status }: { status: QualityStatus }) {
  return status === 'full' ? null : <Flag>{QUALITY_WORDS[status]}</Flag>;
}

/** The same, to be opened: every reason in words, without a pointer, a script or a tooltip. */
export function QualityReasons({ quality }: { quality: Quality }) {
  if (quality.status === 'full') return null;
  return (
    <details className={styles.reasons}>
      <summary>
        <Flag>{QUALITY_WORDS[quality.status]}</Flag>
        <span className="hidden-text">: why</span>
      </summary>
      <ul>
        {quality.reasons.map(({ code, message }) => (
          <li key={code}>{message}</li>
        ))}
        {quality.reasons.length === 0 && <li>No reason was recorded.</li>}
      </ul>
    </details>
  );
}

/** Nothing for a complete text; otherwise what is the matter with it, the reason as a tooltip and for screen readers. */
export function QualityFlag({ quality }: { quality: Quality }) {
  if (quality.status === 'full') return null;
  const reason = quality.reasons[0]?.message;
  return (
    <Flag title={reason}>
      {QUALITY_WORDS[quality.status]}
      {reason === undefined ? null : <span className="hidden-text">: {reason}</span>}
    </Flag>
  );
}

/** Wire copy: the outlet that had this text first. */
export function CopyFlag({ of }: { of: string | undefined }) {
  if (of === undefined) return null;
  return (
    <span className={`${styles.flag} ${styles.long}`} title="Nearly word for word; counted once.">
      same text as {of}
    </span>
  );
}

export function SampleFlag() {
  return <Flag title="Written for Synoptic; the outlets are fictional.">sample</Flag>;
}
