import type { FeedState, Timestamp } from '../types';
import { keyOf, type OnProblem, readRows, requiredUtc, storable } from './columns';
import { toFeed, toRow } from './feed-rows';
import type { Store } from './schema';
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
