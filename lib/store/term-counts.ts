import { sql } from 'kysely';
import { inBatches, keyOf } from './columns';
import type { Store } from './schema';

/** The row of `term_counts` that counts profiles. */
export const ALL = '';

/**
 * Counts read before. Placing one article asks for the terms of sixty, some ten thousand, of which the last article has changed two
 * hundred: asking for the rest anew took a third of the time of placing. Counts changed by this process are forgotten at once; when the
 * number of profiles is not what it should be, another process has written, and all are forgotten. (One that replaced a profile by another
 * of the same article goes unseen until the next new one: a count or two off, in weights that are logarithms of shares.)
 */
type Known = { documents: number; counts: Map<string, number>; changes: number };
const caches = new WeakMap<object, Known>();
const MOST_KNOWN = 200_000;

/** How many profiles there are, and in how many each of these terms occurs; terms that occur in none are left out. */
export async function frequencies(store: Store, terms: readonly string[]) {
  const known = await upToDate(store);
  const { changes } = known;
  const counts = new Map<string, number>();
  const unknown = new Map<string, string>();
  const found = (term: string, count: number) => {
    if (count > 0) counts.set(term, count);
  };
  for (const term of terms) {
    const count = known.counts.get(term);
    if (count !== undefined) found(term, count);
    else if (keyOf(term) !== ALL) unknown.set(keyOf(term), term);
  }
  for (const batch of inBatches([...unknown.keys()])) {
    const rows = await store.db.selectFrom('term_counts').selectAll().where('term', 'in', batch).execute();
    const read = new Map(rows.map((row) => [row.term, row.documents]));
    for (const key of batch) {
      const count = read.get(key) ?? 0;
      found(unknown.get(key) ?? '', count);
      // A change that came between may or may not be in what was read. Terms that are no keys are rare and asked for again.
      if (known.changes === changes && unknown.get(key) === key) known.counts.set(key, count);
    }
  }
  return { documents: known.documents, counts };
}

async function upToDate(store: Store): Promise<Known> {
  const row = await store.db.selectFrom('term_counts').select('documents').where('term', '=', ALL).executeTakeFirst();
  const documents = row?.documents ?? 0;
  const known = caches.get(store.memory);
  if (known && known.documents === documents && known.counts.size < MOST_KNOWN) return known;
  const fresh: Known = { documents, counts: new Map(), changes: 0 };
  caches.set(store.memory, fresh);
  return fresh;
}

/** After this process has changed counts: what is known of them is old. */
export function forgetCounts({ memory }: Store, changes: ReadonlyMap<string, number>): void {
  const known = caches.get(memory);
  if (!known) return;
  known.changes++;
  known.documents += changes.get(ALL) ?? 0;
  for (const term of changes.keys()) known.counts.delete(term);
}

/**
 * Last in each transaction and in the order of terms: every writer holds the rows of common terms until it is done, so
 * the time is kept short, and nobody waits for somebody who waits for him.
 */
export async function changeCounts(inside: Store, changes: ReadonlyMap<string, number>): Promise<void> {
  const rows = [...changes].filter(([, change]) => change !== 0).map(([term, documents]) => ({ term, documents }));
  rows.sort((a, b) => (a.term < b.term ? -1 : 1));
  for (const batch of inBatches(rows)) {
    await inside.db
      .insertInto('term_counts')
      .values(batch)
      .onConflict((conflict) =>
        conflict.column('term').doUpdateSet({ documents: sql`term_counts.documents + excluded.documents` }),
      )
      .execute();
  }
}
