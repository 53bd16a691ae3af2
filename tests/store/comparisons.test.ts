import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepBlindLink } from '#lib/store/blind-links';
import {
  deleteFrozen,
  freeze,
  getCachedComparison,
  getFrozen,
  getTombstone,
  listFrozen,
  pruneCachedComparisons,
  putCachedComparison,
} from '#lib/store/comparisons';
import { DIALECTS, freshStores } from './fresh-store';
import { at, NOON } from './samples';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (found: { bytes: Uint8Array } | Uint8Array | undefined) =>
  found === undefined ? undefined : new TextDecoder().decode('bytes' in found ? found.bytes : found);

describe.each(DIALECTS)('cached comparisons on %s', (dialect) => {
  const { store } = freshStores(dialect);

  it('come back byte for byte, and are replaced when put again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await putCachedComparison(store(), 'key', bytes, NOON);
        expect(Buffer.from((await getCachedComparison(store(), 'key')) ?? [])).toEqual(Buffer.from(bytes));
      }),
      { numRuns: 15 },
    );
  });

  it('may go: old ones when pruned, damaged ones unseen', async () => {
    await putCachedComparison(store(), 'old', bytesOf('1'), at(-2));
    await putCachedComparison(store(), 'new', bytesOf('2'), at(0));
    expect(await pruneCachedComparisons(store(), at(-1))).toBe(1);
    expect(await getCachedComparison(store(), 'old')).toBeUndefined();
    expect(textOf(await getCachedComparison(store(), 'new'))).toBe('2');
    await store()
      .db.updateTable('comparison_cache')
      .set({ bytes: Buffer.from('not gzip') })
      .execute();
    expect(await getCachedComparison(store(), 'new')).toBeUndefined();
  });
});

describe.each(DIALECTS)('frozen comparisons on %s', (dialect) => {
  const { store, other } = freshStores(dialect);
  const freezeText = (id: string, text: string, when = NOON) =>
    freeze(store(), { id, bytes: bytesOf(text), at: when, title: `Title ${id}` });

  it('are kept once, with the first date', async () => {
    expect(await freezeText('f1', 'one')).toEqual({ created: true, frozenAt: NOON });
    expect(await freezeText('f1', 'one', at(5))).toEqual({ created: false, frozenAt: NOON });
    expect(await getFrozen(store(), 'f1')).toMatchObject({ id: 'f1', title: 'Title f1', frozenAt: NOON });
  });

  it('are never replaced', async () => {
    await freezeText('f1', 'one');
    await expect(freezeText('f1', 'two', at(1))).rejects.toMatchObject({ code: 'import-refused', subject: 'f1' });
    expect(textOf(await getFrozen(store(), 'f1'))).toBe('one');
  });

  it('frozen by several at once are one', async () => {
    const second = await other();
    const document = { id: 'f1', bytes: bytesOf('one'), at: NOON, title: 'Ferry' };
    const results = await Promise.all([store(), second, store(), second].map((each) => freeze(each, document)));
    expect(results.filter(({ created }) => created)).toHaveLength(1);
  });

  it('are listed latest first, page by page', async () => {
    for (const n of [1, 2, 3, 4, 5]) await freezeText(`f${n}`, String(n), at(Math.floor(n / 2)));
    const first = await listFrozen(store(), { limit: 3 });
    expect(first.frozen.map(({ id }) => id)).toEqual(['f5', 'f4', 'f3']);
    await freezeText('f6', '6', at(9));
    const rest = await listFrozen(store(), { limit: 3, cursor: first.nextCursor ?? '' });
    expect(rest).toEqual({
      frozen: [
        { id: 'f2', title: 'Title f2', frozenAt: at(1) },
        { id: 'f1', title: 'Title f1', frozenAt: at(0) },
      ],
    });
  });

  it('are listed for visitors without those that a class reads, with letters or names', async () => {
    for (const n of [1, 2, 3]) await freezeText(`f${n}`, String(n), at(n));
    await keepBlindLink(store(), { comparisonId: 'f1', blindId: 'f3', key: 'k' }, at(4));
    const listed = async (withoutClasses: boolean) =>
      (await listFrozen(store(), { limit: 5, withoutClasses })).frozen.map(({ id }) => id);
    expect(await listed(true)).toEqual(['f2']);
    expect(await listed(false)).toEqual(['f3', 'f2', 'f1']);
  });

  const deleted = { at: at(3), reason: 'One outlet asked for it.' };

  it('are deleted only by name, and then their id, moment and reason are what is left', async () => {
    await freezeText('f1', 'one');
    expect(await deleteFrozen(store(), 'nobody', deleted)).toBe(false);
    expect(await getTombstone(store(), 'nobody')).toBeUndefined();
    expect(await deleteFrozen(store(), 'f1', deleted)).toBe(true);
    expect(await getFrozen(store(), 'f1')).toBeUndefined();
    expect(await getTombstone(await other(), 'f1')).toEqual(deleted);
  });

  it('once deleted come back only when that is said', async () => {
    await freezeText('f1', 'one');
    await deleteFrozen(store(), 'f1', deleted);
    await expect(freezeText('f1', 'one', at(4))).rejects.toMatchObject({
      code: 'gone',
      message: expect.stringMatching(/f1 was deleted on \d{4}-\d\d-\d\d: One outlet asked for it\./),
    });
    expect(await getFrozen(store(), 'f1')).toBeUndefined();
    const again = { id: 'f1', bytes: bytesOf('one'), at: at(5), title: 'Ferry', again: true };
    expect(await freeze(store(), again)).toEqual({ created: true, frozenAt: at(5) });
    expect(await getTombstone(store(), 'f1')).toBeUndefined();
    await deleteFrozen(store(), 'f1', { ...deleted, reason: 'Again.' });
    expect((await getTombstone(store(), 'f1'))?.reason).toBe('Again.');
  });

  it('that are damaged are a named error', async () => {
    await freezeText('f1', 'one');
    await store()
      .db.updateTable('frozen_comparisons')
      .set({ bytes: Buffer.from('not gzip') })
      .execute();
    await expect(getFrozen(store(), 'f1')).rejects.toMatchObject({
      code: 'damaged-row',
      subject: 'frozen_comparisons/f1',
    });
    expect((await listFrozen(store(), { limit: 5 })).frozen).toHaveLength(1);
  });
});
