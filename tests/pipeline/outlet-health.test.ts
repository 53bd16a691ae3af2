import { beforeEach, describe, expect, it } from 'vitest';
import { readHealthOf, readOutletHealth } from '#lib/pipeline/outlet-health';
import { subscribePack } from '#lib/pipeline/subscribe';
import { saveArticle } from '#lib/store/articles';
import { addFeed } from '#lib/store/feeds';
import { saveMembership } from '#lib/store/memberships';
import { saveOutlet } from '#lib/store/outlets';
import type { FeedState } from '#lib/types';
import { freshStores } from '../store/fresh-store';
import { at, draft, feed, member, NOON, outlet } from '../store/samples';

const READ = { lastTryAt: NOON, lastSuccessAt: NOON };
const FAILING = { lastTryAt: NOON, failures: 2, lastError: { code: 'too-slow', message: 'Slow.' } };

describe('the health of outlets', () => {
  const { store } = freshStores('sqlite');
  const here = () => ({ store: store(), now: () => NOON });

  beforeEach(() => saveOutlet(store(), outlet('harbour', { language: 'en-GB' })));

  async function subscribed(...states: Partial<FeedState>[]): Promise<void> {
    for (const [nth, state] of states.entries()) await addFeed(store(), feed(`f${nth}`, state));
  }
  async function write(outletId: string, hours: number, story?: string): Promise<void> {
    const url = `https://${outletId}.example/${hours}`;
    const { id } = await saveArticle(store(), draft({ outletId, url, published: at(hours), fetchedAt: at(hours) }));
    if (story !== undefined) await saveMembership(store(), member(id, story));
  }
  const stateOf = async () => {
    const health = await readHealthOf(here(), 'harbour', 7);
    return [health?.state, health?.inState];
  };

  it.each<[string, Partial<FeedState>[], [string, number]]>([
    ['one that could be read', [READ], ['read', 1]],
    ['one of two that fails is what is shown', [READ, FAILING], ['failing', 1]],
    ['one not read yet', [{}], ['unread', 1]],
    ['a paused one is passed over', [READ, { ...FAILING, pausedAt: NOON }], ['read', 1]],
    ['all paused', [{ pausedAt: NOON }, { pausedAt: NOON }], ['paused', 0]],
    [
      'taken down beside given up',
      [
        { ...FAILING, retired: true },
        { retired: true, lastError: { code: 'gone', message: 'Gone.' } },
      ],
      ['given-up', 1],
    ],
  ])('%s', async (_name, states, expected) => {
    await write('harbour', -1);
    await subscribed(...states);
    expect(await stateOf()).toEqual(expected[0] === 'paused' ? ['paused', 2] : expected);
  });

  it('tells a quiet outlet from one that cannot be read', async () => {
    for (let gap = 0; gap <= 20; gap++) await write('harbour', -24 * 4 - gap);
    await subscribed(READ);
    expect(await stateOf()).toEqual(['quiet', 1]);
    await write('harbour', -2);
    expect(await stateOf()).toEqual(['read', 1]);
  });

  it('measures articles a day over the days looked at, or since the first article', async () => {
    await subscribed(READ);
    expect((await readHealthOf(here(), 'harbour', 7))?.perDay).toBeUndefined();
    for (let hour = 0; hour < 10; hour++) await write('harbour', -hour);
    expect((await readHealthOf(here(), 'harbour', 7))?.perDay).toBe(10);
    await write('harbour', -24 * 60);
    expect((await readHealthOf(here(), 'harbour', 7))?.perDay).toBeCloseTo(10 / 7);
  });

  it('counts what the set shares, without samples, and what packs would add', async () => {
    await saveOutlet(store(), outlet('inland', { language: 'en' }));
    await saveOutlet(store(), outlet('made-up', { language: 'en', sample: true }));
    await subscribed(READ);
    await addFeed(store(), feed('in', { outletId: 'inland', url: 'https://inland.example/f', ...READ }));
    await addFeed(store(), feed('sample', { outletId: 'made-up', url: 'https://made-up.example/f', ...READ }));
    await write('harbour', -1, 'ferry');
    await write('inland', -2, 'ferry');
    await write('inland', -3, 'choir');
    await write('made-up', -1, 'tale');
    const { width, outlets } = await readOutletHealth(here(), 7);
    expect(outlets).toHaveLength(3);
    expect(width).toMatchObject({ articles: 3, shared: 2, stories: { shared: 1 } });
    expect(width.languages).toEqual([{ language: 'en', outlets: 2, articles: 3, shared: 2 }]);
    expect(width.packs[0]?.inLanguagesRead).toBeGreaterThan(0);
    expect(width.packs.find(({ id }) => id === 'german')).toMatchObject({ inLanguagesRead: 0, languages: ['de'] });

    await subscribePack(here(), 'german');
    const after = (await readOutletHealth(here(), 7)).width.packs;
    expect(after.find(({ id }) => id === 'german')).toBeUndefined();
    const europe = after.find(({ id }) => id === 'europe');
    expect(europe?.languages).not.toContain('de');
    expect(europe?.missing).toBeLessThan(europe?.outlets ?? 0);
  });

  it('an outlet without feeds is known by its page and not in the list; a stranger is undefined', async () => {
    expect(await readHealthOf(here(), 'harbour', 7)).toMatchObject({ feeds: [] });
    expect((await readOutletHealth(here(), 7)).outlets).toEqual([]);
    expect(await readHealthOf(here(), 'nobody', 7)).toBeUndefined();
  });
});
