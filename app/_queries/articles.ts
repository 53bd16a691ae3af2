import { type ArticleHistory, articleHistory } from '#lib/pipeline/article-history';
import { ports } from './ports';

export type { ArticleHistory } from '#lib/pipeline/article-history';

/** undefined when there is no such article. */
export async function historyOf(
  articleId: string,
  asked: { from?: number; to?: number },
): Promise<ArticleHistory | undefined> {
  return articleHistory((await ports()).store, articleId, asked);
}
