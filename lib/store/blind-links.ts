import type { Timestamp } from '../types';
import { requiredUtc, storable } from './columns';
import type { Store } from './schema';
import { inTransaction } from './transaction';

/** A frozen comparison, the same with letters for outlets, and the secret that leads from the second back to the first. */
export type BlindLink = { comparisonId: string; blindId: string; key: string };

/** Keeps it unless there is one: the key that was handed out goes on to work. @returns the one that is kept. */
export async function keepBlindLink(store: Store, link: BlindLink, at: Timestamp): Promise<BlindLink> {
  const row = {
    comparison_id: storable(link.comparisonId),
    blind_id: storable(link.blindId),
    key: storable(link.key),
    at: requiredUtc(at, 'at'),
  };
  await inTransaction(store, ({ db }) =>
    db
      .insertInto('blind_links')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  return (await findBlindLink(store, link.comparisonId)) ?? link;
}

/** By the id of either of the two. */
export async function findBlindLink(store: Store, id: string): Promise<BlindLink | undefined> {
  const row = await store.db
    .selectFrom('blind_links')
    .selectAll()
    .where(({ eb, or }) => or([eb('comparison_id', '=', storable(id)), eb('blind_id', '=', storable(id))]))
    .executeTakeFirst();
  return row && { comparisonId: row.comparison_id, blindId: row.blind_id, key: row.key };
}
