import { SynopticError } from '#lib/errors';
import { type ArticleHistory, articleHistory } from '#lib/pipeline/article-history';
import { getArticle, getArticleVersions } from '#lib/store/articles';
import { storyOfArticle } from '#lib/store/stories';
import type { Article } from '#lib/types';
import { ports } from './ports';

export type { ArticleHistory } from '#lib/pipeline/article-history';

/** undefined when there is no such article. */
export async function historyOf(
  articleId: string,
  asked: { from?: number; to?: number },
): Promise<ArticleHistory | undefined> {
  return articleHistory((await ports()).store, articleId, asked);
}

/** One version (the newest, unless given), how many there are, and the story it stands in. @throws SynopticError `unknown-id` */
export async function articleAt(
  id: string,
  version?: number,
): Promise<{ article: Article; versions: number; storyId?: string }> {
  const { store } = await ports();
  const [newest, article, storyId] = await Promise.all([
    getArticle(store, id),
    getArticle(store, id, version),
    storyOfArticle(store, id),
  ]);
  if (newest === undefined) throw new SynopticError('unknown-id', `There is no article “${id}”.`, { subject: 'id' });
  if (article === undefined) {
    const message = `This article has ${newest.version} versions; there is no version ${version}.`;
    throw new SynopticError('unknown-id', message, { subject: 'version' });
  }
  return { article, versions: newest.version, ...(storyId === undefined ? {} : { storyId }) };
}

/** Oldest first. @throws SynopticError `unknown-id` */
export async function articleVersions(id: string): Promise<Article[]> {
  const versions = await getArticleVersions((await ports()).store, id);
  if (versions.length > 0) return versions;
  throw new SynopticError('unknown-id', `There is no article “${id}”.`, { subject: 'id' });
}
