import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countArticles,
  deleteArticles,
  findArticle,
  getArticle,
  getArticles,
  getArticleVersions,
  saveArticle,
} from '#lib/store/articles';
import { freeze, getCachedComparison, getFrozen, putCachedComparison } from '#lib/store/comparisons';
import { getStory, openStoryIndex, saveMembership } from '#lib/store/stories';
import type { Reason } from '#lib/types';
import { DIALECTS, freshStores } from './fresh-store';
import { at, draft, member, NOON, profile } from './samples';

const B = 'b'.repeat(64);

describe.each(DIALECTS)('articles on %s', (dialect) => {
  const { store, other } = freshStores(dialect);

  it('come back as they were saved', async () => {
    const full = draft({
      standfirst: 'Six weeks late.',
      byline: 'A. Writer',
      published: '2031-05-04T14:00:00+02:00',
      updated: at(0.5),
      language: 'en-GB',
      quality: { status: 'partial', reasons: [{ code: 'short', message: 'Ends in mid-sentence.' }] },
    });
    const { id } = await saveArticle(store(), full);
    expect(await getArticle(store(), id)).toStrictEqual({ ...full, id, version: 1 });
  });

  it('keep what is not known absent', async () => {
    const { url: _url, published: _published, ...bare } = draft();
    const { id } = await saveArticle(store(), bare);
    expect(await getArticle(store(), id)).toStrictEqual({ ...bare, id, version: 1 });
  });

  it('get a new version when the text changes, and keep the old one', async () => {
    const first = await saveArticle(store(), draft());
    expect(first).toMatchObject({ version: 1, outcome: 'new' });
    expect(await saveArticle(store(), draft({ fetchedAt: at(2) }))).toEqual({ ...first, outcome: 'unchanged' });
    const changed = await saveArticle(store(), draft({ headline: 'Pier reopens late', textHash: B }));
    expect(changed).toEqual({ id: first.id, version: 2, outcome: 'changed' });
    // Back to the first wording: a version of its own, since it was read at another time.
    expect(await saveArticle(store(), draft())).toEqual({ id: first.id, version: 3, outcome: 'changed' });
    expect(
      (await getArticleVersions(store(), first.id)).map(({ version, textHash }) => [version, textHash[0]]),
    ).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'a'],
    ]);
    expect((await getArticle(store(), first.id, 2))?.headline).toBe('Pier reopens late');
    expect((await getArticle(store(), first.id))?.version).toBe(3);
    expect(await countArticles(store())).toBe(1);
  });

  it.each([
    ['outlet and url', draft(), draft({ textHash: B }), 'changed'],
    ['the same url at another outlet', draft(), draft({ outletId: 'inland' }), 'new'],
    ['the id given', draft({ id: 'mine' }), draft({ id: 'mine', url: 'https://harbour.example/moved' }), 'unchanged'],
    ['the url of an article with a given id', draft({ id: 'mine' }), draft({ textHash: B }), 'changed'],
  ] as const)('are one by %s', async (_name, first, second, outcome) => {
    const saved = await saveArticle(store(), first);
    const again = await saveArticle(store(), second);
    expect(again.outcome).toBe(outcome);
    expect(again.id === saved.id).toBe(outcome !== 'new');
  });

  it('without url are one by their text', async () => {
    const { url: _url, ...pasted } = draft();
    const first = await saveArticle(store(), pasted);
    expect(await saveArticle(store(), pasted)).toEqual({ ...first, outcome: 'unchanged' });
    expect((await saveArticle(store(), { ...pasted, textHash: B })).id).not.toBe(first.id);
  });

  it('saved by several writers at once end as one', async () => {
    const stores = [store(), await other(), await other()];
    const saves = Array.from({ length: 12 }, (_, n) => saveArticle(stores[n % 3] ?? store(), draft()));
    const results = await Promise.all(saves);
    expect(new Set(results.map(({ id }) => id)).size).toBe(1);
    expect(results.filter(({ outcome }) => outcome === 'new')).toHaveLength(1);
    expect(await countArticles(store())).toBe(1);
  });

  it('changed by several writers at once get one version for each text', async () => {
    const stores = [store(), await other()];
    const { id } = await saveArticle(store(), draft());
    const hashes = Array.from({ length: 8 }, (_, n) => String(n).repeat(64));
    await Promise.all(hashes.map((textHash, n) => saveArticle(stores[n % 2] ?? store(), draft({ textHash }))));
    const versions = await getArticleVersions(store(), id);
    expect(versions.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(new Set(versions.map(({ textHash }) => textHash)).size).toBe(9);
  });

  it('come in the order asked for, unknown ids left out', async () => {
    const ids: string[] = [];
    for (const n of [1, 2, 3])
      ids.push((await saveArticle(store(), draft({ url: `https://harbour.example/${n}` }))).id);
    const asked = [ids[2], 'nobody', ids[0], ids[2]].filter((id) => id !== undefined);
    expect((await getArticles(store(), asked)).map(({ id }) => id)).toEqual([ids[2], ids[0], ids[2]]);
    expect(await getArticles(store(), [])).toEqual([]);
  });

  it('are found by their address', async () => {
    const url = `https://harbour.example/${'long/'.repeat(1000)}`;
    const { id } = await saveArticle(store(), draft({ url }));
    expect(await findArticle(store(), url, 'harbour')).toEqual({ id, isFull: true });
    expect(await findArticle(store(), url, 'island')).toBeUndefined();
    expect(await findArticle(store(), 'https://harbour.example/', 'harbour')).toBeUndefined();
  });

  it.each([
    ['full', 'full', 'changed'],
    ['full', 'partial', 'kept'],
    ['full', 'blocked', 'kept'],
    ['full', 'failed', 'kept'],
    ['partial', 'full', 'changed'],
    ['partial', 'excerpt', 'kept'],
    ['excerpt', 'excerpt', 'changed'],
    ['excerpt', 'blocked', 'kept'],
    ['blocked', 'blocked', 'kept'],
    ['blocked', 'excerpt', 'changed'],
  ] as const)('%s, read again as %s with other words: %s', async (before, after, outcome) => {
    const { id } = await saveArticle(store(), draft({ quality: { status: before, reasons: [] } }));
    const again = draft({ quality: { status: after, reasons: [] }, textHash: B });
    expect(await saveArticle(store(), again)).toEqual({ id, version: outcome === 'kept' ? 1 : 2, outcome });
    expect((await getArticle(store(), id))?.quality.status).toBe(outcome === 'kept' ? before : after);
  });

  it('keep any text whole', async () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => !text.includes('\u0000'));
    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (headline, text) => {
        const paragraphs = [{ id: 'p0', kind: 'quote' as const, text, start: 0 }];
        const { id } = await saveArticle(store(), draft({ id: `${headline}/${text}`, headline, paragraphs }));
        expect(await getArticle(store(), id)).toMatchObject({ headline, paragraphs });
      }),
      { numRuns: 30 },
    );
  });

  it('are deleted with versions and memberships; a story they leave empty goes, frozen comparisons stay', async () => {
    const { id } = await saveArticle(store(), draft());
    await saveArticle(store(), draft({ textHash: B }));
    const { id: stays } = await saveArticle(store(), draft({ url: 'https://harbour.example/other' }));
    const index = openStoryIndex(store());
    await index.add(profile(id, 's1', 'ferry pier'), member(id, 's1'));
    await index.add(profile(stays, 's2', 'ferry fares'), member(stays, 's2'));
    const bytes = new TextEncoder().encode('{"schema":"frozen/1"}');
    await freeze(store(), { id: 'f1', bytes, at: NOON, title: 'Ferry' });
    await putCachedComparison(store(), 'k1', bytes, NOON);

    expect(await deleteArticles(store(), [id, 'nobody', id])).toBe(1);

    expect(await getArticle(store(), id)).toBeUndefined();
    expect(await getArticleVersions(store(), id)).toEqual([]);
    expect(await findArticle(store(), draft().url ?? '', 'harbour')).toBeUndefined();
    expect(await getStory(store(), 's1')).toBeUndefined();
    expect(await getStory(store(), 's2')).toMatchObject({ articleIds: [stays] });
    expect(await index.frequencies(['ferry', 'pier', 'fares'])).toEqual({
      documents: 1,
      counts: new Map([
        ['ferry', 1],
        ['fares', 1],
      ]),
    });
    expect(await index.candidates({ terms: ['ferry'], limit: 9 })).toHaveLength(1);
    expect(Buffer.from((await getFrozen(store(), 'f1'))?.bytes ?? [])).toEqual(Buffer.from(bytes));
    expect(await getCachedComparison(store(), 'k1')).toBeUndefined();
  });

  it('leave the other members of their story when deleted', async () => {
    const ids: string[] = [];
    for (const outletId of ['harbour', 'inland']) ids.push((await saveArticle(store(), draft({ outletId }))).id);
    for (const id of ids) await saveMembership(store(), member(id, 's1'));
    expect(await getStory(store(), 's1')).toMatchObject({ outletCount: 2 });
    await deleteArticles(store(), ids.slice(0, 1));
    expect(await getStory(store(), 's1')).toMatchObject({ outletCount: 1, articleIds: ids.slice(1) });
  });

  it.each([
    ['no JSON', '{"id":'],
    ['JSON of another shape', '[{"id":"p0","kind":"poem","text":"","start":0}]'],
  ])('with a damaged row are a named error alone, and reported in a list: %s', async (_name, paragraphs) => {
    const { id } = await saveArticle(store(), draft());
    const { id: good } = await saveArticle(store(), draft({ url: 'https://harbour.example/good' }));
    await store().db.updateTable('article_versions').set({ paragraphs }).where('article_id', '=', id).execute();
    await expect(getArticle(store(), id)).rejects.toMatchObject({
      code: 'damaged-row',
      subject: `article_versions/${id}/1`,
    });
    const problems: Reason[] = [];
    const listed = await getArticles(store(), [id, good], (reason) => problems.push(reason));
    expect(listed.map((article) => article.id)).toEqual([good]);
    expect(problems).toEqual([{ code: 'damaged-row', message: expect.stringContaining(id) }]);
  });

  it('refuse a reading time that is no time', async () => {
    await expect(saveArticle(store(), draft({ fetchedAt: 'yesterday' }))).rejects.toMatchObject({
      subject: 'fetchedAt',
    });
    expect(await countArticles(store())).toBe(0);
  });

  it('that nobody knows are undefined', async () => {
    expect(await getArticle(store(), 'nobody')).toBeUndefined();
    const { id } = await saveArticle(store(), draft());
    expect(await getArticle(store(), id, 7)).toBeUndefined();
    expect(await deleteArticles(store(), [])).toBe(0);
  });
});
