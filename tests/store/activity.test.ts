import { describe, expect, it } from 'vitest';
import {
  activityByOutlet,
  countSharedStories,
  entriesByFeed,
  outletsTogether,
  paceByOutlet,
  recentArticles,
} from '#lib/store/activity';
import { saveArticle } from '#lib/store/articles';
import { recordEntry } from '#lib/store/entries';
import { addFeed } from '#lib/store/feeds';
import { saveMembership } from '#lib/store/memberships';
import { saveOutlet } from '#lib/store/outlets';
import type { QualityStatus } from '#lib/types';
import { DIALECTS, freshStores } from './fresh-store';
import { at, draft, entry, feed, member, outlet } from './samples';

describe.each(DIALECTS)('activity on %s', (dialect) => {
  const { store } = freshStores(dialect);

  /** An article of an outlet, so many hours after noon, in a story or in none. */
  async function write(
    outletId: string,
    hours: number,
    story?: string,
    status: QualityStatus = 'full',
  ): Promise<string> {
    const { id } = await saveArticle(
      store(),
      draft({
        outletId,
        outletName: `The ${outletId} Courier`,
        url: `https://${outletId}.example/${hours}`,
        published: at(hours),
        fetchedAt: at(hours),
        quality: { status, reasons: [] },
      }),
    );
    if (story !== undefined) await saveMembership(store(), member(id, story));
    return id;
  }

  it('counts articles by outlet, by quality, and those that a second outlet has', async () => {
    await write('harbour', 1, 'ferry');
    await write('inland', 2, 'ferry');
    await write('harbour', 3, 'choir');
    await write('harbour', 4, undefined, 'blocked');
    await write('harbour', -50, 'old');
    const activity = await activityByOutlet(store(), at(0));
    expect(activity.get('harbour')).toEqual({
      articles: 3,
      shared: 1,
      byQuality: { full: 2, partial: 0, excerpt: 0, blocked: 1, failed: 0 },
    });
    expect(activity.get('inland')).toMatchObject({ articles: 1, shared: 1 });
    expect([...(await activityByOutlet(store(), at(0), 'inland')).keys()]).toEqual(['inland']);
    expect(await countSharedStories(store(), at(0))).toEqual({ stories: 2, shared: 1 });
  });

  it('an article taken out of a story by hand is shared no longer', async () => {
    const id = await write('harbour', 1, 'ferry');
    await write('inland', 2, 'ferry');
    await saveMembership(store(), member(id, 'ferry', { status: 'removed' }));
    const activity = await activityByOutlet(store(), at(0));
    expect([activity.get('harbour')?.shared, activity.get('inland')?.shared]).toEqual([0, 0]);
  });

  it('an empty store has nothing to count', async () => {
    expect(await activityByOutlet(store(), at(0))).toEqual(new Map());
    expect(await countSharedStories(store(), at(0))).toEqual({ stories: 0, shared: 0 });
  });

  it('knows the newest, the oldest and the twentieth before the newest', async () => {
    await saveOutlet(store(), outlet('harbour'));
    await saveOutlet(store(), outlet('silent'));
    for (let hour = 0; hour < 23; hour++) await write('harbour', hour);
    const paces = await paceByOutlet(store());
    expect(paces.get('harbour')).toEqual({ newest: at(22), oldest: at(0), before: at(2) });
    expect(paces.get('silent')).toEqual({});
    expect([...(await paceByOutlet(store(), 'silent')).keys()]).toEqual(['silent']);
  });

  it('names the outlets that report the same stories, in how many', async () => {
    await write('harbour', 1, 'ferry');
    await write('harbour', 2, 'ferry');
    await write('harbour', 3, 'choir');
    await write('inland', 1, 'ferry');
    await write('inland', 2, 'choir');
    await write('quay', 2, 'choir');
    expect(await outletsTogether(store(), { outletId: 'harbour', from: at(0), limit: 5 })).toEqual([
      { outletId: 'inland', name: 'The inland Courier', stories: 2 },
      { outletId: 'quay', name: 'The quay Courier', stories: 1 },
    ]);
  });

  it('lists the newest articles with their stories', async () => {
    await write('harbour', 1, 'ferry');
    await write('inland', 1, 'ferry');
    await write('harbour', 2, undefined, 'excerpt');
    const recent = await recentArticles(store(), 'harbour', 10);
    expect(
      recent.map(({ sortAt, quality, storyId, outletCount }) => ({ sortAt, quality, storyId, outletCount })),
    ).toEqual([
      { sortAt: at(2), quality: 'excerpt', storyId: undefined, outletCount: undefined },
      { sortAt: at(1), quality: 'full', storyId: 'ferry', outletCount: 2 },
    ]);
    expect(await recentArticles(store(), 'harbour', 1)).toHaveLength(1);
  });

  it('says what became of the entries of each feed', async () => {
    await addFeed(store(), feed('news'));
    await addFeed(store(), feed('sport'));
    const id = await write('harbour', 1);
    await recordEntry(store(), 'news', entry('a'), { at: at(1), articleId: id });
    await recordEntry(store(), 'news', entry('b'), { at: at(1), reason: { code: 'too-slow', message: 'Slow.' } });
    const counts = await entriesByFeed(store(), 'harbour');
    expect(counts.get('news')).toEqual({ entries: 2, articles: 1, waiting: 1, newest: at(1) });
    expect(counts.get('sport')).toBeUndefined();
  });
});
