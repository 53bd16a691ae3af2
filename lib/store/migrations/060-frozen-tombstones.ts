import { textType } from '../dialect';
import type { Store } from '../schema';
import { table } from './columns-of';

/** Frozen comparisons that were deleted: their ids go on answering, with the reason. Nothing else of them is kept. */
export async function frozenTombstones({ db, dialect }: Store): Promise<void> {
  const text = textType(dialect);
  await table(db, 'frozen_tombstones', { id: text, at: text, reason: text })
    .addPrimaryKeyConstraint('frozen_tombstones_pk', ['id'])
    .execute();
}
