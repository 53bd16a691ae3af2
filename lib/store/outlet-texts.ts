import type { Timestamp } from '../types';
import { present, storable } from './columns';
import type { Store } from './schema';

/** One complete text of an outlet, as much of it as a list needs. `sortAt`: published, else read. */
export type OutletText = {
  id: string;
  textHash: string;
  headline: string;
  sortAt: Timestamp;
  language?: string;
  storyId?: string;
};

/** Complete texts of an outlet, newest first: from the index of recent articles, however many are stored. */
export async function outletTexts(
  store: Store,
  { outletId, from, limit }: { outletId: string; from?: Timestamp; limit: number },
): Promise<OutletText[]> {
  const complete = store.db
    .selectFrom('articles')
    .leftJoin('memberships', (join) =>
      join.onRef('memberships.article_id', '=', 'articles.id').on('memberships.status', '<>', 'removed'),
    )
    .where('outlet_id', '=', storable(outletId))
    .where('quality_status', '=', 'full');
  const rows = await (from === undefined ? complete : complete.where('sort_at', '>=', from))
    .select(['articles.id', 'text_hash', 'headline', 'sort_at', 'language', 'story_id'])
    .orderBy('sort_at', 'desc')
    .orderBy('articles.id')
    .limit(limit)
    .execute();
  return rows.map(({ id, text_hash, headline, sort_at, language, story_id }) => ({
    id,
    textHash: text_hash,
    headline,
    sortAt: sort_at,
    ...present({ language, storyId: story_id }),
  }));
}
