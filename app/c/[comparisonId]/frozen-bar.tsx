import Link from 'next/link';
import { CopyButton } from '../../_components/copy-button';
import { daysText, Moment } from '../../_components/moment';
import type { ChangedSince } from '../../_queries/changed-since';
import type { FrozenAsAsked } from '../../_queries/frozen';
import styles from './frozen-bar.module.css';
import { Since } from './since';
import { Sources } from './sources';
import { TakeAlong } from './take-along';

type Props = {
  frozen: FrozenAsAsked;
  /** Absent where letters stand for names: what was added would be named. */
  changes?: ChangedSince | undefined;
  /** Where this page stands. */
  address: string;
  cite: string;
  mayDelete: boolean;
};

/** What this page is, what has changed since, and how to take it along. */
export function FrozenBar({ frozen, changes, address, cite, mayDelete }: Props) {
  const { id, frozenAt, comparison, excerpt, names } = frozen;
  const read = comparison.articles.map((article) => article.fetchedAt).sort();
  return (
    <aside className={styles.bar} aria-label="About this frozen comparison">
      <p>
        <strong>Frozen comparison</strong> of <Moment at={frozenAt} />, texts as read on{' '}
        {daysText(read[0] ?? frozenAt, read.at(-1) ?? frozenAt)}. It stays as it is.{' '}
        <CopyButton text={address}>Copy the link</CopyButton>
      </p>
      {names === 'named' && <Since changes={changes} />}
      {excerpt !== undefined && (
        <p>
          You see excerpts: of each text the matched and quoted passages, at most {excerpt.passageWords} words each; […]
          stands for what is left to the source. Counts and matches are those of the whole texts.
        </p>
      )}
      <div className={styles.folds}>
        {names === 'named' && <Sources comparison={comparison} excerpt={excerpt} />}
        <TakeAlong id={id} isExcerpt={excerpt !== undefined} isCovered={names === 'covered'} />
        <details className={styles.more}>
          <summary>Cite</summary>
          <blockquote className={styles.citation}>{cite}</blockquote>
          <CopyButton text={cite}>Copy the citation</CopyButton>
        </details>
        {mayDelete && (
          <p className={styles.delete}>
            <Link href={`/c/${id}/delete`} prefetch={false}>
              Delete this comparison
            </Link>
          </p>
        )}
      </div>
    </aside>
  );
}
