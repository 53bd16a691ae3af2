import type { FeedState, Timestamp } from '../types';
import {
  keyOf,
  later,
  type OnProblem,
  present,
  readJson,
  readRows,
  requiredUtc,
  storable,
  storableOrNull,
} from './columns';
import { claimed } from './dialect';
import type { FeedRow, Store } from './schema';
import { folderShape, movingShape, quietShape, reasonShape } from './shapes';
import { inTransaction } from './transaction';

/** Subscribes to a feed. An address already subscribed to answers with the feed that has it. */
export async function addFeed(store: Store, feed: FeedState): Promise<{ added: boolean; feed: FeedState }> {
  const row = { ...toRow(feed), leased_by: null, lease_ends_at: null };
  return inTransaction(store, async ({ db }) => {
    const inserted = await db
      .insertInto('feeds')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (inserted !== undefined) return { added: true, feed };
    const known = await db
      .selectFrom('feeds')
      .selectAll()
      .where((where) => where.or([where('url_key', '=', row.url_key), where('id', '=', row.id)]))
      .orderBy('id')
      .executeTakeFirst();
    return { added: false, feed: known === undefined ? feed : toFeed(known) };
  });
}

/** By outlet, then address. */
export async function listFeeds(store: Store, onProblem?: OnProblem): Promise<FeedState[]> {
  const rows = await store.db.selectFrom('feeds').selectAll().orderBy('outlet_id').orderBy('url').execute();
  return readRows(rows, toFeed, onProblem);
}

export async function getFeed(store: Store, id: string): Promise<FeedState | undefined> {
  const row = await store.db.selectFrom('feeds').selectAll().where('id', '=', storable(id)).executeTakeFirst();
  return row === undefined ? undefined : toFeed(row);
}

type Lease = { now: Timestamp; leaseSeconds: number; worker: string };
export type ClaimRequest = Lease & { limit: number };

/**
 * Feeds that are due, longest overdue first, each given to one worker only: until `saveFeedState`, or until
 * `leaseSeconds` have passed (a worker that died), nobody else gets them. Retired and paused feeds are never due.
 */
export async function claimDueFeeds(store: Store, request: ClaimRequest, onProblem?: OnProblem): Promise<FeedState[]> {
  const now = requiredUtc(request.now, 'now');
  const lease = { leased_by: storable(request.worker), lease_ends_at: later(now, request.leaseSeconds) };
  // The choice is materialized because PostgreSQL may otherwise evaluate it again for each row it updates, and claim
  // more than `limit`.
  const rows = await inTransaction(store, (inside) =>
    inside.db
      .with(
        (choice) => choice('due').materialized(),
        (db) =>
          claimed(
            inside,
            db
              .selectFrom('feeds')
              .select('id')
              .where('retired', '=', 0)
              .where('paused_at', 'is', null)
              .where('due_at', '<=', now)
              .where((where) => where.or([where('lease_ends_at', 'is', null), where('lease_ends_at', '<=', now)]))
              .orderBy('due_at')
              .orderBy('id')
              .limit(request.limit),
          ),
      )
      .updateTable('feeds')
      .set(lease)
      .where('id', 'in', (select) => select.selectFrom('due').select('due.id'))
      .returningAll()
      .execute(),
  );
  const inOrder = rows.sort((a, b) => compare(a.due_at, b.due_at) || compare(a.id, b.id));
  return readRows(inOrder, toFeed, onProblem);
}

/** One feed, due or not, for whoever wants it now; undefined when another has it, or it is retired, paused or gone. */
export async function claimFeed(
  store: Store,
  id: string,
  { now, leaseSeconds, worker }: Lease,
): Promise<FeedState | undefined> {
  const at = requiredUtc(now, 'now');
  const row = await inTransaction(store, ({ db }) =>
    db
      .updateTable('feeds')
      .set({ leased_by: storable(worker), lease_ends_at: later(at, leaseSeconds) })
      .where('id', '=', storable(id))
      .where('retired', '=', 0)
      .where('paused_at', 'is', null)
      .where((where) => where.or([where('lease_ends_at', 'is', null), where('lease_ends_at', '<=', at)]))
      .returningAll()
      .executeTakeFirst(),
  );
  return row === undefined ? undefined : toFeed(row);
}

/** Gives one feed back as it was. */
export async function releaseFeed(store: Store, id: string, worker: string): Promise<void> {
  await inTransaction(store, ({ db }) =>
    db
      .updateTable('feeds')
      .set({ leased_by: null, lease_ends_at: null })
      .where('id', '=', storable(id))
      .where('leased_by', '=', storable(worker))
      .execute(),
  );
}

/** Feeds that could be claimed now. */
export async function countDueFeeds(store: Store, at: Timestamp): Promise<number> {
  const now = requiredUtc(at, 'now');
  const row = await store.db
    .selectFrom('feeds')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('retired', '=', 0)
    .where('due_at', '<=', now)
    .where((where) => where.or([where('lease_ends_at', 'is', null), where('lease_ends_at', '<=', now)]))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** A worker that is still at it keeps its feeds for `leaseSeconds` more. */
export async function renewLeases(store: Store, { now, leaseSeconds, worker }: Lease): Promise<void> {
  const ends = later(requiredUtc(now, 'now'), leaseSeconds);
  await inTransaction(store, ({ db }) =>
    db.updateTable('feeds').set({ lease_ends_at: ends }).where('leased_by', '=', storable(worker)).execute(),
  );
}

/** Gives back what a worker has claimed and not read: due again at once. */
export async function releaseLeases(store: Store, worker: string): Promise<void> {
  await inTransaction(store, ({ db }) =>
    db
      .updateTable('feeds')
      .set({ leased_by: null, lease_ends_at: null })
      .where('leased_by', '=', storable(worker))
      .execute(),
  );
}

/**
 * Keeps what the last try taught and gives the feed back. A feed that was removed meanwhile stays removed. An address
 * that another feed has already (two that were moved to one) is not taken over. Pause and folder are somebody's choice and not
 * what a try teaches: they stay as they are, so that a feed paused while it is being read stays paused.
 *
 * @returns the feed as stored, or undefined when it is gone.
 */
export async function saveFeedState(store: Store, feed: FeedState): Promise<FeedState | undefined> {
  const row = toRow(feed);
  return inTransaction(store, async ({ db }) => {
    const other = await db
      .selectFrom('feeds')
      .select('id')
      .where('url_key', '=', row.url_key)
      .where('id', '<>', row.id)
      .executeTakeFirst();
    const { url, url_key, paused_at: _paused, folder: _folder, ...state } = row;
    const stored = await db
      .updateTable('feeds')
      .set({ ...state, ...(other === undefined ? { url, url_key } : {}), leased_by: null, lease_ends_at: null })
      .where('id', '=', row.id)
      .returningAll()
      .executeTakeFirst();
    return stored === undefined ? undefined : toFeed(stored);
  });
}

/** One feed, or all feeds of an outlet. */
export type WhichFeeds = { feedId: string } | { outletId: string };

/** Leaves feeds unread until `resumeFeeds`. One paused already keeps the moment it has been paused since. */
export async function pauseFeeds(store: Store, which: WhichFeeds, at: Timestamp): Promise<void> {
  const pausedAt = requiredUtc(at, 'at');
  await inTransaction(store, ({ db }) =>
    db
      .updateTable('feeds')
      .set({ paused_at: pausedAt })
      .where(...meant(which))
      .where('paused_at', 'is', null)
      .execute(),
  );
}

/** Reads them again when their time comes; one that became due meanwhile is due at once. */
export async function resumeFeeds(store: Store, which: WhichFeeds): Promise<void> {
  await inTransaction(store, ({ db }) =>
    db
      .updateTable('feeds')
      .set({ paused_at: null })
      .where(...meant(which))
      .execute(),
  );
}

/**
 * Makes feeds due because somebody asked: those meant, whatever their state (a retired one is tried again), or all that are
 * read, not waiting out a failure (a server that said "later" is left alone until then), and not tried since a moment. Paused feeds
 * stay paused, and who is reading a feed keeps it.
 */
export async function makeFeedsDue(
  store: Store,
  now: Timestamp,
  which?: WhichFeeds,
  { notTriedSince }: { notTriedSince?: Timestamp } = {},
): Promise<void> {
  const at = requiredUtc(now, 'now');
  await inTransaction(store, ({ db }) => {
    const unpaused = db
      .updateTable('feeds')
      .set({ retired: 0, next_check_at: at, due_at: at })
      .where('paused_at', 'is', null)
      .where((where) => where.or([where('retired', '=', 1), where('due_at', '>', at)]));
    if (which !== undefined) return unpaused.where(...meant(which)).execute();
    const read = unpaused.where('retired', '=', 0).where('failures', '=', 0);
    if (notTriedSince === undefined) return read.execute();
    const since = requiredUtc(notTriedSince, 'notTriedSince');
    return read
      .where((where) => where.or([where('last_try_at', 'is', null), where('last_try_at', '<', since)]))
      .execute();
  });
}

function meant(which: WhichFeeds): ['id' | 'outlet_id', '=', string] {
  return 'feedId' in which ? ['id', '=', storable(which.feedId)] : ['outlet_id', '=', storable(which.outletId)];
}

/** Unsubscribes all feeds of an outlet. The outlet stays known, so that nothing subscribes it again by itself. */
export async function removeFeedsOf(store: Store, outletId: string): Promise<void> {
  await inTransaction(store, ({ db }) => db.deleteFrom('feeds').where('outlet_id', '=', storable(outletId)).execute());
}

/** By address. */
export async function feedsOfOutlet(store: Store, outletId: string): Promise<FeedState[]> {
  const rows = await store.db
    .selectFrom('feeds')
    .selectAll()
    .where('outlet_id', '=', storable(outletId))
    .orderBy('url')
    .execute();
  return readRows(rows, toFeed);
}

/** The feeds among these addresses that are subscribed, by address. */
export async function feedsByUrl(store: Store, urls: readonly string[]): Promise<Map<string, FeedState>> {
  if (urls.length === 0) return new Map();
  const rows = await store.db.selectFrom('feeds').selectAll().where('url_key', 'in', urls.map(keyOf)).execute();
  return new Map(readRows(rows, toFeed).map((feed) => [feed.url, feed]));
}

/** Unsubscribes, and forgets which entries were seen. Articles stay. Unknown id: nothing happens. */
export async function removeFeed(store: Store, id: string): Promise<void> {
  await inTransaction(store, ({ db }) => db.deleteFrom('feeds').where('id', '=', storable(id)).execute());
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function toRow(feed: FeedState): Omit<FeedRow, 'leased_by' | 'lease_ends_at'> {
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

function toFeed(row: FeedRow): FeedState {
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
