import { describe, expect, it } from 'vitest';
import { saveMembership, storyOfArticle } from '#lib/store/memberships';
import { openStoryIndex } from '#lib/store/story-index';
import type { StoryIndex } from '#lib/types';
import { DIALECTS, freshStores } from './fresh-store';
import { at, member, NOON, profile } from './samples';

const place = (
  index: StoryIndex,
  id: string,
  story: string,
  words: string,
  given: Parameters<typeof profile>[3] = {},
) => index.add(profile(id, story, words, given), member(id, story));

describe.each(DIALECTS)('the story index on %s', (dialect) => {
  const { store, other } = freshStores(dialect);
  const ids = async (query: Parameters<StoryIndex['candidates']>[0]) =>
    (await openStoryIndex(store()).candidates(query)).map(({ articleId }) => articleId);

  it('gives profiles back as they were added', async () => {
    const full = profile('a', 's', 'ferry pier', {
      titleTerms: { ferry: 1 },
      names: ['Ana Ruiz'],
      numbers: ['42'],
      shingles: [1, 4_294_967_295],
      language: 'en',
    });
    const index = openStoryIndex(store());
    await index.add(full, member('a', 's'));
    expect(await index.members('s')).toStrictEqual([full]);
    expect(await index.candidates({ terms: ['pier'], limit: 5 })).toStrictEqual([full]);
  });

  it('counts in how many profiles each term occurs', async () => {
    const index = openStoryIndex(store());
    expect(await index.frequencies(['ferry'])).toEqual({ documents: 0, counts: new Map() });
    await place(index, 'a', 's1', 'ferry pier');
    await place(index, 'b', 's2', 'ferry fares');
    const { documents, counts } = await index.frequencies(['ferry', 'pier', 'storm', '']);
    expect(documents).toBe(2);
    expect([...counts].sort()).toEqual([
      ['ferry', 2],
      ['pier', 1],
    ]);
  });

  it('finds those that share most terms first, up to the limit', async () => {
    const index = openStoryIndex(store());
    await place(index, 'one', 's1', 'ferry');
    await place(index, 'three', 's2', 'ferry pier storm');
    await place(index, 'two', 's3', 'ferry pier');
    await place(index, 'none', 's4', 'budget');
    expect(await ids({ terms: ['ferry', 'pier', 'storm'], limit: 10 })).toEqual(['three', 'two', 'one']);
    expect(await ids({ terms: ['ferry', 'pier', 'storm'], limit: 2 })).toEqual(['three', 'two']);
    expect(await ids({ terms: ['election'], limit: 2 })).toEqual([]);
    expect(await ids({ terms: [], limit: 2 })).toEqual([]);
  });

  it.each([
    ['both bounds', { from: at(-1), to: at(1) }, ['at-noon', 'undated']],
    ['a bound in another zone', { from: '2031-05-04T15:00:00+02:00' }, ['at-three', 'undated']],
    ['bounds are included', { from: NOON, to: NOON }, ['at-noon', 'undated']],
    ['no bounds', {}, ['at-noon', 'at-three', 'at-nine', 'undated']],
  ])('looks inside a window, and always at the undated: %s', async (_name, window, expected) => {
    const index = openStoryIndex(store());
    await place(index, 'at-nine', 's1', 'ferry', { published: at(-3) });
    await place(index, 'at-noon', 's2', 'ferry', { published: '2031-05-04T14:00:00+02:00' });
    await place(index, 'at-three', 's3', 'ferry', { published: at(3) });
    const { published: _published, ...undated } = profile('undated', 's4', 'ferry');
    await index.add(undated, member('undated', 's4'));
    expect((await ids({ terms: ['ferry'], limit: 10, ...window })).sort()).toEqual([...expected].sort());
  });

  it('replaces an article that is added again', async () => {
    const index = openStoryIndex(store());
    await place(index, 'a', 's1', 'ferry pier');
    await place(index, 'a', 's1', 'ferry storm', { published: at(2) });
    expect(await ids({ terms: ['pier'], limit: 5 })).toEqual([]);
    expect(await ids({ terms: ['storm'], limit: 5, from: at(1) })).toEqual(['a']);
    const { documents, counts } = await index.frequencies(['ferry', 'pier', 'storm']);
    expect([documents, counts.get('ferry'), counts.get('pier') ?? 0, counts.get('storm')]).toEqual([1, 1, 0, 1]);
  });

  it('follows an article that is moved by hand, and forgets one that is taken out', async () => {
    const index = openStoryIndex(store());
    await place(index, 'a', 's1', 'ferry');
    await place(index, 'b', 's1', 'ferry');
    await saveMembership(store(), member('a', 's2'));
    expect((await index.members('s1')).map(({ articleId }) => articleId)).toEqual(['b']);
    expect((await index.members('s2')).map(({ storyId }) => storyId)).toEqual(['s2']);
    await saveMembership(store(), member('a', 's2', { status: 'removed' }));
    expect(await index.members('s2')).toEqual([]);
    expect(await ids({ terms: ['ferry'], limit: 5 })).toEqual(['b']);
    expect(await storyOfArticle(store(), 'a')).toBeUndefined();
  });

  it('counts rightly when several writers add at once', async () => {
    const indexes = [openStoryIndex(store()), openStoryIndex(await other()), openStoryIndex(await other())];
    const words = ['ferry pier storm', 'storm ferry quay', 'quay pier ferry'];
    await Promise.all(
      Array.from({ length: 18 }, (_, n) => {
        const index = indexes[n % 3] ?? openStoryIndex(store());
        return place(index, `a${n}`, `s${n % 2}`, words[n % 3] ?? '');
      }),
    );
    const { documents, counts } = await openStoryIndex(store()).frequencies(['ferry', 'pier', 'storm', 'quay']);
    expect(documents).toBe(18);
    expect(Object.fromEntries(counts)).toEqual({ ferry: 18, pier: 12, storm: 12, quay: 12 });
    expect(await openStoryIndex(store()).members('s0')).toHaveLength(9);
  });

  it('takes long texts and long words', async () => {
    const words = Array.from({ length: 3000 }, (_, n) => `w${n}`).join(' ');
    const index = openStoryIndex(store());
    await place(index, 'long', 's1', `${'x'.repeat(4000)} ${words}`);
    expect(await ids({ terms: ['x'.repeat(4000)], limit: 1 })).toEqual(['long']);
    const { counts } = await index.frequencies([...words.split(' '), 'x'.repeat(4000)]);
    expect(counts.size).toBe(3001);
    expect(counts.get('x'.repeat(4000))).toBe(1);
  });

  it('finds an article by its most telling terms, which come first', async () => {
    const words = Array.from({ length: 200 }, (_, n) => `w${n}`);
    const index = openStoryIndex(store());
    await place(index, 'long', 's1', words.join(' '));
    expect(await ids({ terms: ['w0'], limit: 1 })).toEqual(['long']);
    expect(await ids({ terms: ['w199'], limit: 1 })).toEqual([]);
  });

  it('reads the articles nearest in time when a word is everywhere', async () => {
    const index = openStoryIndex(store());
    for (let hour = 0; hour <= 104; hour++) {
      await index.add(profile(`h${hour}`, 's1', 'ferry', { published: at(hour) }), member(`h${hour}`, 's1'));
    }
    const found = await ids({ terms: ['ferry'], limit: 400, from: at(-200), to: at(200) });
    expect(found).toHaveLength(101);
    expect(found).toContain('h0');
    expect(found).toContain('h100');
  });

  it('passes over a damaged profile', async () => {
    const index = openStoryIndex(store());
    await place(index, 'good', 's1', 'ferry');
    await place(index, 'bad', 's1', 'ferry');
    await store().db.updateTable('story_profiles').set({ profile: 'null' }).where('article_id', '=', 'bad').execute();
    expect(await ids({ terms: ['ferry'], limit: 5 })).toEqual(['good']);
    expect(await index.members('s1')).toHaveLength(1);
  });
});
