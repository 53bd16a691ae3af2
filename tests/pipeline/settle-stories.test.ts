import { beforeEach, describe, expect, it } from 'vitest';
import { placeArticle } from '#lib/pipeline/place-article';
import { settleStories } from '#lib/pipeline/settle-stories';
import { saveArticle } from '#lib/store/articles';
import { listStories, storyOfArticle } from '#lib/store/stories';
import type { Membership } from '#lib/types';
import { ferryArticles } from '../comparison/write-article';
import { DIALECTS, freshStores } from '../store/fresh-store';
import { openTestPorts, type TestPorts } from './pipeline-ports';

describe.each(DIALECTS)('settling stories on %s', (dialect) => {
  const { store } = freshStores(dialect);
  const ids = ferryArticles().map((article) => article.id);
  let ports: TestPorts;

  beforeEach(async () => {
    ports = openTestPorts(store());
    for (const article of ferryArticles()) await saveArticle(store(), article);
  });

  /** A fresh grouping as a test wants it: one list of article ids a story. */
  const grouping =
    (...groups: string[][]) =>
    async () =>
      groups.flatMap((members, index) =>
        members.map(
          (articleId): Membership => ({
            articleId,
            storyId: `fresh-${index}`,
            confidence: 0.9,
            status: 'confirmed',
            evidence: [],
          }),
        ),
      );

  it('articles that arrive together meet in one story', async () => {
    await Promise.all(ferryArticles().map((article) => placeArticle(ports, article)));
    await settleStories(ports);
    const { stories } = await listStories(store(), { limit: 10 });
    expect(stories.map((story) => story.articleCount)).toEqual([3]);
  });

  it('moves an article to where the fresh grouping has it, and the story keeps its id', async () => {
    const [post = '', wire = '', courier = ''] = ids;
    for (const article of ferryArticles()) await placeArticle(ports, article);
    const before = await storyOfArticle(store(), post);
    await settleStories({ ...ports, matchBatch: grouping([post, wire], [courier]) });
    expect(await storyOfArticle(store(), post)).toBe(before);
    expect(await storyOfArticle(store(), wire)).toBe(before);
    expect(await storyOfArticle(store(), courier)).not.toBe(before);
    await settleStories({ ...ports, matchBatch: grouping([post, wire, courier]) });
    expect(await storyOfArticle(store(), courier)).toBe(before);
    expect((await listStories(store(), { limit: 10 })).stories).toHaveLength(1);
  });

  it('changes nothing when nothing is new', async () => {
    for (const article of ferryArticles()) await placeArticle(ports, article);
    await settleStories(ports);
    expect(await settleStories(ports)).toBe(0);
  });
});
