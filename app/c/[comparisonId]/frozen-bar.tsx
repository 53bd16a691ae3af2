import Link from 'next/link';
import type { Article, Timestamp } from '#lib/types';
import { CopyButton } from '../../_components/copy-button';
import { daysText, Moment } from '../../_components/moment';
import styles from './frozen-bar.module.css';

type Props = {
  id: string;
  frozenAt: Timestamp;
  articles: readonly Article[];
  story: string | undefined;
  cite: string;
  /** What the addresses of the files need besides: `blind=1` where names are covered. */
  more?: string;
};

/** What this page is, and how to take it along. */
export function FrozenBar({ id, frozenAt, articles, story, cite, more = '' }: Props) {
  const read = articles.map((article) => article.fetchedAt).sort();
  const file = `/api/v1/comparisons/${id}?${more === '' ? '' : `${more}&`}`;
  return (
    <aside className={styles.bar} aria-label="About this frozen comparison">
      <p>
        <strong>Frozen comparison</strong> of <Moment at={frozenAt} />, texts as read on{' '}
        {daysText(read[0] ?? frozenAt, read.at(-1) ?? frozenAt)}. It stays as it is.
      </p>
      <ul className={styles.links}>
        {story !== undefined && (
          <li>
            <Link href={`/stories/${story}`}>The story as it is now</Link>
          </li>
        )}
        <li>
          <a href={`${file}format=json`}>JSON</a>
        </li>
        {['links', 'differences', 'hits'].map((table) => (
          <li key={table}>
            <a href={`${file}format=csv&table=${table}`}>CSV: {table}</a>
          </li>
        ))}
      </ul>
      <details className={styles.cite}>
        <summary>Cite</summary>
        <blockquote className={styles.citation}>{cite}</blockquote>
        <CopyButton text={cite}>Copy the citation</CopyButton>
      </details>
    </aside>
  );
}
