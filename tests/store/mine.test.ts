import { describe, expect, it } from 'vitest';
import { listOwnComparisons, saveComparisonNote } from '#lib/store/comparison-notes';
import { deleteFrozen, freeze } from '#lib/store/comparisons';
import { deleteFilter, listFilters, saveFilter } from '#lib/store/saved-filters';
import { DIALECTS, freshStores } from './fresh-store';
import { at, NOON } from './samples';

describe.each(DIALECTS)('the owner’s list on %s', (dialect) => {
  const { store } = freshStores(dialect);
  const put = (id: string, title: string, hour: number) =>
    freeze(store(), { id, bytes: new TextEncoder().encode(id), at: at(hour), title });
  const found = async (search?: string) =>
    (await listOwnComparisons(store(), { limit: 50, ...(search === undefined ? {} : { search }) })).comparisons.map(
      ({ id }) => id,
    );

  it('shows a title and a note beside what is frozen, latest first', async () => {
    await put('a', 'Ferry stops', 0);
    await put('b', 'Bridge opens', 1);
    await saveComparisonNote(store(), 'a', { title: 'For Tuesday’s class', note: 'Two verbs.' }, NOON);
    expect((await listOwnComparisons(store(), { limit: 5 })).comparisons).toStrictEqual([
      { id: 'b', title: 'Bridge opens', frozenAt: at(1) },
      { id: 'a', title: 'Ferry stops', frozenAt: at(0), ownTitle: 'For Tuesday’s class', note: 'Two verbs.' },
    ]);
    await saveComparisonNote(store(), 'a', { note: 'Three.' }, at(1));
    expect((await listOwnComparisons(store(), { limit: 5, search: 'three' })).comparisons).toStrictEqual([
      { id: 'a', title: 'Ferry stops', frozenAt: at(0), note: 'Three.' },
    ]);
    await saveComparisonNote(store(), 'a', {}, at(2));
    expect(await found('three')).toEqual([]);
    expect(await found()).toEqual(['b', 'a']);
  });

  it('is searched in titles and notes, in any script, whatever the case and the accents', async () => {
    await put('a', 'Übung: Ferry stops', 0);
    await put('b', 'Паром остановлен', 1);
    await put('c', '渡轮停运', 2);
    await saveComparisonNote(store(), 'c', { title: 'Ferry, class 3', note: '100% “sure”' }, NOON);
    for (const [search, expected] of [
      ['ferry', ['c', 'a']],
      ['FERR', ['c', 'a']],
      ['ferry class', ['c']],
      ['ubung', ['a']],
      ['ПАРОМ', ['b']],
      ['渡轮', ['c']],
      ['100%', ['c']],
      ['erry', []],
      ['%', []],
      ['   ', ['c', 'b', 'a']],
    ] as const) {
      expect(await found(search), search).toEqual(expected);
    }
  });

  it('goes on page by page, with a search too', async () => {
    for (let n = 0; n < 9; n++) await put(`f${n}`, n % 2 ? 'Odd ferry' : 'Even ferry', Math.floor(n / 3));
    for (const search of ['', 'odd']) {
      const all = await found(search);
      const walked: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listOwnComparisons(store(), {
          limit: 2,
          search,
          ...(cursor === undefined ? {} : { cursor }),
        });
        walked.push(...page.comparisons.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      expect(walked).toEqual(all);
    }
  });

  it('a note without its comparison is not shown', async () => {
    await put('a', 'Ferry stops', 0);
    await saveComparisonNote(store(), 'a', { note: 'gone' }, NOON);
    await deleteFrozen(store(), 'a', { at: at(1), reason: 'a test' });
    expect(await found('gone')).toEqual([]);
  });

  it('keeps a filter once, under its latest name', async () => {
    const ferry = await saveFilter(store(), 'Ferries', 'search=ferry', at(0));
    await saveFilter(store(), 'Norway', 'country=NO', at(1));
    expect(await saveFilter(store(), 'All ferries', 'search=ferry', at(2))).toBe(ferry);
    expect((await listFilters(store())).map(({ name, query }) => `${name} ${query}`)).toEqual([
      'All ferries search=ferry',
      'Norway country=NO',
    ]);
    await deleteFilter(store(), ferry);
    await deleteFilter(store(), 'nobody');
    expect((await listFilters(store())).map(({ name }) => name)).toEqual(['Norway']);
  });
});
