import type { Timestamp } from '../types';
import { requiredUtc, storable } from './columns';
import type { Store } from './schema';
import { inTransaction } from './transaction';

/** Two phrases of which a person has said that they do not name one thing. The order does not matter. */
export type PhrasePair = readonly [string, string];

export async function rejectLabels(
  store: Store,
  codebookId: string,
  pairs: readonly PhrasePair[],
  at: Timestamp,
): Promise<void> {
  if (pairs.length === 0) return;
  const time = requiredUtc(at, 'at');
  const rows = pairs.map((pair) => {
    const [a = '', b = ''] = pair.map(storable).sort();
    return { codebook_id: storable(codebookId), phrase_a: a, phrase_b: b, at: time };
  });
  await inTransaction(store, ({ db }) =>
    db
      .insertInto('rejected_labels')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}

export async function listRejectedLabels(store: Store, codebookId: string): Promise<PhrasePair[]> {
  const rows = await store.db
    .selectFrom('rejected_labels')
    .select(['phrase_a', 'phrase_b'])
    .where('codebook_id', '=', storable(codebookId))
    .orderBy('phrase_a')
    .orderBy('phrase_b')
    .execute();
  return rows.map((row) => [row.phrase_a, row.phrase_b]);
}

/** Offers them again. @returns how many there were. */
export async function forgetRejectedLabels(store: Store, codebookId: string): Promise<number> {
  const gone = await inTransaction(store, ({ db }) =>
    db.deleteFrom('rejected_labels').where('codebook_id', '=', storable(codebookId)).executeTakeFirst(),
  );
  return Number(gone.numDeletedRows);
}
