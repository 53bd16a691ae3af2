import type { Reason, Timestamp } from '../types';
import { inBatches, later, readJson, requiredUtc, storable } from './columns';
import { claimed } from './dialect';
import type { Store } from './schema';
import { reasonShape } from './shapes';
import { inTransaction } from './transaction';

/** Row of no story: since it is there, new stories are told. */
const BEGUN = '';
const SEVERAL_OUTLETS = 2;

export type DeliveryState = 'known' | 'waiting' | 'sent' | 'given-up';
export type Delivery = { storyId: string; tries: number };

/**
 * Notes every story that several outlets report, lately, and that nobody was told of: from the first time on they are to be told of, and
 * what is there at the first time is taken as known, so that setting a webhook up does not send a day's news at once. Samples never are.
 * @returns how many are new.
 */
export async function noteNewStories(store: Store, at: Timestamp, since: Timestamp): Promise<number> {
  const now = requiredUtc(at, 'at');
  return inTransaction(store, async ({ db }) => {
    const begun = await db
      .insertInto('webhook_deliveries')
      .values({ story_id: BEGUN, state: 'known', tries: 0, at: now, due_at: null, reason: null })
      .onConflict((conflict) => conflict.column('story_id').doNothing())
      .returning('story_id')
      .executeTakeFirst();
    const isFirst = begun !== undefined;
    const rows = await db
      .selectFrom('stories')
      .leftJoin('webhook_deliveries', 'webhook_deliveries.story_id', 'stories.id')
      .select('stories.id')
      .where('webhook_deliveries.story_id', 'is', null)
      .where('outlet_count', '>=', SEVERAL_OUTLETS)
      .where('sample', '=', 0)
      .where('sort_at', '>=', requiredUtc(since, 'since'))
      .execute();
    if (rows.length === 0) return 0;
    const row = { state: isFirst ? 'known' : 'waiting', tries: 0, at: now, due_at: isFirst ? null : now, reason: null };
    for (const batch of inBatches(rows)) {
      await db
        .insertInto('webhook_deliveries')
        .values(batch.map(({ id }) => ({ story_id: id, ...row })))
        .onConflict((conflict) => conflict.column('story_id').doNothing())
        .execute();
    }
    return isFirst ? 0 : rows.length;
  });
}

/** The one that has been due longest, for whoever asks first; nobody else gets it until `leaseSeconds` have passed. */
export async function claimDelivery(store: Store, at: Timestamp, leaseSeconds: number): Promise<Delivery | undefined> {
  const now = requiredUtc(at, 'at');
  const row = await inTransaction(store, (inside) =>
    inside.db
      .with(
        (choice) => choice('due').materialized(),
        (db) =>
          claimed(
            inside,
            db
              .selectFrom('webhook_deliveries')
              .select('story_id')
              .where('due_at', '<=', now)
              .orderBy('due_at')
              .orderBy('story_id')
              .limit(1),
          ),
      )
      .updateTable('webhook_deliveries')
      .set(({ eb }) => ({ due_at: later(now, leaseSeconds), tries: eb('tries', '+', 1) }))
      .where('story_id', 'in', (select) => select.selectFrom('due').select('due.story_id'))
      .returning(['story_id', 'tries'])
      .executeTakeFirst(),
  );
  return row === undefined ? undefined : { storyId: row.story_id, tries: row.tries };
}

/** What became of a try. With `again` it stays waiting until then; `tries` is put back when nothing was sent. */
export async function saveDelivery(
  store: Store,
  { storyId, tries }: Delivery,
  { state, at, again, reason }: { state: DeliveryState; at: Timestamp; again?: Timestamp; reason?: Reason },
): Promise<void> {
  const row = {
    state,
    tries,
    at: requiredUtc(at, 'at'),
    due_at: again === undefined ? null : requiredUtc(again, 'again'),
    reason: reason === undefined ? null : JSON.stringify(reason),
  };
  await inTransaction(store, ({ db }) =>
    db.updateTable('webhook_deliveries').set(row).where('story_id', '=', storable(storyId)).execute(),
  );
}

/** For whoever looks why nothing came. Newest first. */
export async function listDeliveries(
  store: Store,
  limit: number,
): Promise<(Delivery & { state: string; at: Timestamp; dueAt?: Timestamp; reason?: Reason })[]> {
  const rows = await store.db
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('story_id', '<>', BEGUN)
    .where('state', '<>', 'known')
    .orderBy('at', 'desc')
    .orderBy('story_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    storyId: row.story_id,
    tries: row.tries,
    state: row.state,
    at: row.at,
    ...(row.due_at === null ? {} : { dueAt: row.due_at }),
    ...(row.reason === null ? {} : { reason: readJson(row.reason, reasonShape, `webhook_deliveries/${row.story_id}`) }),
  }));
}
