import { firstReadings, getArticles } from '#lib/store/articles';
import type { Store } from '#lib/store/open-store';
import { getStory, storyOfArticle } from '#lib/store/stories';
import type { Article, Comparison, Timestamp } from '#lib/types';

/** What has happened to a story since a comparison of it was frozen; names of outlets, in order. */
export type ChangedSince = {
  /** The story its texts stand in now. */
  storyId: string;
  /** Outlets that had no text in it and have one now, read since. */
  added: string[];
  updated: { articleId: string; outlet: string; from: number; to: number }[];
  /** Texts that stand in another story now, or are no longer stored. */
  left: string[];
};

/**
 * undefined when none of its texts stands in a story here: the comparison was imported, or made from pasted texts. Outlets that had
 * a text then and were not chosen are no news, so only texts read after it was frozen are counted as added.
 */
export async function changedSince(
  store: Store,
  { articles, settings }: Pick<Comparison, 'articles' | 'settings'>,
  frozenAt: Timestamp,
): Promise<ChangedSince | undefined> {
  const storyId = await storyOfAny(store, articles, settings.reference);
  const story = storyId === undefined ? undefined : await getStory(store, storyId);
  if (!story) return undefined;
  const frozenOutlets = new Set(articles.map(({ outletId }) => outletId));
  const frozenIds = articles.map(({ id }) => id);
  const newIds = story.articleIds.filter((id) => !frozenIds.includes(id));
  const [now, others, firstRead] = await Promise.all([
    getArticles(store, frozenIds),
    getArticles(store, newIds),
    firstReadings(store, newIds),
  ]);
  const isNew = ({ id, outletId }: Article) => !frozenOutlets.has(outletId) && (firstRead.get(id) ?? '') > frozenAt;
  return {
    storyId: story.id,
    added: names(others.filter(isNew)),
    updated: articles.flatMap(({ id, version, textHash, outletName }) => {
      const current = now.find((each) => each.id === id);
      if (!current || current.version <= version || current.textHash === textHash) return [];
      return [{ articleId: id, outlet: outletName, from: version, to: current.version }];
    }),
    left: names(articles.filter(({ id }) => !story.articleIds.includes(id))),
  };
}

// The reference first; where it has left, the story most of the others would be looked for in.
async function storyOfAny(store: Store, articles: readonly Article[], reference: string): Promise<string | undefined> {
  const ids = [reference, ...articles.map(({ id }) => id).filter((id) => id !== reference)];
  for (const id of ids) {
    const found = await storyOfArticle(store, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

function names(articles: readonly Article[]): string[] {
  return [...new Set(articles.map(({ outletName }) => outletName))].sort((a, b) => a.localeCompare(b, 'en'));
}
