import Link from 'next/link';
import type { FeedState, Outlet } from '#lib/types';
import { pauseNow, readOutletNow, resumeNow } from '../actions';
import styles from '../outlets.module.css';

/** For all feeds of the outlet at once. Removing asks once more on a page of its own. */
export function OutletButtons({ outlet, feeds }: { outlet: Outlet; feeds: readonly FeedState[] }) {
  const id = <input type="hidden" name="outlet" value={outlet.id} />;
  const hasPaused = feeds.some((feed) => feed.pausedAt !== undefined);
  const hasRunning = feeds.some((feed) => feed.pausedAt === undefined);
  return (
    <div className={styles.actions}>
      {hasRunning ? (
        <>
          <form action={readOutletNow}>
            {id}
            <button type="submit">Read now</button>
          </form>
          <form action={pauseNow}>
            {id}
            <button type="submit">Pause</button>
          </form>
        </>
      ) : null}
      {hasPaused ? (
        <form action={resumeNow}>
          {id}
          <button type="submit" className="button-main">
            Resume
          </button>
        </form>
      ) : null}
      <Link className="button" href={`/outlets/${encodeURIComponent(outlet.id)}/remove`} prefetch={false}>
        Remove …
      </Link>
    </div>
  );
}
