import Link from 'next/link';
import { conditionOf } from '#lib/feed/feed-condition';
import type { FeedState, Outlet } from '#lib/types';
import type { EntryCounts } from '../../_queries/outlets';
import { pauseNow, readOutletNow, resumeNow } from '../actions';
import styles from '../outlets.module.css';
import { At, State } from '../state';

type Props = { outlet: Outlet; feeds: readonly FeedState[]; entries: Map<string, EntryCounts>; isAllowed: boolean };

/** Each feed by itself. Buttons of one feed are here only when there are several; otherwise those of the outlet do. */
export function FeedTable({ outlet, feeds, entries, isAllowed }: Props) {
  const hasButtons = isAllowed && feeds.length > 1;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Address</th>
          <th scope="col">State</th>
          <th scope="col">Last success (UTC)</th>
          <th scope="col">Last try</th>
          <th scope="col">Next try</th>
          <th scope="col">Asked every</th>
          <th scope="col">Entries kept</th>
          {hasButtons ? <th scope="col">Change</th> : null}
        </tr>
      </thead>
      <tbody>
        {feeds.map((feed) => (
          <tr key={feed.id}>
            <th scope="row">
              {feed.title === undefined ? null : <bdi lang={outlet.language}>{feed.title}</bdi>}
              <span className={styles.address}>
                {feed.folder === undefined ? '' : `${feed.folder.join(' / ')} · `}
                {feed.url}
              </span>
            </th>
            <td data-label="State">
              <State state={conditionOf(feed)} />
              {feed.pausedAt === undefined ? null : (
                <span className={styles.address}>
                  since <At at={feed.pausedAt} />
                </span>
              )}
            </td>
            <td data-label="Last success (UTC)">
              <At at={feed.lastSuccessAt} />
            </td>
            <td data-label="Last try">
              <At at={feed.lastTryAt} />
            </td>
            <td data-label="Next try">
              <At at={feed.retired || feed.pausedAt !== undefined ? undefined : feed.nextCheckAt} otherwise="none" />
            </td>
            <td data-label="Asked every">{spoken(feed.intervalSeconds)}</td>
            <td data-label="Entries kept">{kept(entries.get(feed.id))}</td>
            {hasButtons ? (
              <td className={styles.buttons}>
                <FeedButtons outlet={outlet} feed={feed} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FeedButtons({ outlet, feed }: { outlet: Outlet; feed: FeedState }) {
  const isPaused = feed.pausedAt !== undefined;
  const ids = (
    <>
      <input type="hidden" name="outlet" value={outlet.id} />
      <input type="hidden" name="feed" value={feed.id} />
    </>
  );
  return (
    <div className={styles.change}>
      {isPaused ? null : (
        <form action={readOutletNow}>
          {ids}
          <button type="submit" aria-label={`Read ${feed.url} now`}>
            Read now
          </button>
        </form>
      )}
      <form action={isPaused ? resumeNow : pauseNow}>
        {ids}
        <button type="submit" aria-label={`${isPaused ? 'Resume' : 'Pause'} ${feed.url}`}>
          {isPaused ? 'Resume' : 'Pause'}
        </button>
      </form>
      <Link
        className="button"
        prefetch={false}
        href={`/outlets/${encodeURIComponent(outlet.id)}/remove?feed=${encodeURIComponent(feed.id)}`}
        aria-label={`Remove ${feed.url} …`}
      >
        Remove …
      </Link>
    </div>
  );
}

function kept(counts: EntryCounts | undefined): string {
  if (counts === undefined) return 'none';
  const waiting = counts.waiting === 0 ? '' : `, ${counts.waiting} to be tried again`;
  return `${counts.articles} of ${counts.entries} read${waiting}`;
}

function spoken(seconds: number): string {
  if (seconds < 5_400) return `${Math.round(seconds / 60)} minutes`;
  return seconds < 129_600 ? `${Math.round(seconds / 360) / 10} hours` : `${Math.round(seconds / 8_640) / 10} days`;
}
