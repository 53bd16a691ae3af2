import { shouldRunAgain } from './dialect';
import type { Store } from './schema';

const MOST_RUNS = 4;

/**
 * Runs `work` in one transaction: all of it is stored or none. Store functions called with the store that `work` is given
 * take part in it, so a caller may join several; the outer `store` must not be used meanwhile (on SQLite it would wait
 * for the transaction that waits for it). `work` may run more than once when PostgreSQL breaks a deadlock.
 */
export async function inTransaction<T>(store: Store, work: (inside: Store) => Promise<T>): Promise<T> {
  if (store.db.isTransaction) return work(store);
  for (let run = 1; ; run++) {
    try {
      return await store.db.transaction().execute((db) => work({ ...store, db }));
    } catch (error) {
      if (run >= MOST_RUNS || !shouldRunAgain(error)) throw error;
    }
  }
}
