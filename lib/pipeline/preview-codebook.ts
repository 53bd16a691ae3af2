import { inLanguage } from '#lib/comparison/languages';
import { SynopticError } from '#lib/errors';
import { type CodeEffect, codingChanges } from '#lib/framing/coding-changes';
import { getArticles } from '#lib/store/articles';
import { getStory } from '#lib/store/stories';
import type { Article, Codebook } from '#lib/types';
import { MOST_ARTICLES } from './compare-stored';
import type { Ports } from './ports';

export type CodebookPreview = {
  story: { id: string; title: string };
  /** The texts counted, earliest first: whole ones in the codebook's language. */
  articles: Article[];
  /** Texts of the story that were not. */
  leftOut: number;
  effects: CodeEffect[];
};

/**
 * What a draft does to one stored story beside the version in force; nothing is kept. A new codebook has nothing beside it.
 * @throws SynopticError `unknown-id` for the story, and what counting throws.
 */
export async function previewCodebook(
  { store, coder }: Pick<Ports, 'store' | 'coder'>,
  storyId: string,
  { before, draft }: { before?: Codebook; draft: Codebook },
): Promise<CodebookPreview> {
  const story = await getStory(store, storyId);
  if (!story) throw new SynopticError('unknown-id', `There is no story “${storyId}”.`, { subject: 'story' });
  const all = await getArticles(store, story.articleIds);
  const articles = all
    .filter((article) => article.quality.status === 'full' && inLanguage(article, draft.lang))
    .slice(0, MOST_ARTICLES);
  const after = await coder.code(articles, draft);
  const was = before === undefined ? [] : await coder.code(articles, before);
  return {
    story: { id: story.id, title: story.title },
    articles,
    leftOut: all.length - articles.length,
    effects: codingChanges(was, after),
  };
}
