import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deleteFrozen, freeze, listFrozen } from '#lib/store/comparisons';
import { fromCursor, toCursor } from '#lib/store/cursor';
import { listStories } from '#lib/store/stories';
import { DIALECTS, freshStores } from '../store/fresh-store';
import { inventStory } from '../store/invented-story';
import { at } from '../store/samples';

/** Hours at which something stands at the start, and what comes in after each page. Few hours, so that many are equal. */
const walks = fc.record({
  before: fc.array(fc.nat(3), { minLength: 1, maxLength: 9 }),
  between: fc.array(fc.array(fc.integer({ min: -2, max: 5 }), { maxLength: 2 }), { maxLength: 9 }),
  limit: fc.integer({ min: 1, max: 4 }),
});

type Page = { ids: string[]; nextCursor?: string };

async function walk(
  list: (limit: number, cursor: string | undefined) => Promise<Page>,
  insert: (hour: number) => Promise<void>,
  { limit, between }: { limit: number; between: readonly (readonly number[])[] },
): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; ; page++) {
    const { ids, nextCursor } = await list(limit, cursor);
    expect(ids.length).toBeLessThanOrEqual(limit);
    seen.push(...ids);
    if (nextCursor === undefined) return seen;
    cursor = nextCursor;
    for (const hour of between[page] ?? []) await insert(hour);
  }
}

describe.each(DIALECTS)('pages on %s', (dialect) => {
  const { store } = freshStores(dialect);
  let count = 0;

  it('of frozen comparisons show everything once, in order, whatever comes in meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(walks, async (given) => {
        const insert = async (hour: number) => {
          const id = `f${count++}`;
          await freeze(store(), { id, bytes: new TextEncoder().encode(id), at: at(hour), title: id });
        };
        const list = async (limit: number, cursor: string | undefined): Promise<Page> => {
          const { frozen, ...rest } = await listFrozen(store(), { limit, ...(cursor === undefined ? {} : { cursor }) });
          return { ids: frozen.map(({ id }) => id), ...rest };
        };
        for (const hour of given.before) await insert(hour);
        const start = (await list(100, undefined)).ids;
        const seen = await walk(list, insert, given);
        expect(seen.filter((id) => start.includes(id))).toEqual(start);
        expect(new Set(seen).size).toBe(seen.length);
        for (const id of (await list(100, undefined)).ids)
          await deleteFrozen(store(), id, { at: at(9), reason: 'the next run' });
      }),
      { numRuns: 12 },
    );
  });

  it('of stories too', async () => {
    const insert = (hour: number) => inventStory(store(), `s${count++}`, ['Harbour Post'], at(hour));
    const list = async (limit: number, cursor: string | undefined): Promise<Page> => {
      const { stories, ...rest } = await listStories(store(), { limit, ...(cursor === undefined ? {} : { cursor }) });
      return { ids: stories.map(({ id }) => id), ...rest };
    };
    for (const hour of [0, 1, 1, 1, 2, 0]) await insert(hour);
    const start = (await list(100, undefined)).ids;
    const seen = await walk(list, insert, { limit: 2, between: [[3, 1], [0], [1, -1]] });
    expect(seen.filter((id) => start.includes(id))).toEqual(start);
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe('a cursor', () => {
  it('comes out as it went in', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (time, id) => {
        expect(fromCursor(toCursor(time, id))).toEqual({ at: time, id });
      }),
    );
  });

  it('that was not made here is a named fault, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.base64String()), (cursor) => {
        expect(() => fromCursor(cursor)).toThrow(expect.objectContaining({ code: 'bad-input', subject: 'cursor' }));
      }),
    );
  });

  it.each([
    ['cut', toCursor('2025', 'a').slice(0, -2)],
    ['padded', `${toCursor('2025', 'a')}=`],
    ['with what no store holds', toCursor('2025', 'a\u0000')],
    ['with a third part', Buffer.from('["a","b","c"]').toString('base64url')],
  ])('%s is none', (_name, cursor) => {
    expect(() => fromCursor(cursor)).toThrow('cursor must be');
  });
});
