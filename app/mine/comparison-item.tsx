import Link from 'next/link';
import { Moment } from '../_components/moment';
import type { OwnComparison } from '../_queries/mine';
import { deleteNow, noteNow } from './actions';
import styles from './mine.module.css';

/** One frozen comparison: what it is called here, the note beside it, and what can be done with it. */
export function ComparisonItem({ comparison, search }: { comparison: OwnComparison; search: string }) {
  const { id, title, ownTitle, note, frozenAt } = comparison;
  return (
    <article className={styles.item}>
      <h3>
        {/* Fetched ahead, thirty comparisons would be cut and drawn for one that is opened, and a deleted one asked for in vain. */}
        <Link href={`/c/${id}`} prefetch={false}>
          {ownTitle ?? title}
        </Link>
      </h3>
      <p className={styles.facts}>
        Frozen <Moment at={frozenAt} />
        {ownTitle !== undefined && (
          <>
            {' · '}headline: <span dir="auto">{title}</span>
          </>
        )}
        {' · '}
        <Link href={`/c/${id}?blind=1`} prefetch={false}>
          With letters for names
        </Link>
      </p>
      {note !== undefined && (
        <p className={styles.note} dir="auto">
          {note}
        </p>
      )}
      <div className={styles.changes}>
        <details>
          <summary>{note === undefined && ownTitle === undefined ? 'Rename or note' : 'Change title or note'}</summary>
          <form action={noteNow} className={styles.form}>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="search" value={search} />
            <label>
              <span>Title here</span>
              <input name="title" maxLength={300} defaultValue={ownTitle} placeholder={title} />
            </label>
            <label>
              <span>Note</span>
              <textarea name="note" rows={3} maxLength={5000} defaultValue={note} />
            </label>
            <p className="soft fine">Only you see these. The comparison itself stays as it was frozen.</p>
            <button type="submit" className="button-main">
              Keep
            </button>
          </form>
        </details>
        <details>
          <summary>Delete</summary>
          <form action={deleteNow} className={styles.form}>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="search" value={search} />
            <label>
              <span>Reason, for those who follow a link to it</span>
              <input name="reason" maxLength={500} required />
            </label>
            <p className="soft fine">
              Every link to it says from then on that it was taken down, and why. Copies that were exported stay.
            </p>
            <button type="submit">Delete for good</button>
          </form>
        </details>
      </div>
    </article>
  );
}
