import type { Timestamp } from '../types';
import { requiredUtc, storable } from './columns';
import type { Store } from './schema';
import { inTransaction } from './transaction';

/** A person has said that this text, offered to the story, reports another event: it is not offered there again. */
export async function dismissOffer(store: Store, storyId: string, articleId: string, at: Timestamp): Promise<void> {
  const row = { story_id: storable(storyId), article_id: storable(articleId), at: requiredUtc(at, 'at') };
  await inTransaction(store, ({ db }) =>
    db
      .insertInto('dismissed_offers')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}

/** Offers them again. @returns how many there were. */
export async function forgetDismissals(store: Store, storyId: string): Promise<number> {
  const gone = await inTransaction(store, ({ db }) =>
    db.deleteFrom('dismissed_offers').where('story_id', '=', storable(storyId)).executeTakeFirst(),
  );
  return Number(gone.numDeletedRows);
}

export async function dismissedOffers(store: Store, storyId: string): Promise<string[]> {
  const rows = await store.db
    .selectFrom('dismissed_offers')
    .select('article_id')
    .where('story_id', '=', storable(storyId))
    .orderBy('article_id')
    .execute();
  return rows.map((row) => row.article_id);
}
