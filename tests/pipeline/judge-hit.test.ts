import { describe, expect, it } from 'vitest';
import { compareStoredArticles } from '#lib/pipeline/compare-stored';
import { freezeComparison, openFrozen } from '#lib/pipeline/freeze';
import { judgeHit } from '#lib/pipeline/judge-hit';
import { readFrozen } from '#lib/share/share-link';
import { saveArticle } from '#lib/store/articles';
import { ferryArticles } from '../comparison/write-article';
import { DIALECTS, freshStores } from '../store/fresh-store';

const NOW = '2025-03-04T12:00:00.000Z';

describe.each(DIALECTS)('hits judged by a reader on %s', (dialect) => {
  const { store } = freshStores(dialect);

  async function open() {
    for (const article of ferryArticles()) await saveArticle(store(), article);
    const ids = ferryArticles().map(({ id }) => id);
    return compareStoredArticles({ store: store() }, { title: 'Ferry', articleIds: ids }, {}, NOW);
  }

  async function firstHit() {
    const comparison = await open();
    for (const { codebook, articles } of comparison.framing)
      for (const { articleId, hits } of articles)
        for (const { code, paragraph, start, end } of hits)
          return {
            articleId,
            version: 1,
            codebook: codebook.hash,
            codebookId: codebook.id,
            code,
            paragraph,
            start,
            end,
          };
    throw new Error('The ferry texts have no hit.');
  }

  it('show in the comparison, travel with a frozen link, and are taken back', async () => {
    const hit = await firstHit();
    const ports = { store: store(), now: () => NOW };
    await judgeHit(ports, { ...hit, said: 'wrong' });
    const judged = await open();
    const { version: _version, codebookId: _id, ...place } = hit;
    expect(judged.verdicts).toEqual([{ ...place, said: 'wrong' }]);

    const id = await freezeComparison(store(), judged, {}, NOW);
    await judgeHit(ports, { ...hit, said: 'withdrawn' });
    expect(await open()).not.toHaveProperty('verdicts');
    const frozen = await openFrozen(store(), id);
    expect(readFrozen(frozen?.json ?? '').comparison.verdicts).toHaveLength(1);
  });

  it.each([
    ['a paragraph that is not there', { paragraph: 400 }, 'bad-input'],
    ['a place beyond the text', { start: 100_000, end: 100_001 }, 'bad-input'],
    ['no words', { start: 3, end: 3 }, 'bad-input'],
    ['no codebook', { codebook: 'labels' }, 'bad-input'],
    ['an unknown version', { version: 9 }, 'unknown-id'],
  ])('are refused with %s', async (_what, wrong, code) => {
    const hit = await firstHit();
    const judging = judgeHit({ store: store(), now: () => NOW }, { ...hit, ...wrong, said: 'right' });
    await expect(judging).rejects.toMatchObject({ code });
  });
});
