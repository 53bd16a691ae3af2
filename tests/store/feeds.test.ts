import { describe, expect, it } from 'vitest';
import { newEntries, recordEntry } from '#lib/store/entries';
import { claimDueFeeds, countDueFeeds, releaseLeases, renewLeases } from '#lib/store/feed-leases';
import {
  addFeed,
  feedsByUrl,
  feedsOfOutlet,
  getFeed,
  listFeeds,
  makeFeedsDue,
  pauseFeeds,
  removeFeed,
  removeFeedsOf,
  resumeFeeds,
  saveFeedState,
} from '#lib/store/feeds';
import type { Store } from '#lib/store/open-store';
import type { Reason } from '#lib/types';
import { DIALECTS, freshStores } from './fresh-store';
import { at, entry, feed, NOON } from './samples';

const claim = (store: Store, given: Partial<Parameters<typeof claimDueFeeds>[1]> = {}) =>
  claimDueFeeds(store, { now: NOON, limit: 10, leaseSeconds: 300, worker: 'w1', ...given });

describe.each(DIALECTS)('feeds on %s', (dialect) => {
  const { store, other } = freshStores(dialect);

  it('come back as they were saved', async () => {
    const full = feed('news', {
      title: 'News',
      etag: 'W/"7"',
      lastModified: 'Sun, 04 May 2031 10:00:00 GMT',
      moving: { to: 'https://harbour.example/new.xml', since: at(-30) },
      quiet: { hours: [0, 1], days: [6] },
      lastTryAt: at(-1),
      lastSuccessAt: at(-2),
      lastError: { code: 'too-slow', message: 'No answer in time.' },
      failures: 2,
      nextCheckAt: '2031-05-04T14:00:00+02:00',
      retired: true,
    });
    expect(await addFeed(store(), full)).toEqual({ added: true, feed: full });
    expect(await getFeed(store(), 'news')).toStrictEqual(full);
    await saveFeedState(store(), feed('news'));
    expect(await getFeed(store(), 'news')).toStrictEqual(feed('news'));
  });

  it.each([
    ['the same address under another id', feed('again', { url: feed('news').url })],
    ['the same id with another address', feed('news', { url: 'https://harbour.example/else.xml' })],
  ])('are not added twice: %s', async (_name, second) => {
    await addFeed(store(), feed('news'));
    expect(await addFeed(store(), second)).toEqual({ added: false, feed: feed('news') });
    expect(await listFeeds(store())).toHaveLength(1);
  });

  it('may have an address longer than an index entry', async () => {
    const url = `https://harbour.example/${'a'.repeat(6000)}`;
    expect(await addFeed(store(), feed('long', { url }))).toMatchObject({ added: true });
    expect(await addFeed(store(), feed('again', { url }))).toMatchObject({ added: false });
    expect((await getFeed(store(), 'long'))?.url).toBe(url);
  });

  it('refuse a next check that is no time, naming it', async () => {
    await expect(addFeed(store(), feed('news', { nextCheckAt: 'soon' }))).rejects.toMatchObject({
      code: 'bad-input',
      subject: 'nextCheckAt',
    });
  });

  it('are claimed when due, longest overdue first, whatever zone the time is written in', async () => {
    await addFeed(store(), feed('later', { nextCheckAt: at(1) }));
    await addFeed(store(), feed('an-hour-ago', { nextCheckAt: at(-1) }));
    await addFeed(store(), feed('two-hours-ago', { nextCheckAt: '2031-05-04T15:00:00+05:00' }));
    await addFeed(store(), feed('retired', { nextCheckAt: at(-9), retired: true }));
    expect((await claim(store())).map(({ id }) => id)).toEqual(['two-hours-ago', 'an-hour-ago']);
  });

  it('are leased: nobody else gets one until it is saved or the lease runs out', async () => {
    await addFeed(store(), feed('news'));
    expect(await claim(store())).toHaveLength(1);
    expect(await claim(store(), { worker: 'w2' })).toEqual([]);
    expect(await claim(store(), { worker: 'w2', now: at(299 / 3600) })).toEqual([]);
    expect(await claim(store(), { worker: 'w2', now: at(301 / 3600) })).toHaveLength(1);
    await saveFeedState(store(), feed('news', { nextCheckAt: at(2) }));
    expect(await claim(store(), { now: at(1.9) })).toEqual([]);
    expect(await claim(store(), { now: at(2) })).toHaveLength(1);
  });

  it('are never given to two of several workers claiming at once', async () => {
    const stores = [store(), await other(), await other()];
    for (let n = 0; n < 60; n++) await addFeed(store(), feed(`f${n}`));
    const claims = Array.from({ length: 24 }, (_, n) =>
      claim(stores[n % stores.length] ?? store(), { limit: 3, worker: `w${n}` }),
    );
    const ids = (await Promise.all(claims)).flatMap((feeds) => feeds.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    // On PostgreSQL a worker passes over rows that another is just taking, so the rest may need one more round.
    for (let more = await claim(store()); more.length > 0; more = await claim(store()))
      ids.push(...more.map(({ id }) => id));
    expect(new Set(ids).size).toBe(60);
    expect(ids).toHaveLength(60);
  });

  it('claim no more than asked for', async () => {
    for (let n = 0; n < 10; n++) await addFeed(store(), feed(`f${n}`));
    expect(await claim(store(), { limit: 4 })).toHaveLength(4);
  });

  it('keep a moved address, unless another feed has it', async () => {
    await addFeed(store(), feed('news'));
    await addFeed(store(), feed('world'));
    const moved = await saveFeedState(store(), feed('news', { url: 'https://harbour.example/moved.xml' }));
    expect(moved?.url).toBe('https://harbour.example/moved.xml');
    const clashing = await saveFeedState(store(), feed('news', { url: feed('world').url, failures: 3 }));
    expect(clashing).toMatchObject({ url: 'https://harbour.example/moved.xml', failures: 3 });
  });

  it('stay removed when a worker that was reading them comes back', async () => {
    await addFeed(store(), feed('news'));
    await recordEntry(store(), 'news', entry('e1'), { at: NOON, articleId: 'a1' });
    await removeFeed(store(), 'news');
    expect(await saveFeedState(store(), feed('news'))).toBeUndefined();
    await recordEntry(store(), 'news', entry('e2'), { at: NOON, articleId: 'a2' });
    expect(await listFeeds(store())).toEqual([]);
    await addFeed(store(), feed('news'));
    expect(await newEntries(store(), 'news', [entry('e1'), entry('e2')])).toHaveLength(2);
  });

  it('with a damaged row are reported, and the others listed', async () => {
    await addFeed(store(), feed('good'));
    await addFeed(store(), feed('bad'));
    await store().db.updateTable('feeds').set({ last_error: '{half' }).where('id', '=', 'bad').execute();
    const problems: Reason[] = [];
    expect((await listFeeds(store(), (reason) => problems.push(reason))).map(({ id }) => id)).toEqual(['good']);
    expect(problems).toEqual([{ code: 'damaged-row', message: expect.stringContaining('feeds/bad') }]);
    await expect(getFeed(store(), 'bad')).rejects.toMatchObject({ code: 'damaged-row', subject: 'feeds/bad' });
  });

  it('are not read while paused, whatever a running try saves, and due at once when resumed', async () => {
    await addFeed(store(), feed('news'));
    const claimed = () => claim(store(), { now: at(1) });
    const [running] = await claimed();
    await pauseFeeds(store(), { outletId: 'harbour' }, at(1));
    await saveFeedState(store(), { ...feed('news'), ...running, nextCheckAt: at(-1) });
    expect(await claimed()).toEqual([]);
    await makeFeedsDue(store(), at(1), { feedId: 'news' });
    expect(await claimed()).toEqual([]);
    expect((await getFeed(store(), 'news'))?.pausedAt).toBe(at(1));
    await pauseFeeds(store(), { feedId: 'news' }, at(5));
    expect((await getFeed(store(), 'news'))?.pausedAt).toBe(at(1));
    await resumeFeeds(store(), { feedId: 'news' });
    expect((await claimed()).map(({ id }) => id)).toEqual(['news']);
    expect(await getFeed(store(), 'news')).not.toHaveProperty('pausedAt');
  });

  it('keep the folder they came in', async () => {
    await addFeed(store(), feed('news', { folder: ['Ports', 'North / South'] }));
    await saveFeedState(store(), feed('news', { failures: 1 }));
    expect(await getFeed(store(), 'news')).toMatchObject({ failures: 1, folder: ['Ports', 'North / South'] });
  });

  it('are made due together, except those that wait out a failure; one asked for by name is tried whatever its state', async () => {
    await addFeed(store(), feed('calm', { nextCheckAt: at(9) }));
    await addFeed(store(), feed('failing', { nextCheckAt: at(9), failures: 2 }));
    await addFeed(store(), feed('retired', { nextCheckAt: at(9), retired: true }));
    const due = async () => (await listFeeds(store())).filter((each) => each.nextCheckAt === at(1)).map(({ id }) => id);
    await makeFeedsDue(store(), at(1));
    expect(await due()).toEqual(['calm']);
    await makeFeedsDue(store(), at(1), { feedId: 'retired' });
    expect(await due()).toEqual(['calm', 'retired']);
    expect(await getFeed(store(), 'retired')).toMatchObject({ retired: false });
    await makeFeedsDue(store(), at(1), { outletId: 'harbour' });
    expect(await due()).toEqual(['calm', 'failing', 'retired']);
  });

  it('are found by address, and all of an outlet go together', async () => {
    await addFeed(store(), feed('news'));
    await addFeed(store(), feed('sport'));
    await addFeed(store(), feed('other', { outletId: 'inland' }));
    const found = await feedsByUrl(store(), ['https://harbour.example/news.xml', 'https://nowhere.example/']);
    expect([...found].map(([url, { id }]) => [url, id])).toEqual([['https://harbour.example/news.xml', 'news']]);
    expect((await feedsOfOutlet(store(), 'harbour')).map(({ id }) => id)).toEqual(['news', 'sport']);
    await removeFeedsOf(store(), 'harbour');
    expect((await listFeeds(store())).map(({ id }) => id)).toEqual(['other']);
  });

  it('that nobody knows are undefined', async () => {
    expect(await getFeed(store(), 'nobody')).toBeUndefined();
    await expect(removeFeed(store(), 'nobody')).resolves.toBeUndefined();
  });

  it('that are claimed are kept as long as their reader says so, and given back when he stops', async () => {
    for (const id of ['a', 'b']) await addFeed(store(), feed(id));
    expect(await countDueFeeds(store(), NOON)).toBe(2);
    await claim(store(), { leaseSeconds: 600, limit: 1 });
    expect(await countDueFeeds(store(), NOON)).toBe(1);
    await renewLeases(store(), { now: at(0.1), leaseSeconds: 3600, worker: 'w1' });
    expect(await countDueFeeds(store(), at(1))).toBe(1);
    await releaseLeases(store(), 'somebody else');
    expect(await countDueFeeds(store(), at(1))).toBe(1);
    await releaseLeases(store(), 'w1');
    expect(await countDueFeeds(store(), at(1))).toBe(2);
  });

  it('that are paused are neither claimed nor counted as due', async () => {
    for (const id of ['a', 'b']) await addFeed(store(), feed(id));
    await pauseFeeds(store(), { feedId: 'a' }, NOON);
    expect(await countDueFeeds(store(), NOON)).toBe(1);
    expect((await claim(store())).map(({ id }) => id)).toEqual(['b']);
  });

  it('are made due by asking: not those that fail, are retired, or were tried since a moment; one feed always', async () => {
    const later = { nextCheckAt: at(5) };
    await addFeed(store(), feed('quiet', later));
    await addFeed(store(), feed('failing', { ...later, failures: 1 }));
    await addFeed(store(), feed('retired', { ...later, retired: true }));
    await addFeed(store(), feed('tried', { ...later, lastTryAt: at(-0.1) }));
    const due = async () => (await claim(store(), { leaseSeconds: 0 })).map(({ id }) => id);
    await makeFeedsDue(store(), NOON, undefined, { notTriedSince: at(-1) });
    expect(await due()).toEqual(['quiet']);
    await makeFeedsDue(store(), NOON);
    expect(await due()).toEqual(['quiet', 'tried']);
    await makeFeedsDue(store(), NOON, { feedId: 'retired' });
    expect(await due()).toEqual(['quiet', 'retired', 'tried']);
  });
});
