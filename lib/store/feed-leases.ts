import type { FeedState, Timestamp } from '../types';
import { later, type OnProblem, readRows, requiredUtc, storable } from './columns';
import { claimed } from './dialect';
import { toFeed } from './feed-rows';
import type { Store } from './schema';
import { inTransaction } from './transaction';

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
    .where('paused_at', 'is', null)
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

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
