import Link from 'next/link';
import type { View } from '#lib/share/shown';
import styles from './share-panel.module.css';

type Props = {
  id: string;
  /** covered: by the address alone; blind: a document without names. */
  names: 'covered' | 'blind';
  /** The owner needs no key. */
  isOwner: boolean;
  /** Where the names are, for the owner of a blind link. */
  named?: string | undefined;
  wasWrong: boolean;
  /** The view looked at, which showing the names should not change. */
  view: View;
};

/** Says why there are letters, and where the way back to the names is. */
export function LettersBar({ id, names, isOwner, named, wasWrong, view }: Props) {
  const suffix = names === 'covered' ? '?blind=1' : '';
  return (
    <aside className={styles.letters} aria-label="Letters instead of names">
      <p>
        <strong>Letters stand for the outlets.</strong> Each has the same letter in every view, and where a text names
        one of them its letter stands there too.{' '}
        <span className="no-print">
          <Link href={`/c/${id}/worksheet${suffix}`} prefetch={false}>
            Worksheet to print
          </Link>
        </span>
      </p>
      {names === 'covered' && (
        <p className="no-print">
          <Link href={`/c/${id}?view=${view}`} prefetch={false}>
            Show the names
          </Link>
        </p>
      )}
      {names === 'blind' && isOwner && (
        <p className="no-print">
          <Link href={`/c/${id}/answers`} prefetch={false}>
            Answer sheet
          </Link>
          {named !== undefined && (
            <>
              {' · '}
              <Link href={`/c/${named}`} prefetch={false}>
                The comparison with names
              </Link>
            </>
          )}
        </p>
      )}
      {names === 'blind' && !isOwner && (
        <form method="get" action={`/c/${id}`} className={styles.key}>
          <label htmlFor="key">Key to the names</label>
          <input id="key" name="key" autoComplete="off" spellCheck={false} required aria-invalid={wasWrong} />
          <button type="submit">Show the names</button>
          {wasWrong && <span role="alert">This is not the key of this link.</span>}
        </form>
      )}
    </aside>
  );
}
