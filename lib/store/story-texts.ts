import { inBatches, present, storable } from './columns';
import type { Store } from './schema';
import { copyOfIn } from './story-rows';

/** One text that stands in a story, as much of it as counting it needs. `copyOf`: the member whose text it repeats. */
export type StoryText = {
  storyId: string;
  articleId: string;
  outletId: string;
  isWhole: boolean;
  language?: string;
  copyOf?: string;
};

/** The texts of these stories, suggested ones included, earliest first. */
export async function storyTexts(store: Store, storyIds: readonly string[]): Promise<StoryText[]> {
  const texts: StoryText[] = [];
  for (const batch of inBatches([...new Set(storyIds.map(storable))])) {
    const rows = await store.db
      .selectFrom('memberships')
      .innerJoin('articles', 'articles.id', 'memberships.article_id')
      .select(['story_id', 'article_id', 'outlet_id', 'quality_status', 'language', 'evidence'])
      .where('story_id', 'in', batch)
      .where('memberships.status', '<>', 'removed')
      .orderBy('sort_at')
      .orderBy('article_id')
      .execute();
    for (const { story_id, article_id, outlet_id, quality_status, language, evidence } of rows)
      texts.push({
        storyId: story_id,
        articleId: article_id,
        outletId: outlet_id,
        isWhole: quality_status === 'full',
        ...present({ language, copyOf: copyOfIn(evidence, article_id) ?? null }),
      });
  }
  return texts;
}
