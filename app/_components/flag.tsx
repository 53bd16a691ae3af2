import type { ReactNode } from 'react';
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

export const QUALITY_WORDS: Record<QualityStatus, string> = {
  full: 'complete',
  partial: 'partial text',
  excerpt: 'excerpt only',
  blocked: 'blocked',
  failed: 'not read',
};

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

export function SampleFlag() {
  return <Flag title="Written for Synoptic; the outlets are fictional.">sample</Flag>;
}
