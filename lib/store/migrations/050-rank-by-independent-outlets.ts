import type { Store } from '../schema';
import { independentOutlets, rankAt } from '../story-rows';

/** Outlets that only repeat another's text no longer move a story up. */
export async function rankByIndependentOutlets({ db }: Store): Promise<void> {
  for (const { id, sort_at, headlines } of await db
    .selectFrom('stories')
    .select(['id', 'sort_at', 'headlines'])
    .where('outlet_count', '>', 1)
    .execute()) {
    const rank_at = rankAt(sort_at, independentOutlets(JSON.parse(headlines)));
    await db.updateTable('stories').set({ rank_at }).where('id', '=', id).execute();
  }
}
