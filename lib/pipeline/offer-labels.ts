import { setImmediate as breathe } from 'node:timers/promises';
import { inLanguage } from '#lib/comparison/languages';
import { type LabelSuggestion, suggestLabels } from '#lib/framing/suggest-labels';
import { getArticles } from '#lib/store/articles';
import type { Store } from '#lib/store/open-store';
import { listRejectedLabels } from '#lib/store/rejected-labels';
import { getStory, listStories } from '#lib/store/stories';
import type { Article, Codebook } from '#lib/types';
import { MOST_ARTICLES } from './compare-stored';

/** Stories looked through when none is chosen: the latest that two outlets or more report. */
const LATEST = 20;
const MOST_OFFERED = 40;

export type OfferedLabels = {
  storyId: string;
  title: string;
  suggestion: LabelSuggestion;
  /** Those in which the phrases' first places are. */
  articles: Pick<Article, 'id' | 'outletName' | 'paragraphs' | 'language'>[];
};

/** Alternations in one story, or in the latest ones, that neither the codebook knows nor anybody has rejected. */
export async function offerLabels(store: Store, codebook: Codebook, storyId?: string): Promise<OfferedLabels[]> {
  const rejected = await listRejectedLabels(store, codebook.id);
  const ids =
    storyId === undefined
      ? (await listStories(store, { limit: LATEST, minOutlets: 2 })).stories.map(({ id }) => id)
      : [storyId];
  const offers: OfferedLabels[] = [];
  const seen = new Set<string>();
  for (const id of ids) {
    // Some ten milliseconds a story: other pages get their turn in between.
    await breathe();
    const story = await getStory(store, id);
    if (!story) continue;
    const articles = (await getArticles(store, story.articleIds))
      .filter((article) => article.quality.status === 'full' && inLanguage(article, codebook.lang))
      .slice(0, MOST_ARTICLES);
    const texts = articles.map(({ id: article, outletName, paragraphs }) => ({
      id: article,
      outlet: outletName,
      paragraphs: paragraphs.map(({ text }) => text),
    }));
    for (const suggestion of suggestLabels(texts, codebook, rejected)) {
      const key = suggestion.phrases.map(({ phrase }) => phrase).join('\n');
      if (seen.has(key)) continue;
      seen.add(key);
      const places = new Set(suggestion.phrases.map(({ place }) => place.articleId));
      offers.push({
        storyId: id,
        title: story.title,
        suggestion,
        articles: articles.filter((each) => places.has(each.id)),
      });
    }
  }
  return offers.slice(0, MOST_OFFERED);
}
