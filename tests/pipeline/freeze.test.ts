import { beforeEach, describe, expect, it } from 'vitest';
import { compareStoredArticles } from '#lib/pipeline/compare-stored';
import { freezeComparison, importComparison, openFrozen } from '#lib/pipeline/freeze';
import { deleteArticles, saveArticle } from '#lib/store/articles';
import { saveOutlet } from '#lib/store/outlets';
import { ferryArticles, outletsOf } from '../comparison/write-article';
import { DIALECTS, freshStores } from '../store/fresh-store';

const NOW = '2025-03-04T12:00:00.000Z';
const subject = { title: 'North ferry line closes', articleIds: ferryArticles().map((article) => article.id) };

describe.each(DIALECTS)('frozen comparisons on %s', (dialect) => {
  const { store, other } = freshStores(dialect);

  beforeEach(async () => {
    for (const outlet of outletsOf(ferryArticles())) await saveOutlet(store(), outlet);
    for (const article of ferryArticles()) await saveArticle(store(), article);
  });

  it('opens unchanged after every article is deleted', async () => {
    const comparison = await compareStoredArticles({ store: store() }, subject, {}, NOW);
    const id = await freezeComparison(store(), comparison, { view: 'side' }, NOW);
    const before = await openFrozen(store(), id);
    await deleteArticles(store(), subject.articleIds);
    expect(await openFrozen(await other(), id)).toEqual(before);
    expect(before?.document.comparison).toEqual(comparison);
    expect(before?.document.view).toEqual({ view: 'side' });
  });

  it('the same thing frozen twice is one comparison with its first date', async () => {
    const comparison = await compareStoredArticles({ store: store() }, subject, {}, NOW);
    const first = await freezeComparison(store(), comparison, {}, NOW);
    const second = await freezeComparison(store(), comparison, {}, '2025-04-01T00:00:00Z');
    expect(second).toBe(first);
    expect((await openFrozen(store(), first))?.frozenAt).toBe(NOW);
  });

  it('a stored comparison is read back as it was computed, and a new version makes a new one', async () => {
    const computed = await compareStoredArticles({ store: store() }, subject, {}, NOW);
    expect(await compareStoredArticles({ store: store() }, subject, {}, NOW)).toEqual(computed);
    const [post] = ferryArticles();
    if (!post) throw new Error('no article');
    await saveArticle(store(), { ...post, headline: 'Changed', textHash: 'changed' });
    const renewed = await compareStoredArticles({ store: store() }, subject, {}, NOW);
    expect(renewed.articles.find((article) => article.id === post.id)).toMatchObject({
      version: 2,
      headline: 'Changed',
    });
  });

  it('the earliest text is the reference, by the instant and not by the letters of its time', async () => {
    const times = ['2025-03-04T14:22:00Z', '2025-03-04T19:48:00+08:00', undefined];
    for (const [index, article] of ferryArticles().entries()) {
      const published = times[index];
      const { published: _none, ...rest } = article;
      await saveArticle(store(), {
        ...rest,
        textHash: `timed-${index}`,
        ...(published === undefined ? {} : { published }),
      });
    }
    const comparison = await compareStoredArticles({ store: store() }, subject, {}, NOW);
    expect(comparison.settings.reference).toBe(ferryArticles()[1]?.id);
  });

  it.each([
    ['an unknown reference', { reference: 'a-nobody' }, /reference “a-nobody” is not one/],
    ['an unknown codebook', { codebooks: ['tea-leaves'] }, /no codebook “tea-leaves”/],
  ])('%s is named', async (_name, choice, message) => {
    await expect(compareStoredArticles({ store: store() }, subject, choice, NOW)).rejects.toThrow(message);
  });
});

describe('exported and imported', () => {
  const here = freshStores('sqlite');
  const there = freshStores('postgres');

  it('keeps id and bytes from one installation to another, and back', async () => {
    for (const article of ferryArticles()) await saveArticle(here.store(), article);
    const comparison = await compareStoredArticles({ store: here.store() }, subject, {}, NOW);
    const id = await freezeComparison(here.store(), comparison, { view: 'read' }, NOW);
    const json = (await openFrozen(here.store(), id))?.json ?? '';
    expect(await importComparison(there.store(), JSON.stringify(JSON.parse(json), null, 2), NOW)).toBe(id);
    expect((await openFrozen(there.store(), id))?.json).toBe(json);
  });
});
