import type { FeedState } from '../types';
import { keyOf, present, readJson, requiredUtc, storable, storableOrNull } from './columns';
import type { FeedRow } from './schema';
import { folderShape, movingShape, quietShape, reasonShape } from './shapes';

/** What of a feed is kept; who is reading it is not the feed's. */
export function toRow(feed: FeedState): Omit<FeedRow, 'leased_by' | 'lease_ends_at'> {
  return {
    id: storable(feed.id),
    outlet_id: storable(feed.outletId),
    url: storable(feed.url),
    url_key: keyOf(feed.url),
    title: storableOrNull(feed.title),
    etag: storableOrNull(feed.etag),
    last_modified: storableOrNull(feed.lastModified),
    moving: feed.moving === undefined ? null : JSON.stringify(feed.moving),
    quiet: feed.quiet === undefined ? null : JSON.stringify(feed.quiet),
    last_try_at: storableOrNull(feed.lastTryAt),
    last_success_at: storableOrNull(feed.lastSuccessAt),
    last_error: feed.lastError === undefined ? null : JSON.stringify(feed.lastError),
    failures: feed.failures,
    interval_seconds: Math.round(feed.intervalSeconds),
    next_check_at: storable(feed.nextCheckAt),
    due_at: requiredUtc(feed.nextCheckAt, 'nextCheckAt'),
    retired: feed.retired ? 1 : 0,
    paused_at: feed.pausedAt === undefined ? null : requiredUtc(feed.pausedAt, 'pausedAt'),
    folder: feed.folder === undefined ? null : JSON.stringify(feed.folder.map(storable)),
  };
}

export function toFeed(row: FeedRow): FeedState {
  const { title, etag, last_modified: lastModified, last_try_at: lastTryAt, last_success_at: lastSuccessAt } = row;
  const optional = present({ title, etag, lastModified, lastTryAt, lastSuccessAt });
  return {
    id: row.id,
    outletId: row.outlet_id,
    url: row.url,
    ...optional,
    ...(row.moving === null ? {} : { moving: readJson(row.moving, movingShape, `feeds/${row.id}`) }),
    ...(row.quiet === null ? {} : { quiet: readJson(row.quiet, quietShape, `feeds/${row.id}`) }),
    ...(row.last_error === null ? {} : { lastError: readJson(row.last_error, reasonShape, `feeds/${row.id}`) }),
    failures: row.failures,
    intervalSeconds: row.interval_seconds,
    nextCheckAt: row.next_check_at,
    retired: row.retired === 1,
    ...(row.paused_at === null ? {} : { pausedAt: row.paused_at }),
    ...(row.folder === null ? {} : { folder: readJson(row.folder, folderShape, `feeds/${row.id}`) }),
  };
}
