import { beforeEach, describe, expect, it } from 'vitest';
import { compareStoredArticles } from '#lib/pipeline/compare-stored';
import { saveArticle } from '#lib/store/articles';
import { getCachedComparison, putCachedComparison } from '#lib/store/comparisons';
import { ferryArticles } from '../comparison/write-article';
import { DIALECTS, freshStores } from '../store/fresh-store';

const NOW = '2025-03-04T12:00:00.000Z';
/** No aligner gives this: who shows it has read what was stored. */
const MARK = 0.123456;

describe.each(DIALECTS)('a pair of versions is compared once on %s', (dialect) => {
  const { store } = freshStores(dialect);
  const [post, wire] = ferryArticles();
  const [a, b] = [post?.id ?? '', wire?.id ?? ''];

  const open = (title = 'Ferry') =>
    compareStoredArticles({ store: store() }, { title, articleIds: [a, b] }, { reference: a }, NOW);
  const confidence = async (title?: string) => (await open(title)).pairs[0]?.alignment.links[0]?.confidence;

  beforeEach(async () => {
    for (const article of ferryArticles()) await saveArticle(store(), article);
    await open();
    for (const { key } of await store().db.selectFrom('comparison_cache').select('key').execute()) {
      const text = new TextDecoder().decode(await getCachedComparison(store(), key));
      const marked = text.replace(/"confidence":[\d.]+/, `"confidence":${MARK}`);
      await putCachedComparison(store(), key, new TextEncoder().encode(marked), NOW);
    }
  });

  it('the second opening reads', async () => {
    expect(await confidence()).toBe(MARK);
  });

  it('so does the first one under another title', async () => {
    expect(await confidence('Ferry, and what came of it')).toBe(MARK);
  });

  it('a new wording is compared anew', async () => {
    if (wire) await saveArticle(store(), { ...wire, paragraphs: wire.paragraphs.slice(1), textHash: 'shorter' });
    expect(await confidence()).not.toBe(MARK);
  });
});
