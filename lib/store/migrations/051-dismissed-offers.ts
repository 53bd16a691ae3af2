import { textType } from '../dialect';
import type { Store } from '../schema';
import { table } from './columns-of';

export async function dismissedOffers({ db, dialect }: Store): Promise<void> {
  const text = textType(dialect);
  await table(db, 'dismissed_offers', { story_id: text, article_id: text, at: text })
    .addPrimaryKeyConstraint('dismissed_offers_pk', ['story_id', 'article_id'])
    .execute();
}
