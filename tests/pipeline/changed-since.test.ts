import { beforeEach, describe, expect, it } from 'vitest';
import { changedSince } from '#lib/pipeline/changed-since';
import { compareStoredArticles } from '#lib/pipeline/compare-stored';
import { deleteArticles, saveArticle } from '#lib/store/articles';
import { saveMembership } from '#lib/store/memberships';
import { saveOutlet } from '#lib/store/outlets';
import type { Article, Comparison } from '#lib/types';
import { ferryArticles, outletsOf, writeArticle } from '../comparison/write-article';
import { DIALECTS, freshStores } from '../store/fresh-store';

const FROZEN = '2025-03-04T12:00:00.000Z';
const LATER = '2025-03-05T12:00:00.000Z';
const articles = ferryArticles();
const ids = articles.map(({ id }) => id);

describe.each(DIALECTS)('what has changed since a comparison was frozen, on %s', (dialect) => {
  const { store } = freshStores(dialect);
  let frozen: Comparison;

  const join = (articleId: string, storyId = 's-ferry') =>
    saveMembership(store(), { articleId, storyId, confidence: 1, status: 'suggested', evidence: [] });
  const add = async (article: Article) => {
    for (const outlet of outletsOf([article])) await saveOutlet(store(), outlet);
    await saveArticle(store(), article);
    await join(article.id);
  };
  const since = () => changedSince(store(), frozen, FROZEN);

  beforeEach(async () => {
    for (const article of articles) await add({ ...article, fetchedAt: '2025-03-04T10:00:00Z' });
    frozen = await compareStoredArticles({ store: store() }, { title: 'Ferry', articleIds: ids }, {}, FROZEN);
  });

  it('nothing', async () => {
    expect(await since()).toEqual({ storyId: 's-ferry', added: [], updated: [], left: [] });
  });

  it('an outlet that came, and not one that was there and not chosen', async () => {
    const [first] = articles;
    if (!first) throw new Error('no article');
    const paragraphs = first.paragraphs.map(({ text }) => text);
    await add({ ...writeArticle('Late News', paragraphs), fetchedAt: LATER });
    await add({ ...writeArticle('Early News', paragraphs), fetchedAt: '2025-03-04T11:00:00Z' });
    expect((await since())?.added).toEqual(['Late News']);
  });

  it('a text in other words, named with both versions', async () => {
    const [first] = articles;
    if (!first) throw new Error('no article');
    await saveArticle(store(), { ...first, headline: 'Changed', textHash: 'changed', fetchedAt: LATER });
    expect((await since())?.updated).toEqual([{ articleId: first.id, outlet: first.outletName, from: 1, to: 2 }]);
  });

  it('a text that stands in another story now, be it the reference', async () => {
    await join(frozen.settings.reference, 's-other');
    const found = await since();
    expect(found?.left.length).toBeGreaterThan(0);
  });

  it('nothing is said where none of the texts is', async () => {
    await deleteArticles(store(), ids);
    expect(await since()).toBeUndefined();
  });
});
