import type { Timestamp } from '../types';
import { requiredUtc, sha256, storable } from './columns';
import type { Store } from './schema';
import { inTransaction } from './transaction';

/** `query`: what stands behind the question mark of the first page. */
export type SavedFilter = { id: string; name: string; query: string };

/** Keeps a filter under a name; the same filter again only gets the new name. */
export async function saveFilter(store: Store, name: string, query: string, at: Timestamp): Promise<string> {
  const row = {
    id: sha256(query).slice(0, 16),
    name: storable(name),
    query: storable(query),
    at: requiredUtc(at, 'at'),
  };
  await inTransaction(store, ({ db }) =>
    db
      .insertInto('saved_filters')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ name: row.name }))
      .execute(),
  );
  return row.id;
}

/** In the order in which they were kept. */
export async function listFilters(store: Store): Promise<SavedFilter[]> {
  return store.db.selectFrom('saved_filters').select(['id', 'name', 'query']).orderBy('at').orderBy('id').execute();
}

export async function deleteFilter(store: Store, id: string): Promise<void> {
  await inTransaction(store, ({ db }) => db.deleteFrom('saved_filters').where('id', '=', storable(id)).execute());
}
