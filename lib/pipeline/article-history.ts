import { settleText } from '#lib/article/settled-text';
import { type VersionChanges, versionChanges } from '#lib/diff/version-changes';
import { getArticleVersions } from '#lib/store/articles';
import type { Store } from '#lib/store/open-store';
import { getPageReading, type PageReading } from '#lib/store/page-readings';
import { storyOfArticle } from '#lib/store/stories';
import type { Article } from '#lib/types';

export type ArticleHistory = {
  /** All versions, oldest first, at least one. */
  versions: Article[];
  /** How the page was read last and when it is read again; absent for a text that did not come from a page. */
  reading?: PageReading;
  storyId?: string;
  /** Absent while there is one version. */
  compared?: { from: Article; to: Article; changes: VersionChanges };
};

/**
 * The versions of one article, and what changed between two of them: the last two unless others are asked for. A version that does
 * not exist counts as not asked for.
 */
export async function articleHistory(
  store: Store,
  id: string,
  asked: { from?: number; to?: number } = {},
): Promise<ArticleHistory | undefined> {
  const versions = await getArticleVersions(store, id);
  const newest = versions.at(-1);
  if (!newest) return undefined;
  const [reading, storyId] = await Promise.all([getPageReading(store, id), storyOfArticle(store, id)]);
  const find = (version: number | undefined) => versions.find((each) => each.version === version);
  const to = find(asked.to) ?? newest;
  const from = find(asked.from) ?? versions.filter((each) => each.version < to.version).at(-1) ?? versions[0] ?? newest;
  return {
    versions,
    ...(reading === undefined ? {} : { reading }),
    ...(storyId === undefined ? {} : { storyId }),
    ...(versions.length < 2 ? {} : { compared: { from, to, changes: changesOf(from, to) } }),
  };
}

function changesOf(from: Article, to: Article): VersionChanges {
  return versionChanges(textOf(from), textOf(to), settleText);
}

function textOf({ headline, paragraphs }: Article) {
  return { headline, paragraphs: paragraphs.map((each) => each.text) };
}
