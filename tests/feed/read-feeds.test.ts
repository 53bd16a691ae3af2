import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SynopticError } from '#lib/errors';
import { GIVEN_UP_AFTER } from '#lib/feed/feed-schedule';
import { type ParseFeed, parseFeed } from '#lib/feed/parse-feed';
import { readFeed, readFeeds } from '#lib/feed/read-feeds';
import { type Http, openHttp } from '#lib/http';
import type { FeedState } from '#lib/types';
import { type Answer, type Newsroom, openNewsroom, rss } from '../newsroom';

const NOON = '2024-03-06T12:00:00.000Z';
const http: Http = openHttp(
  {
    SYNOPTIC_ALLOW_PRIVATE_HOSTS: true,
    SYNOPTIC_CONTACT_URL: 'https://reader.example/about',
    SYNOPTIC_HTTP_TIMEOUT_MS: 2_000,
    SYNOPTIC_HTTP_MAX_BYTES: 200_000,
    SYNOPTIC_HOST_GAP_MS: 0,
  },
  { now: () => Date.parse(NOON) },
);

let room: Newsroom;
beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.close());
afterEach(() => {
  room.asked.length = 0;
});

const FERRY = rss('The Daily Ferry', [
  { title: 'Bridge reopens', link: 'https://ferry.example/1', published: 'Wed, 06 Mar 2024 06:00:00 GMT' },
]);

function stateOf(path: string, more: Partial<FeedState> = {}): FeedState {
  return {
    id: path,
    outletId: 'ferry',
    url: `${room.url}${path}`,
    failures: 0,
    intervalSeconds: 3_600,
    nextCheckAt: NOON,
    retired: false,
    ...more,
  };
}

async function reading(answer: Answer, more: Partial<FeedState> = {}) {
  room.put('/feed', answer);
  return readFeed(stateOf('/feed', more), { http, parseFeed, now: NOON });
}

const OLD: Partial<FeedState> = {
  etag: '"old"',
  lastModified: 'Mon, 04 Mar 2024 00:00:00 GMT',
  lastSuccessAt: '2024-03-05T00:00:00.000Z',
};

describe('readFeed', () => {
  it('keeps validators, title and times after a body that parsed', async () => {
    const { outcome, feed, state } = await reading(
      { body: FERRY, etag: '"v1"', lastModified: 'Wed, 06 Mar 2024 06:00:00 GMT' },
      { failures: 3, lastError: { code: 'x', message: 'x' } },
    );
    expect(outcome).toBe('read');
    expect(feed?.entries).toHaveLength(1);
    expect(state).toEqual({
      ...stateOf('/feed'),
      title: 'The Daily Ferry',
      etag: '"v1"',
      lastModified: 'Wed, 06 Mar 2024 06:00:00 GMT',
      lastTryAt: NOON,
      lastSuccessAt: NOON,
      intervalSeconds: 21_600,
      nextCheckAt: '2024-03-06T18:00:00.000Z',
    });
  });

  it('asks with what it kept, and “not modified” is a success', async () => {
    const first = await reading({ body: FERRY, etag: '"v1"' });
    const second = await readFeed(
      { ...first.state, failures: 2, lastError: { code: 'x', message: 'x' } },
      { http, parseFeed, now: NOON },
    );
    expect(second.outcome).toBe('unchanged');
    expect(second.state).toMatchObject({ etag: '"v1"', failures: 0, lastSuccessAt: NOON });
    expect(second.state).not.toHaveProperty('lastError');
    expect(room.asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"v1"']);
  });

  it('validators that are gone are forgotten', async () => {
    const { state } = await reading({ body: FERRY }, OLD);
    expect(state).not.toHaveProperty('etag');
    expect(state).not.toHaveProperty('lastModified');
  });

  const whole = Buffer.from(FERRY);
  it.each<[string, Answer, string]>([
    [
      'a web page instead of a feed',
      { type: 'text/html', body: '<!doctype html><html><body>Log in</body></html>', etag: '"page"' },
      'html-not-feed',
    ],
    ['nothing', { body: '', etag: '"none"' }, 'empty-body'],
    ['something else', { body: 'pong' }, 'not-a-feed'],
    ['404', { status: 404 }, 'not-found'],
    ['403', { status: 403 }, 'http-status'],
    ['500', { status: 500 }, 'http-status'],
    ['429', { status: 429 }, 'http-status'],
    ['too slow', () => {}, 'too-slow'],
    [
      'cut off',
      (_, response) => response.writeHead(200, { 'content-length': 9_999 }).write(whole, () => response.destroy()),
      'connection-failed',
    ],
    ['too large', { body: Buffer.alloc(300_000, ' ') }, 'too-large'],
    ['a bomb', { body: gzipSync(Buffer.alloc(5_000_000, ' ')), headers: { 'content-encoding': 'gzip' } }, 'too-large'],
    ['a circle', { status: 302, headers: { location: '/feed' } }, 'too-many-redirects'],
    ['a way to a forbidden port', { status: 302, headers: { location: 'http://127.0.0.1:22/' } }, 'address-refused'],
  ])('%s: a failure that leaves everything else as it was', async (_name, answer, code) => {
    const { outcome, reason, feed, state } = await reading(answer, OLD);
    expect(outcome).toBe('failed');
    expect(feed).toBeUndefined();
    expect(reason?.code).toBe(code);
    expect(state).toMatchObject({
      ...OLD,
      failures: 1,
      lastTryAt: NOON,
      lastError: reason,
      intervalSeconds: 3_600,
      retired: false,
    });
    expect(Date.parse(state.nextCheckAt)).toBeGreaterThan(Date.parse(NOON));
  });

  it.each([
    ['7200', '2024-03-06T14:06:00.000Z'],
    ['Wed, 06 Mar 2024 14:00:00 GMT', '2024-03-06T14:06:00.000Z'],
    ['30', '2024-03-06T12:15:45.000Z'],
  ])('429 with Retry-After %s: not before', async (value, next) => {
    const { state } = await reading({ status: 429, headers: { 'retry-after': value } });
    expect(state.nextCheckAt).toBe(next);
  });

  it('410 retires', async () => {
    const { outcome, state } = await reading({ status: 410 }, OLD);
    expect(outcome).toBe('retired');
    expect(state).toMatchObject({ retired: true, lastError: { code: 'gone' } });
  });

  it('is given up after weeks of failures, but not for being offline', async () => {
    const last = { failures: GIVEN_UP_AFTER - 1 };
    const gone = await reading({ status: 404 }, last);
    expect(gone).toMatchObject({ outcome: 'retired', state: { retired: true } });
    expect(gone.reason?.message).toContain(`${GIVEN_UP_AFTER} times in a row`);
    const slow = await reading(() => {}, last);
    expect(slow).toMatchObject({ outcome: 'failed', state: { retired: false } });
  });

  it.each([301, 308])('moved with %i: followed at once, believed after a day without contradiction', async (status) => {
    room.put('/new', { body: FERRY });
    room.put('/feed', { status, headers: { location: '/new' } });
    const addresses: string[] = [];
    let state = stateOf('/feed');
    for (const hour of [0, 12, 23, 25]) {
      const now = new Date(Date.parse(NOON) + hour * 3_600_000).toISOString();
      ({ state } = await readFeed(state, { http, parseFeed, now }));
      addresses.push(state.url.slice(room.url.length));
    }
    expect(addresses).toEqual(['/feed', '/feed', '/feed', '/new']);
    expect(state).not.toHaveProperty('moving');
  });

  it.each([
    ['302', { status: 302, headers: { location: '/new' } }],
    ['no redirect any more', { body: FERRY }],
    ['another address', { status: 301, headers: { location: '/other' } }],
  ])('a move contradicted by %s is not believed', async (_name, answer) => {
    room.put('/new', { body: FERRY });
    room.put('/other', { body: FERRY });
    const { state } = await reading(answer, { moving: { to: `${room.url}/new`, since: '2024-03-01T00:00:00.000Z' } });
    expect(state.url).toBe(`${room.url}/feed`);
    expect(state.moving?.to).not.toBe(`${room.url}/new`);
  });

  it('a failure on the way contradicts nothing', async () => {
    const moving = { to: `${room.url}/new`, since: '2024-03-01T00:00:00.000Z' };
    expect((await reading({ status: 500 }, { moving })).state.moving).toEqual(moving);
  });

  it('a move to what is no feed is not remembered', async () => {
    room.put('/new', { type: 'text/html', body: '<html></html>' });
    const { state } = await reading({ status: 301, headers: { location: '/new' } });
    expect(state.url).toBe(`${room.url}/feed`);
    expect(state).not.toHaveProperty('moving');
  });

  it('a move that gives up encryption is not remembered', async () => {
    const body = new TextEncoder().encode(FERRY);
    const moved: Pick<Http, 'get'> = {
      get: async () => ({ outcome: 'ok', url: 'http://ferry.example/new', movedTo: 'http://ferry.example/new', body }),
    };
    const { state } = await readFeed(
      { ...stateOf('/feed'), url: 'https://ferry.example/feed' },
      { http: moved, parseFeed, now: NOON },
    );
    expect(state.url).toBe('https://ferry.example/feed');
    expect(state).not.toHaveProperty('moving');
  });

  it('a host that is resting is not asked, which is nobody’s failure', async () => {
    const resting: Pick<Http, 'get'> = {
      get: async ({ url }) => ({
        outcome: 'failed',
        url,
        reason: { code: 'http-status', message: 'left alone' },
        retryAfterSeconds: 600,
        isUnasked: true,
      }),
    };
    const before = stateOf('/feed', { ...OLD, failures: 2, lastTryAt: '2024-03-06T11:00:00.000Z' });
    const { outcome, state } = await readFeed(before, { http: resting, parseFeed, now: NOON, jitter: () => 0 });
    expect(outcome).toBe('failed');
    expect(state).toEqual({ ...before, nextCheckAt: '2024-03-06T12:10:00.000Z' });
  });

  it('quiet times are kept for the silences that follow', async () => {
    const hours = Array.from({ length: 20 }, (_, hour) => `<hour>${hour}</hour>`).join('');
    const body = FERRY.replace('<item>', `<skipHours>${hours}</skipHours><item>`);
    const first = await reading({ body, etag: '"q"' });
    expect(first.state.nextCheckAt).toBe('2024-03-06T20:05:00.000Z'); // 18:00 by its pace
    const second = await readFeed(first.state, { http, parseFeed, now: NOON });
    expect(second).toMatchObject({ outcome: 'unchanged', state: { nextCheckAt: '2024-03-06T20:05:00.000Z' } });
  });

  it('“Expires: 0”: no validators are kept, and the feed is asked hourly at most', async () => {
    const { state } = await reading({ body: FERRY, etag: '"v1"', headers: { expires: '0' } });
    expect(state).not.toHaveProperty('etag');
    expect(state.intervalSeconds).toBeGreaterThanOrEqual(3_600);
  });

  it('a reading past its deadline is a failure of that feed', async () => {
    const late: ParseFeed = () => Promise.reject(new SynopticError('too-slow', 'Reading the feed took too long.'));
    room.put('/feed', { body: FERRY, etag: '"v2"' });
    const { outcome, reason, state } = await readFeed(stateOf('/feed', OLD), { http, parseFeed: late, now: NOON });
    expect(outcome).toBe('failed');
    expect(reason?.code).toBe('too-slow');
    expect(state).toMatchObject({ ...OLD, failures: 1 });
  });

  it('entries from the future are published now', async () => {
    const early = rss('F', [
      { title: 'a', link: 'https://ferry.example/a', published: 'Thu, 07 Mar 2024 12:00:00 GMT' },
      { title: 'b', link: 'https://ferry.example/b', published: 'Wed, 06 Mar 2024 11:00:00 GMT' },
    ]);
    const { feed } = await reading({ body: early });
    expect(feed?.entries.map((entry) => entry.published)).toEqual([NOON, '2024-03-06T11:00:00.000Z']);
    expect(feed?.problems.map((problem) => problem.code)).toEqual(['future-date']);
  });

  it('relative links belong to where the feed was found in the end', async () => {
    room.put('/deep/new', { body: rss('F', [{ title: 'a', link: 'a.html' }]) });
    const { feed } = await reading({ status: 302, headers: { location: '/deep/new' } });
    expect(feed?.entries[0]?.link).toBe(`${room.url}/deep/a.html`);
  });
});

describe('readFeeds', () => {
  it('reads them all, whatever happens to some', async () => {
    room.put('/good', { body: FERRY });
    room.put('/bad', { status: 500 });
    room.put('/hang', () => {});
    const states = ['/good', '/hang', '/bad', '/good', '/missing'].map((path, index) => ({
      ...stateOf(path),
      id: String(index),
    }));
    const outcomes: Record<string, string> = {};
    for await (const { state, outcome } of readFeeds(states, { http, parseFeed, now: NOON, concurrency: 3 }))
      outcomes[state.id] = outcome;
    expect(outcomes).toEqual({ 0: 'read', 1: 'failed', 2: 'failed', 3: 'read', 4: 'failed' });
  });

  it('a fault of ours costs one reading', async () => {
    const broken: Pick<Http, 'get'> = {
      get: async ({ url }) => {
        if (url.endsWith('/1')) throw new Error('a bug');
        return { outcome: 'not-modified', url };
      },
    };
    const outcomes: string[] = [];
    for await (const { outcome } of readFeeds([stateOf('/0'), stateOf('/1'), stateOf('/2')], {
      http: broken,
      parseFeed,
      now: NOON,
    }))
      outcomes.push(outcome);
    expect(outcomes.sort()).toEqual(['failed', 'unchanged', 'unchanged']);
  });

  it('stopped in the middle, it starts no more and blames nobody', async () => {
    const stop = new AbortController();
    room.put('/hang', () => stop.abort());
    const states = Array.from({ length: 6 }, (_, index) => stateOf('/hang', { id: String(index) }));
    const readings = [];
    for await (const each of readFeeds(states, { http, parseFeed, now: NOON, concurrency: 2, signal: stop.signal }))
      readings.push(each);
    expect(readings).toHaveLength(2);
    expect(readings.map(({ state }) => state.failures)).toEqual([0, 0]);
  });

  it('chance is drawn anew for each feed', async () => {
    room.put('/good', { body: FERRY });
    const draws = [0, 1];
    const states = [stateOf('/good', { id: 'a' }), stateOf('/good', { id: 'b' })];
    const next: string[] = [];
    const jitter = () => draws.shift() ?? 0.5;
    for await (const { state } of readFeeds(states, { http, parseFeed, now: NOON, concurrency: 1, jitter }))
      next.push(state.nextCheckAt);
    expect(next).toEqual(['2024-03-06T17:24:00.000Z', '2024-03-06T18:36:00.000Z']);
  });

  it('none are no work', async () => {
    const readings = [];
    for await (const each of readFeeds([], { http, parseFeed, now: NOON })) readings.push(each);
    expect(readings).toEqual([]);
  });
});
