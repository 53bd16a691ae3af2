import { beforeEach, describe, expect, it } from 'vitest';
import { makeBlindLink, openWithKey } from '#lib/pipeline/blind-link';
import { compareStoredArticles } from '#lib/pipeline/compare-stored';
import { freezeComparison, importComparison, openFrozen } from '#lib/pipeline/freeze';
import { saveArticle } from '#lib/store/articles';
import { findBlindLink } from '#lib/store/blind-links';
import { deleteFrozen } from '#lib/store/comparisons';
import { saveOutlet } from '#lib/store/outlets';
import { ferryArticles, outletsOf } from '../comparison/write-article';
import { DIALECTS, freshStores } from '../store/fresh-store';

const NOW = '2025-03-04T12:00:00.000Z';
const subject = { title: 'North ferry line closes', articleIds: ferryArticles().map((article) => article.id) };

describe.each(DIALECTS)('links for a class on %s', (dialect) => {
  const { store, other } = freshStores(dialect);

  beforeEach(async () => {
    for (const outlet of outletsOf(ferryArticles())) await saveOutlet(store(), outlet);
    for (const article of ferryArticles()) await saveArticle(store(), article);
  });

  async function made() {
    const comparison = await compareStoredArticles({ store: store() }, subject, {}, NOW);
    const id = await freezeComparison(store(), comparison, { view: 'side', other: 'a-island-wire' }, NOW);
    const document = (await openFrozen(store(), id))?.document;
    const link = document && (await makeBlindLink(store(), id, document, NOW));
    if (!link || !document) throw new Error('no link');
    return { id, document, link };
  }

  it('open a document of their own, in which neither the names stand nor the way back', async () => {
    const { id, link } = await made();
    const blind = await openFrozen(store(), link.blindId);
    expect(link.blindId).not.toBe(id);
    expect(blind?.json).not.toMatch(/Harbour Post|Island Wire|Quay Courier|a-harbour|harbour-post/);
    expect(blind?.json).not.toContain(id);
    expect(blind?.document.view).toMatchObject({ view: 'side', blind: '1' });
  });

  it('are made once: the key that was handed out goes on to work', async () => {
    const { id, document, link } = await made();
    expect(await makeBlindLink(store(), id, document, '2026-01-01T00:00:00Z')).toEqual(link);
    const blind = await openFrozen(store(), link.blindId);
    if (!blind) throw new Error('not kept');
    expect(await makeBlindLink(store(), link.blindId, blind.document, NOW)).toBeUndefined();
  });

  it('are led back by the key, from either side, and by nothing else', async () => {
    const { id, link } = await made();
    expect(link.key).toMatch(/^[0-9a-f]{20}$/);
    for (const side of [id, link.blindId]) {
      expect(await openWithKey(store(), side, ` ${link.key} `)).toEqual(link);
      for (const wrong of [undefined, '', 'x', link.key.slice(1), `${link.key}0`, '0'.repeat(20)]) {
        expect(await openWithKey(store(), side, wrong)).toBeUndefined();
      }
    }
    expect(await openWithKey(store(), 'zzzz', link.key)).toBeUndefined();
    expect(await findBlindLink(store(), 'zzzz')).toBeUndefined();
  });

  it('work elsewhere, and after the comparison with names is deleted', async () => {
    const { id, link } = await made();
    const blind = await openFrozen(store(), link.blindId);
    expect(await importComparison(await other(), blind?.json ?? '', NOW)).toBe(link.blindId);
    await deleteFrozen(store(), id, { at: NOW, reason: 'The lesson is over.' });
    expect((await openFrozen(store(), link.blindId))?.json).toBe(blind?.json);
  });
});
