import { beforeEach, describe, expect, it } from 'vitest';
import { type ArticleDraft, deleteArticles, saveArticle } from '#lib/store/articles';
import { saveOutlet } from '#lib/store/outlets';
import { countStories, getStory, listStories, saveMembership, storyOfArticle } from '#lib/store/stories';
import type { Membership, Reason } from '#lib/types';
import { DIALECTS, freshStores } from './fresh-store';
import { at, draft, member, NOON, outlet } from './samples';

describe.each(DIALECTS)('stories on %s', (dialect) => {
  const { store, other } = freshStores(dialect);

  /** Saves an article with its id and puts it into a story. */
  async function put(id: string, storyId: string, given: Partial<ArticleDraft> = {}, how: Partial<Membership> = {}) {
    const outletId = given.outletId ?? 'harbour';
    const url = `https://${outletId}.example/${id}`;
    const paragraphs = [{ id: 'p0', kind: 'paragraph' as const, text: 'No more is known.', start: 0 }];
    await saveArticle(store(), draft({ id, url, outletName: outletId, paragraphs, ...given }));
    await saveMembership(store(), member(id, storyId, how));
  }
  const list = async (query: Partial<Parameters<typeof listStories>[1]> = {}) =>
    (await listStories(store(), { limit: 50, order: 'newest', ...query })).stories.map(({ id }) => id);

  it('are summed up from their members', async () => {
    await put('a1', 's1', { outletId: 'harbour', headline: 'Pier reopens', published: at(-2) });
    await put(
      'a2',
      's1',
      { outletId: 'inland', headline: 'Ferries run again', published: at(-1) },
      { confidence: 0.9 },
    );
    await put('a3', 's1', { outletId: 'harbour', headline: 'Pier: the first crossing', published: at(0) });
    expect((await listStories(store(), { limit: 5 })).stories).toStrictEqual([
      {
        id: 's1',
        title: 'Pier reopens',
        headlines: [
          {
            articleId: 'a3',
            outletId: 'harbour',
            outletName: 'harbour',
            headline: 'Pier: the first crossing',
            published: at(0),
            suggested: false,
          },
          {
            articleId: 'a2',
            outletId: 'inland',
            outletName: 'inland',
            headline: 'Ferries run again',
            published: at(-1),
            suggested: false,
          },
        ],
        outletCount: 2,
        confirmedOutletCount: 2,
        independentOutletCount: 2,
        articleCount: 3,
        firstPublished: at(-2),
        lastPublished: at(0),
        sample: false,
      },
    ]);
    expect(await getStory(store(), 's1')).toMatchObject({
      articleIds: ['a1', 'a2', 'a3'],
      memberships: [{ articleId: 'a1' }, { articleId: 'a2', confidence: 0.9 }, { articleId: 'a3' }],
    });
    expect(await storyOfArticle(store(), 'a2')).toBe('s1');
  });

  it('count nearly the same text once, under the outlet that had it first', async () => {
    const copy = (of: string) => ({
      evidence: [{ nearest: of, terms: [], names: [], numbers: [], reuse: 0.9, copyOf: of }],
    });
    await put('a1', 's1', { outletId: 'agency', headline: 'Pier reopens' });
    await put('a2', 's1', { outletId: 'harbour', headline: 'Pier open again' }, copy('a1'));
    await put('a3', 's1', { outletId: 'inland', headline: 'Pier reopens' }, copy('a1'));
    await put('a4', 's1', { outletId: 'inland', headline: 'What the pier means to us' });
    const [story] = (await listStories(store(), { limit: 5 })).stories;
    expect(story).toMatchObject({ outletCount: 3, independentOutletCount: 2 });
    expect(story?.headlines.map(({ outletId, copyOf }) => [outletId, copyOf])).toEqual([
      ['agency', undefined],
      ['harbour', 'a1'],
      ['inland', undefined],
    ]);
  });

  it('count copies of a text that was parted from the story once', async () => {
    const copy = { evidence: [{ nearest: 'a1', terms: [], names: [], numbers: [], reuse: 0.9, copyOf: 'a1' }] };
    await put('a2', 's1', { outletId: 'harbour', published: at(-3) }, copy);
    await put('a3', 's1', { outletId: 'inland', published: at(-2) }, copy);
    const [story] = (await listStories(store(), { limit: 5 })).stories;
    expect(story).toMatchObject({ outletCount: 2, independentOutletCount: 1 });
    expect(story?.headlines.map(({ copyOf }) => copyOf)).toEqual([undefined, 'a2']);
  });

  it('stand by outlets with a text of their own: four copies do not outrank two reports', async () => {
    const copy = { evidence: [{ nearest: 'a1', terms: [], names: [], numbers: [], reuse: 0.9, copyOf: 'a1' }] };
    await put('a1', 's1', { outletId: 'agency', published: at(-3) });
    for (const n of [2, 3, 4]) await put(`a${n}`, 's1', { outletId: `o${n}`, published: at(-2) }, copy);
    await put('b1', 's2', { outletId: 'harbour', published: at(-2) });
    await put('b2', 's2', { outletId: 'inland', published: at(-2) });
    const { stories } = await listStories(store(), { limit: 5 });
    expect(stories.map(({ id }) => id)).toEqual(['s2', 's1']);
  });

  it('count a suggested outlet apart, and show its confirmed article where there is one', async () => {
    await put('a1', 's1', { outletId: 'harbour', headline: 'Sure', published: at(-2) });
    await put('a2', 's1', { outletId: 'harbour', headline: 'Perhaps', published: at(-1) }, { status: 'suggested' });
    await put('a3', 's1', { outletId: 'inland', headline: 'Perhaps too' }, { status: 'suggested' });
    const [story] = (await listStories(store(), { limit: 5 })).stories;
    expect(story).toMatchObject({ outletCount: 2, confirmedOutletCount: 1, articleCount: 3 });
    expect(story?.headlines.map(({ headline, suggested }) => [headline, suggested])).toEqual([
      ['Sure', false],
      ['Perhaps too', true],
    ]);
  });

  it('show a full text before a later partial one', async () => {
    await put('a1', 's1', { headline: 'Whole', published: at(-2) });
    await put('a2', 's1', { headline: 'Half', quality: { status: 'partial', reasons: [] } });
    expect((await getStory(store(), 's1'))?.headlines[0]?.headline).toBe('Whole');
  });

  it('say of a headline when its text was not read whole', async () => {
    await put('a1', 's1', { headline: 'Half', quality: { status: 'partial', reasons: [] } });
    await put('a2', 's1', { headline: 'Whole', outletId: 'inland' });
    const flags = (await getStory(store(), 's1'))?.headlines.map(({ headline, quality }) => [headline, quality]);
    expect(flags).toEqual(
      expect.arrayContaining([
        ['Half', 'partial'],
        ['Whole', undefined],
      ]),
    );
  });

  it('follow a headline that changes', async () => {
    await put('a1', 's1', { headline: 'Pier reopens' });
    await saveArticle(store(), draft({ id: 'a1', headline: 'Pier reopens late', textHash: 'b'.repeat(64) }));
    expect(await getStory(store(), 's1')).toMatchObject({
      title: 'Pier reopens late',
      headlines: [{ headline: 'Pier reopens late' }],
    });
    expect(await list({ search: 'late' })).toEqual(['s1']);
  });

  it('are samples when all their outlets are', async () => {
    await saveOutlet(store(), outlet('demo', { sample: true }));
    await put('a1', 's1', { outletId: 'demo' });
    expect(await getStory(store(), 's1')).toMatchObject({ sample: true });
    await put('a2', 's1', { outletId: 'harbour' });
    expect(await getStory(store(), 's1')).toMatchObject({ sample: false });
  });

  it('keep evidence, and the record of an article that was moved away', async () => {
    const evidence = [{ nearest: 'a0', terms: ['pier'], names: [], numbers: ['42'], hoursApart: 1.5, reuse: 0.2 }];
    await put('a1', 's1');
    await put('a2', 's1', {}, { status: 'suggested', confidence: 0.6, evidence });
    await saveMembership(store(), member('a2', 's2', { evidence }));
    expect(await getStory(store(), 's1')).toMatchObject({
      articleIds: ['a1'],
      memberships: [{ articleId: 'a1' }, { articleId: 'a2', status: 'removed', confidence: 0.6, evidence }],
    });
    expect(await getStory(store(), 's2')).toMatchObject({
      articleIds: ['a2'],
      memberships: [{ status: 'confirmed', evidence }],
    });
    expect(await storyOfArticle(store(), 'a2')).toBe('s2');
  });

  it('disappear when their last article leaves', async () => {
    await put('a1', 's1');
    await saveMembership(store(), member('a1', 's1', { status: 'removed' }));
    expect(await getStory(store(), 's1')).toBeUndefined();
    expect(await list()).toEqual([]);
    await saveMembership(store(), member('a1', 's2'));
    expect(await list()).toEqual(['s2']);
  });

  it('count right when members come and go at once', async () => {
    const stores = [store(), await other(), await other()];
    const ids = Array.from({ length: 12 }, (_, n) => `a${n}`);
    for (const id of ids) await saveArticle(store(), draft({ id, outletId: id, url: `https://${id}.example/` }));
    await Promise.all(ids.map((id, n) => saveMembership(stores[n % 3] ?? store(), member(id, 's1'))));
    expect(await getStory(store(), 's1')).toMatchObject({ outletCount: 12, articleCount: 12 });
    await Promise.all(ids.map((id, n) => saveMembership(stores[n % 3] ?? store(), member(id, n < 9 ? 's2' : 's1'))));
    expect(await getStory(store(), 's1')).toMatchObject({ articleCount: 3 });
    expect(await getStory(store(), 's2')).toMatchObject({ articleCount: 9 });
  });

  it('keep an article in one story when two are given at once', async () => {
    const second = await other();
    await put('a1', 's0');
    await Promise.all([saveMembership(store(), member('a1', 's1')), saveMembership(second, member('a1', 's2'))]);
    expect(await list()).toHaveLength(1);
  });

  it('are undefined when nobody knows them', async () => {
    expect(await getStory(store(), 'nobody')).toBeUndefined();
    expect(await storyOfArticle(store(), 'nobody')).toBeUndefined();
  });

  describe('in a list', () => {
    beforeEach(async () => {
      await put('a1', 'pier', { outletId: 'harbour', headline: 'Pier “reopens” — 100% dry', published: at(-3) });
      await put('a2', 'pier', { outletId: 'inland', headline: 'ÉCOLE by the pier', published: at(-3) });
      await put('b1', 'vote', { outletId: 'inland', headline: 'Council votes on fares', published: at(-1) });
      await put('b2', 'vote', { outletId: 'coast', headline: 'Fares: a vote', published: at(-1) });
      await put('b3', 'vote', { outletId: 'harbour', headline: 'Vote on fares', published: at(-1) });
      await saveOutlet(store(), outlet('coast', { country: 'NO' }));
      await put('c1', 'storm', {
        outletId: 'coast',
        headline: 'Storm_warning for Tuesday',
        published: at(-2),
        language: 'de-AT',
        paragraphs: [{ id: 'p0', kind: 'paragraph', text: 'The gangway stays up. 渡轮停航。', start: 0 }],
      });
    });

    it.each([
      ['all, newest first', {}, ['vote', 'storm', 'pier']],
      ['two outlets or more', { minOutlets: 2 }, ['vote', 'pier']],
      ['three outlets or more', { minOutlets: 3 }, ['vote']],
      ['of one outlet', { outlet: 'coast' }, ['vote', 'storm']],
      ['of an unknown outlet', { outlet: 'nobody' }, []],
      ['a word', { search: 'fares' }, ['vote']],
      ['a word in another case', { search: 'école' }, ['pier']],
      ['a word without its accents', { search: 'ECOLE' }, ['pier']],
      ['the beginning of a word', { search: 'tues' }, ['storm']],
      ['not the end of one', { search: 'uesday' }, []],
      ['a word of the text', { search: 'gangway' }, ['storm']],
      ['words of headline and text together', { search: 'gangway tuesday' }, ['storm']],
      ['words of two different articles', { search: 'reopens école' }, []],
      ['Chinese, without spaces', { search: '渡轮' }, ['storm']],
      ['SQL and search operators are words', { search: `NEAR(fares* OR 'x' & !y | "vote")` }, []],
      ['of a country', { country: 'no' }, ['vote', 'storm']],
      ['of an unknown country', { country: 'XX' }, []],
      ['in a language', { language: 'de-CH' }, ['storm']],
      ['words in any order, across one story', { search: ' pier  reopens ' }, ['pier']],
      ['quotation marks of another kind', { search: '"reopens"' }, ['pier']],
      ['a word of which only one half is there', { search: 'fares storm' }, []],
      ['a percent sign is no wildcard', { search: '100% dry' }, ['pier']],
      ['signs part words and are no wildcards', { search: 'votes%fares' }, ['vote']],
      ['an underscore is no wildcard', { search: 'storm_w' }, ['storm']],
      ['an underscore is no wildcard, again', { search: 'f_res' }, []],
      ['a backslash is only itself', { search: '\\' }, []],
      ['blanks search nothing', { search: '  ' }, ['vote', 'storm', 'pier']],
      ['from a time on', { from: at(-2) }, ['vote', 'storm']],
      ['up to a time', { to: at(-2) }, ['storm', 'pier']],
      ['everything together', { minOutlets: 2, outlet: 'inland', search: 'pier', from: at(-9), to: NOON }, ['pier']],
    ])('%s', async (_name, query, expected) => {
      expect(await list(query)).toEqual(expected);
    });

    it('stand higher the more outlets they have: a doubling is worth 12 hours', async () => {
      await put('d1', 'flood', { outletId: 'harbour', published: at(10), fetchedAt: at(12) });
      // vote: three outlets at -1 h, worth 19 hours; pier: two at -3 h, worth 12; storm and flood: one.
      expect(await list({ order: 'ranked' })).toEqual(['vote', 'flood', 'pier', 'storm']);
      await put('e1', 'flood', { outletId: 'inland', published: at(8), fetchedAt: at(12) });
      expect(await list({ order: 'ranked' })).toEqual(['flood', 'vote', 'pier', 'storm']);
    });

    it('find a text by its new words only, once it has changed', async () => {
      const changed = draft({
        id: 'b1',
        outletId: 'inland',
        headline: 'Council weighs tolls',
        textHash: 'd'.repeat(64),
      });
      await saveArticle(store(), changed);
      expect(await list({ search: 'tolls' })).toEqual(['vote']);
      expect(await list({ search: 'council votes' })).toEqual([]);
    });

    it('do not find a deleted text', async () => {
      await deleteArticles(store(), ['c1']);
      expect(await list({ search: 'gangway' })).toEqual([]);
    });

    it('are counted', async () => {
      expect(await countStories(store())).toBe(3);
      expect(await countStories(store(), 2)).toBe(2);
    });

    it('do not let a feed that dates ahead hold the top', async () => {
      await put('d1', 'ahead', { published: at(5000), fetchedAt: at(-4) });
      expect((await list()).at(-1)).toBe('ahead');
      expect(await getStory(store(), 'ahead')).toMatchObject({ lastPublished: at(5000) });
    });

    it('take their place by the time of reading when no time was published', async () => {
      const { published: _published, ...undated } = draft({ id: 'd1', fetchedAt: at(-1.5) });
      await saveArticle(store(), undated);
      await saveMembership(store(), member('d1', 'undated'));
      expect(await list()).toEqual(['vote', 'undated', 'storm', 'pier']);
      expect(await getStory(store(), 'undated')).not.toHaveProperty('firstPublished');
    });

    it.each([
      ['cursor', 'nonsense'],
      ['cursor', 'WzEsMl0'],
      ['from', 'last week'],
      ['to', ''],
    ])('refuse a bad %s: %s', async (field, value) => {
      await expect(list({ [field]: value })).rejects.toMatchObject({ code: 'bad-input', subject: field });
    });

    it('with a damaged row are reported, and the others listed', async () => {
      await store().db.updateTable('stories').set({ headlines: 'oops' }).where('id', '=', 'vote').execute();
      const problems: Reason[] = [];
      const { stories } = await listStories(store(), { limit: 9, order: 'newest' }, (reason) => problems.push(reason));
      expect(stories.map(({ id }) => id)).toEqual(['storm', 'pier']);
      expect(problems).toEqual([{ code: 'damaged-row', message: expect.stringContaining('stories/vote') }]);
    });
  });

  it.each(['newest', 'ranked'] as const)(
    'are walked page by page, %s first, without gap or repeat while others arrive',
    async (order) => {
      // Pairs share a time, so that the id has to decide.
      for (let n = 0; n < 10; n++) await put(`a${n}`, `s${n}`, { published: at(-Math.floor(n / 2) - 1) });
      const before = await list({ order });
      const walked: string[] = [];
      let cursor: string | undefined;
      let arrivals = 0;
      do {
        const page = await listStories(store(), { limit: 3, order, ...(cursor === undefined ? {} : { cursor }) });
        walked.push(...page.stories.map(({ id }) => id));
        cursor = page.nextCursor;
        await put(`new${arrivals}`, `new${arrivals}`, { published: at(0) });
        arrivals++;
      } while (cursor !== undefined);
      expect(walked).toEqual(before);
      expect(arrivals).toBe(4);
    },
  );
});
