import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { SynopticError } from '../errors';
import type { Timestamp } from '../types';
import { keyOf, requiredUtc, storable } from './columns';
import { fromCursor, toCursor } from './cursor';
import type { Store } from './schema';
import { inTransaction } from './transaction';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Comparisons kept to save working them out again: whatever is here may go at any time. */
export async function getCachedComparison(store: Store, key: string): Promise<Uint8Array | undefined> {
  const row = await store.db
    .selectFrom('comparison_cache')
    .select('bytes')
    .where('key', '=', keyOf(key))
    .executeTakeFirst();
  // A damaged one is as good as none.
  return row === undefined ? undefined : unpack(row.bytes).catch(() => undefined);
}

export async function putCachedComparison(store: Store, key: string, bytes: Uint8Array, at: Timestamp): Promise<void> {
  const row = { key: keyOf(key), bytes: await pack(bytes), saved_at: requiredUtc(at, 'at') };
  await inTransaction(store, ({ db }) =>
    db
      .insertInto('comparison_cache')
      .values(row)
      .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
      .execute(),
  );
}

/** Drops cached comparisons saved before `before`. */
export async function pruneCachedComparisons(store: Store, before: Timestamp): Promise<number> {
  const limit = requiredUtc(before, 'before');
  const gone = await inTransaction(store, ({ db }) =>
    db.deleteFrom('comparison_cache').where('saved_at', '<', limit).executeTakeFirst(),
  );
  return Number(gone.numDeletedRows);
}

export type FrozenSummary = { id: string; title: string; frozenAt: Timestamp };

/**
 * Keeps a frozen document for good. Doing it twice changes nothing, not even the date.
 *
 * @param again also when it was deleted here: somebody who may delete it wants it back. Otherwise a deleted id stays deleted,
 * whoever brings the same content again.
 * @throws SynopticError `import-refused` when other bytes stand under this id: a frozen comparison is never replaced;
 * `gone` when it was deleted.
 */
export async function freeze(
  store: Store,
  {
    id,
    bytes,
    at,
    title,
    again = false,
  }: { id: string; bytes: Uint8Array; at: Timestamp; title: string; again?: boolean },
): Promise<{ created: boolean; frozenAt: Timestamp }> {
  const frozenAt = requiredUtc(at, 'at');
  const row = { id: storable(id), title: storable(title), frozen_at: frozenAt, bytes: await pack(bytes) };
  const inserted = await inTransaction(store, async (inside) => {
    if (again) await inside.db.deleteFrom('frozen_tombstones').where('id', '=', row.id).execute();
    else await refuseDeleted(inside, id);
    return inside.db
      .insertInto('frozen_comparisons')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
  });
  if (inserted !== undefined) return { created: true, frozenAt };
  const kept = await getFrozen(store, id);
  if (kept !== undefined && Buffer.from(bytes).equals(kept.bytes)) return { created: false, frozenAt: kept.frozenAt };
  throw new SynopticError('import-refused', `Another document is already frozen as ${id}; it was left as it is.`, {
    subject: id,
  });
}

async function refuseDeleted(store: Store, id: string): Promise<void> {
  const tombstone = await getTombstone(store, id);
  if (tombstone) throw deletedError(id, tombstone);
}

/** What is said wherever a deleted id is asked for. */
export function deletedError(id: string, { at, reason }: Tombstone): SynopticError {
  return new SynopticError('gone', `The frozen comparison ${id} was deleted on ${at.slice(0, 10)}: ${reason}`, {
    subject: 'id',
  });
}

/** @throws SynopticError `damaged-row` when the stored bytes are damaged. */
export async function getFrozen(
  store: Store,
  id: string,
): Promise<(FrozenSummary & { bytes: Uint8Array }) | undefined> {
  const row = await store.db
    .selectFrom('frozen_comparisons')
    .selectAll()
    .where('id', '=', storable(id))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  try {
    return { id: row.id, title: row.title, frozenAt: row.frozen_at, bytes: await unpack(row.bytes) };
  } catch (cause) {
    throw new SynopticError('damaged-row', `The frozen comparison ${id} is damaged. Restore it from a backup.`, {
      subject: `frozen_comparisons/${id}`,
      cause,
    });
  }
}

/**
 * Latest first. `withoutClasses` leaves out what a class was given with letters, and the same with names: side by side in one list,
 * one title under two addresses would undo the letters.
 */
export async function listFrozen(
  store: Store,
  { limit, cursor, withoutClasses = false }: { limit: number; cursor?: string; withoutClasses?: boolean },
): Promise<{ frozen: FrozenSummary[]; nextCursor?: string }> {
  let select = store.db.selectFrom('frozen_comparisons').select(['id', 'title', 'frozen_at']);
  if (withoutClasses) {
    const links = store.db.selectFrom('blind_links');
    select = select
      .where('id', 'not in', links.select('blind_id'))
      .where('id', 'not in', links.select('comparison_id'));
  }
  if (cursor !== undefined) {
    const last = fromCursor(cursor);
    select = select.where(({ eb, and, or }) =>
      or([eb('frozen_at', '<', last.at), and([eb('frozen_at', '=', last.at), eb('id', '<', last.id)])]),
    );
  }
  const rows = await select
    .orderBy('frozen_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit).map((row) => ({ id: row.id, title: row.title, frozenAt: row.frozen_at }));
  const last = shown.at(-1);
  return {
    frozen: shown,
    ...(rows.length > limit && last !== undefined ? { nextCursor: toCursor(last.frozenAt, last.id) } : {}),
  };
}

export type Tombstone = { at: Timestamp; reason: string };

/**
 * Only its owner should: links to it stop working. Its id, the moment and the reason stay; nothing of its content does.
 * @returns whether there was one.
 */
export async function deleteFrozen(store: Store, id: string, { at, reason }: Tombstone): Promise<boolean> {
  const row = { id: storable(id), at: requiredUtc(at, 'at'), reason: storable(reason) };
  return inTransaction(store, async ({ db }) => {
    const gone = await db.deleteFrom('frozen_comparisons').where('id', '=', row.id).executeTakeFirst();
    if (Number(gone.numDeletedRows) === 0) return false;
    const { id: _, ...renewed } = row;
    await db
      .insertInto('frozen_tombstones')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(renewed))
      .execute();
    return true;
  });
}

/** When and why a comparison was deleted; undefined when it was not. */
export async function getTombstone(store: Store, id: string): Promise<Tombstone | undefined> {
  return store.db
    .selectFrom('frozen_tombstones')
    .select(['at', 'reason'])
    .where('id', '=', storable(id))
    .executeTakeFirst();
}
