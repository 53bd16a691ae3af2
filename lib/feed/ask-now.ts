import type { FeedState, Reason, Timestamp } from '#lib/types';
import { isQuietAt, SHORTEST_SECONDS, SHORTEST_UNVALIDATED_SECONDS } from './feed-schedule';

/**
 * Why a feed should be left alone although somebody would like to have it read now; undefined when it may be asked. Its turn may be
 * brought forward, never its rest: the shortest interval, hours it asks to be spared, and the wait after a failure hold.
 */
export function whyNotNow(feed: FeedState, now: Timestamp): Reason | undefined {
  if (feed.pausedAt !== undefined) return { code: 'paused', message: 'paused here' };
  if (feed.retired) return { code: 'retired', message: `no longer read: ${feed.lastError?.message ?? 'it is gone.'}` };
  if (Date.parse(feed.nextCheckAt) <= Date.parse(now)) return undefined;
  if (feed.failures > 0) {
    const last = feed.lastError?.message ?? 'no reason was kept.';
    return { code: 'waiting', message: `the last try failed and the next must wait: ${last}` };
  }
  if (feed.quiet !== undefined && isQuietAt(now, feed.quiet)) {
    return { code: 'quiet-time', message: 'asks not to be read at this hour' };
  }
  const rest =
    feed.etag === undefined && feed.lastModified === undefined ? SHORTEST_UNVALIDATED_SECONDS : SHORTEST_SECONDS;
  const ago = feed.lastTryAt === undefined ? rest : (Date.parse(now) - Date.parse(feed.lastTryAt)) / 1000;
  if (ago >= rest) return undefined;
  const minutes = Math.max(0, Math.floor(ago / 60));
  const when = minutes === 0 ? 'less than a minute ago' : minutes === 1 ? 'a minute ago' : `${minutes} minutes ago`;
  return { code: 'just-read', message: `read ${when}` };
}
