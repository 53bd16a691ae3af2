import type { Entry, Reason, Timestamp } from '../types';
import { inBatches, keyOf, later, type OnProblem, readJson, readRows, requiredUtc, storable, utc } from './columns';
import { claimed, held } from './dialect';
import type { FeedEntryRow, Store } from './schema';
import { entryShape, reasonShape } from './shapes';
import { inTransaction } from './transaction';

/** What became of an entry: an article, a reason why there is none, or neither (looked at, nothing to fetch). */
export type EntryOutcome = { at: Timestamp; articleId?: string; reason?: Reason };

export type RetryableEntry = { feedId: string; entry: Entry; tries: number; reason?: Reason };

/** Seconds until a failed entry is tried again, by number of failed tries: pages are often there minutes after the feed. */
const RETRY_SECONDS = [10 * 60, 60 * 60, 6 * 3600, 24 * 3600];

/** Failures that trying again does not mend. */
const FINAL = new Set(['gone', 'robots-disallowed', 'address-refused', 'address-invalid']);

/** Those of `entries` that this feed has not shown before, in their order; an id twice in one feed counts once. */
export async function newEntries(store: Store, feedId: string, entries: readonly Entry[]): Promise<Entry[]> {
  const byKey = new Map<string, Entry>();
  for (const entry of entries) if (!byKey.has(keyOf(entry.id))) byKey.set(keyOf(entry.id), entry);
  for (const keys of inBatches([...byKey.keys()])) {
    const seen = await store.db
      .selectFrom('feed_entries')
      .select('entry_key')
      .where('feed_id', '=', storable(feedId))
      .where('entry_key', 'in', keys)
      .execute();
    for (const { entry_key } of seen) byKey.delete(entry_key);
  }
  return [...byKey.values()];
}

/**
 * Remembers the outcome, so that an entry that gave an article is never fetched again and one that failed is tried again
 * later, a few times. A success is not undone by a later failure. Nothing is kept for a feed removed meanwhile.
 */
export async function recordEntry(store: Store, feedId: string, entry: Entry, outcome: EntryOutcome): Promise<void> {
  const at = requiredUtc(outcome.at, 'at');
  const key = { feed_id: storable(feedId), entry_key: keyOf(entry.id) };
  await inTransaction(store, async (inside) => {
    const feed = inside.db.selectFrom('feeds').select('id').where('id', '=', key.feed_id);
    if ((await held(inside, feed).executeTakeFirst()) === undefined) return;
    const before = await inside.db
      .selectFrom('feed_entries')
      .select(['article_id', 'tries'])
      .where('feed_id', '=', key.feed_id)
      .where('entry_key', '=', key.entry_key)
      .executeTakeFirst();
    if (before?.article_id != null && outcome.articleId === undefined) return;
    const tries = (before?.tries ?? 0) + 1;
    const retryAt = nextRetry(outcome, at, tries);
    const state = {
      article_id: outcome.articleId === undefined ? null : storable(outcome.articleId),
      recorded_at: at,
      tries,
      reason: outcome.reason === undefined ? null : JSON.stringify(outcome.reason),
      entry: retryAt === null ? null : JSON.stringify(entry),
      retry_at: retryAt,
      updated_at: updatedAt(entry),
    };
    await inside.db
      .insertInto('feed_entries')
      .values({ ...key, ...state })
      .onConflict((conflict) => conflict.columns(['feed_id', 'entry_key']).doUpdateSet(state))
      .execute();
  });
}

/**
 * Failed entries whose waiting time is over, longest waiting first, each given to one reader only: until `recordEntry`, or until
 * `leaseSeconds` have passed, nobody else gets them.
 */
export async function claimRetries(
  store: Store,
  { now, limit, leaseSeconds }: { now: Timestamp; limit: number; leaseSeconds: number },
  onProblem?: OnProblem,
): Promise<RetryableEntry[]> {
  const at = requiredUtc(now, 'now');
  const rows = await inTransaction(store, async (inside) => {
    const waiting = inside.db.selectFrom('feed_entries').selectAll().where('retry_at', '<=', at);
    const order = waiting.orderBy('retry_at').orderBy('feed_id').orderBy('entry_key').limit(limit);
    const taken = await claimed(inside, order).execute();
    for (const { feed_id, entry_key } of taken) {
      await inside.db
        .updateTable('feed_entries')
        .set({ retry_at: later(at, leaseSeconds) })
        .where('feed_id', '=', feed_id)
        .where('entry_key', '=', entry_key)
        .execute();
    }
    return taken;
  });
  return readRows(rows, toRetryable, onProblem);
}

/**
 * Ids of the articles whose entries say now that they were updated after what was seen of them, each told once.
 * A feed that gives no times of updating is never heard here.
 */
export async function noteUpdates(store: Store, feedId: string, entries: readonly Entry[]): Promise<string[]> {
  const updates = new Map(
    entries.flatMap((entry) => {
      const at = updatedAt(entry);
      return at === null ? [] : [[keyOf(entry.id), at] as const];
    }),
  );
  const articleIds: string[] = [];
  for (const keys of inBatches([...updates.keys()])) {
    const known = await store.db
      .selectFrom('feed_entries')
      .select(['entry_key', 'article_id', 'recorded_at', 'updated_at'])
      .where('feed_id', '=', storable(feedId))
      .where('entry_key', 'in', keys)
      .where('article_id', 'is not', null)
      .execute();
    for (const { entry_key, article_id, recorded_at, updated_at } of known) {
      const at = updates.get(entry_key);
      if (at === undefined || article_id === null || at <= (updated_at ?? recorded_at)) continue;
      articleIds.push(article_id);
      await inTransaction(store, ({ db }) =>
        db
          .updateTable('feed_entries')
          .set({ updated_at: at })
          .where('feed_id', '=', storable(feedId))
          .where('entry_key', '=', entry_key)
          .execute(),
      );
    }
  }
  return articleIds;
}

function updatedAt({ updated }: Entry): Timestamp | null {
  return updated === undefined ? null : (utc(updated) ?? null);
}

function nextRetry({ articleId, reason }: EntryOutcome, at: Timestamp, tries: number): Timestamp | null {
  if (articleId !== undefined || reason === undefined || FINAL.has(reason.code)) return null;
  const seconds = RETRY_SECONDS[tries - 1];
  return seconds === undefined ? null : later(at, seconds);
}

function toRetryable(row: FeedEntryRow): RetryableEntry {
  const place = `feed_entries/${row.feed_id}/${row.entry_key}`;
  return {
    feedId: row.feed_id,
    entry: readJson(row.entry ?? '', entryShape, place),
    tries: row.tries,
    ...(row.reason === null ? {} : { reason: readJson(row.reason, reasonShape, place) }),
  };
}
