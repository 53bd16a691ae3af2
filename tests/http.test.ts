import type { ServerResponse } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Http, type HttpConfig, type HttpRequest, openHttp } from '#lib/http';
import { isPublicAddress, isReachable } from '#lib/http/address';
import type { Lookup } from '#lib/http/guarded-connector';
import { openHostQueue } from '#lib/http/host-queue';
import { mayFetch, type RobotsCache } from '#lib/robots';
import { type Newsroom, openNewsroom } from './newsroom';

const CONFIG: HttpConfig = {
  SYNOPTIC_ALLOW_PRIVATE_HOSTS: true,
  SYNOPTIC_CONTACT_URL: 'https://reader.example/about',
  SYNOPTIC_HTTP_TIMEOUT_MS: 2_000,
  SYNOPTIC_HTTP_MAX_BYTES: 100_000,
  SYNOPTIC_HOST_GAP_MS: 0,
};
// Wednesday, 6 March 2024, 12:00 UTC: what Retry-After dates are counted from.
const NOON = Date.UTC(2024, 2, 6, 12);
const clock = { now: () => NOON };
const open = (changes: Partial<HttpConfig> = {}): Http => openHttp({ ...CONFIG, ...changes }, clock);

let room: Newsroom;
beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.close());
afterEach(() => {
  room.asked.length = 0;
});

async function get(path: string, http = open(), more: Partial<HttpRequest> = {}) {
  return http.get({ url: `${room.url}${path}`, ...more });
}

async function failure(path: string, http = open()) {
  const result = await get(path, http);
  if (result.outcome !== 'failed') throw new Error(`${path} did not fail`);
  return result;
}

const textOf = (body: Uint8Array) => new TextDecoder().decode(body);

describe('what is read', () => {
  it('hands over the body with its type, its validators and how long it stays fresh', async () => {
    room.put('/plain', {
      body: 'news',
      etag: 'W/"a,b"',
      lastModified: 'Tue, 05 Mar 2024 10:00:00 GMT',
      headers: { 'cache-control': 'public, max-age=300' },
    });
    const result = await get('/plain');
    expect(result).toMatchObject({
      outcome: 'ok',
      url: `${room.url}/plain`,
      contentType: 'application/rss+xml; charset=utf-8',
      etag: 'W/"a,b"',
      lastModified: 'Tue, 05 Mar 2024 10:00:00 GMT',
      maxAgeSeconds: 300,
    });
    expect(result.outcome === 'ok' && textOf(result.body)).toBe('news');
  });

  it('says who asks, and what it takes', async () => {
    room.put('/who', { body: 'x' });
    await get('/who', open(), { accept: 'feed' });
    const headers = room.asked[0]?.headers;
    expect(headers?.['user-agent']).toMatch(/^Synoptic\/\d+\.\d+\.\d+ \(\+https:\/\/reader\.example\/about\)$/);
    expect(headers?.accept).toMatch(/^application\/atom\+xml.*\*\/\*;q=/);
    expect(headers?.['accept-encoding']).toBe('br, gzip, deflate');
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('referer');
  });

  it.each([
    ['etag', { etag: '"v1"' }, { etag: '"v1"' }],
    [
      'last-modified',
      { lastModified: 'Tue, 05 Mar 2024 10:00:00 GMT' },
      { lastModified: 'Tue, 05 Mar 2024 10:00:00 GMT' },
    ],
  ])('asks with the %s it was given and hears “not modified”', async (_name, document, validators) => {
    room.put('/conditional', { body: 'x', ...document });
    expect(await get('/conditional', open(), validators)).toMatchObject({ outcome: 'not-modified', ...document });
    expect(await get('/conditional', open(), { etag: '"other"' })).toMatchObject({ outcome: 'ok' });
  });

  const long = 'word '.repeat(500);
  it.each([
    ['gzip', gzipSync(long)],
    ['br', brotliCompressSync(long)],
    ['deflate', deflateSync(long)],
    ['deflate', deflateRawSync(long)],
    ['gzip, br', brotliCompressSync(gzipSync(long))],
    ['identity', Buffer.from(long)],
  ])('unpacks %s', async (encoding, body) => {
    room.put('/packed', { body, headers: { 'content-encoding': encoding } });
    const result = await get('/packed');
    expect(result.outcome === 'ok' && textOf(result.body)).toBe(long);
  });

  it('“Expires: 0” says that no copy is worth asking about: no validators', async () => {
    room.put('/never-fresh', { body: 'x', etag: '"v1"', headers: { expires: '0' } });
    expect(await get('/never-fresh')).not.toHaveProperty('etag');
  });

  it.each([
    ['max-age=60, must-revalidate', undefined, 60],
    ['no-store, max-age=60', undefined, undefined],
    [undefined, 'Wed, 06 Mar 2024 12:10:00 GMT', 600],
    [undefined, '0', 0],
  ])('cache-control %j and expires %j: fresh for %j seconds', async (cacheControl, expires, seconds) => {
    const headers = {
      date: 'Wed, 06 Mar 2024 12:00:00 GMT',
      ...(cacheControl === undefined ? {} : { 'cache-control': cacheControl }),
      ...(expires === undefined ? {} : { expires }),
    };
    room.put('/fresh', { body: 'x', headers });
    const result = await get('/fresh');
    expect(result.outcome === 'ok' ? result.maxAgeSeconds : 'failed').toBe(seconds);
  });
});

describe('what fails says why', () => {
  it.each([
    [404, 'not-found', /nothing at this address/],
    [410, 'gone', /gone for good/],
    [401, 'http-status', /does not let Synoptic read/],
    [403, 'http-status', /does not let Synoptic read/],
    [451, 'http-status', /does not let Synoptic read/],
    [406, 'http-status', /no form of this document/],
    [429, 'http-status', /too many requests/],
    [500, 'http-status', /a fault of its own/],
    [418, 'http-status', /nothing to read/],
  ])('status %i', async (status, code, message) => {
    room.put('/status', { status });
    const result = await failure('/status');
    expect(result).toMatchObject({ status, reason: { code } });
    expect(result.reason.message).toMatch(message);
    expect(result.reason.message).toContain('127.0.0.1');
  });

  it.each([
    ['7', 7],
    ['0', 0],
    ['Wed, 06 Mar 2024 12:05:00 GMT', 300],
    ['Wed, 06 Mar 2024 11:00:00 GMT', 0],
    ['soon', undefined],
  ])('Retry-After: %s', async (value, seconds) => {
    room.put('/busy', { status: 429, headers: { 'retry-after': value } });
    expect((await failure('/busy')).retryAfterSeconds).toBe(seconds);
  });

  it('a page that wants proof of being a person is told apart from a fault', async () => {
    room.put('/challenge', { status: 503, headers: { 'cf-mitigated': 'challenge' } });
    expect((await failure('/challenge')).reason.message).toContain('prove that they are people');
  });

  it('60 MB are refused before they are read', async () => {
    const MB = Buffer.alloc(1_000_000, 'x');
    let sent = 0;
    room.put('/huge', (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/xml' });
      const more = () => {
        while (sent < 60 && !response.destroyed) {
          sent++;
          if (!response.write(MB)) {
            response.once('drain', more);
            return;
          }
        }
        response.end();
      };
      more();
    });
    expect((await failure('/huge')).reason).toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('100 KB'),
    });
    expect(sent).toBeLessThan(60);
    room.put('/announced', (_request, response) => {
      response.writeHead(200, { 'content-length': 60_000_000 });
      response.write('x');
    });
    expect((await failure('/announced')).reason.code).toBe('too-large');
  });

  it.each([
    ['gzip', gzipSync(Buffer.alloc(20_000_000, ' '))],
    ['br', brotliCompressSync(Buffer.alloc(20_000_000, ' '))],
    ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(20_000_000, ' ')))],
  ])('a %s bomb is counted unpacked', async (encoding, bomb) => {
    expect(bomb.length).toBeLessThan(CONFIG.SYNOPTIC_HTTP_MAX_BYTES);
    room.put('/bomb', { body: bomb, headers: { 'content-encoding': encoding } });
    expect((await failure('/bomb')).reason.code).toBe('too-large');
  });

  const silent = () => {};
  it.each([
    ['no answer at all', silent],
    [
      'headers and then nothing',
      (_: unknown, response: import('node:http').ServerResponse) => {
        response.writeHead(200);
        response.write('<rss>');
      },
    ],
    [
      'a trickle that never ends',
      (_: unknown, response: import('node:http').ServerResponse) => {
        response.writeHead(200);
        const drip = setInterval(() => response.write('.'), 20);
        response.on('close', () => clearInterval(drip));
      },
    ],
  ])('%s', async (_name, answer) => {
    room.put('/slow', answer);
    const result = await failure('/slow', open({ SYNOPTIC_HTTP_TIMEOUT_MS: 200 }));
    expect(result.reason).toMatchObject({ code: 'too-slow', message: expect.stringContaining('0.2 seconds') });
  });

  it('a body cut off in the middle', async () => {
    room.put('/cut', (_request, response) => {
      response.writeHead(200, { 'content-length': 1_000 });
      response.write('<rss>', () => response.destroy());
    });
    expect((await failure('/cut')).reason).toMatchObject({
      code: 'connection-failed',
      message: expect.stringContaining('broken off'),
    });
  });

  describe('a connection that the server closes when it is used again', () => {
    const ANSWER = 'HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nnews';
    const sockets = (answer: (socket: Socket, earlier: number) => void) => {
      const seen = { connections: 0, requests: 0 };
      const server = createServer((socket) => {
        seen.connections++;
        let earlier = 0;
        socket.on('error', () => undefined);
        socket.on('data', () => {
          seen.requests++;
          answer(socket, earlier++);
        });
      });
      return new Promise<{ url: string; seen: typeof seen; server: Server }>((resolve) =>
        server.listen(0, '127.0.0.1', () => {
          const { port } = server.address() as AddressInfo;
          resolve({ url: `http://127.0.0.1:${port}/`, seen, server });
        }),
      );
    };

    it.each([
      ['closed', (socket: Socket) => socket.end()],
      ['reset', (socket: Socket) => socket.resetAndDestroy()],
    ])('%s: the request is made once more on a new one', async (_name, hangUp) => {
      const { url, seen, server } = await sockets((socket, earlier) =>
        earlier === 0 ? socket.write(ANSWER) : hangUp(socket),
      );
      const http = open();
      for (let round = 0; round < 3; round++) expect(await http.get({ url })).toMatchObject({ outcome: 'ok' });
      expect(seen.requests).toBeGreaterThan(3);
      server.close();
    });

    it('one that closes every connection unanswered is asked once and named', async () => {
      const { url, seen, server } = await sockets((socket) => socket.end());
      expect(await open().get({ url })).toMatchObject({ outcome: 'failed', reason: { code: 'connection-failed' } });
      expect(seen.requests).toBe(1);
      server.close();
    });
  });

  it.each([
    ['damaged gzip', 'gzip', Buffer.from('this is no gzip'), /damaged/],
    ['half a gzip', 'gzip', gzipSync('word '.repeat(999)).subarray(0, 30), /breaks off/],
    ['an encoding nobody asked for', 'zstd', Buffer.from('x'), /not understood/],
  ])('%s', async (_name, encoding, body, message) => {
    room.put('/torn', { body, headers: { 'content-encoding': encoding } });
    const { reason } = await failure('/torn');
    expect(reason.code).toBe('connection-failed');
    expect(reason.message).toMatch(message);
  });

  it('nobody at the port, nobody of that name, no such address', async () => {
    const gone = await openNewsroom();
    await gone.close();
    expect(await open().get({ url: gone.url })).toMatchObject({
      reason: { code: 'connection-failed', message: expect.stringContaining('nobody answers') },
    });
    expect(await open().get({ url: 'example' })).toMatchObject({ reason: { code: 'address-invalid' } });
  });

  it('http spoken at an https address', async () => {
    const result = await open().get({ url: room.url.replace('http:', 'https:') });
    expect(result).toMatchObject({ reason: { code: 'connection-failed', message: expect.stringContaining('https') } });
  });

  it('a caller may stop it', async () => {
    room.put('/endless', silent);
    const stop = new AbortController();
    const asking = get('/endless', open(), { signal: stop.signal });
    stop.abort();
    expect(await asking).toMatchObject({
      outcome: 'failed',
      reason: { code: 'connection-failed', message: expect.stringContaining('stopped') },
    });
  });
});

describe('redirects', () => {
  const to = (path: string, status: number) => ({ status, headers: { location: path } });

  it.each([
    ['301', [301], true],
    ['308', [308], true],
    ['302', [302], false],
    ['307', [307], false],
    ['301 then 308', [301, 308], true],
    ['301 then 302', [301, 302], false],
    ['none', [], false],
  ])('%s', async (_name, statuses, isMoved) => {
    statuses.forEach((status, hop) => {
      room.put(`/hop${hop}`, to(`/hop${hop + 1}`, status));
    });
    room.put(`/hop${statuses.length}`, { body: 'here' });
    const result = await get('/hop0');
    const end = `${room.url}/hop${statuses.length}`;
    expect(result).toMatchObject({ outcome: 'ok', url: end });
    expect(result.outcome === 'ok' ? result.movedTo : '').toBe(isMoved ? end : undefined);
  });

  it('five are followed, a circle is not', async () => {
    room.put('/circle', to('/circle', 302));
    expect((await failure('/circle')).reason.code).toBe('too-many-redirects');
    expect(room.asked).toHaveLength(6);
  });

  it.each([
    ['file:///etc/passwd', 'address-refused'],
    ['ftp://127.0.0.1/feed', 'address-refused'],
    ['http://[', 'address-invalid'],
  ])('to %s is refused', async (location, code) => {
    room.put('/out', to(location, 302));
    expect((await failure('/out')).reason.code).toBe(code);
  });
});

describe('addresses inside the machine or its network', () => {
  const guarded = () => open({ SYNOPTIC_ALLOW_PRIVATE_HOSTS: false });

  it.each([
    ['http://example.org:22/', /Port 22/],
    ['http://example.org:6379/', /Port 6379/],
    ['gopher://example.org/', /Only http and https/],
    ['http://reader:secret@example.org/', /user name or password/],
  ])('%s is refused', async (url, message) => {
    const result = await guarded().get({ url });
    expect(result).toMatchObject({
      outcome: 'failed',
      reason: { code: 'address-refused', message: expect.stringMatching(message) },
    });
  });

  it('the password of an address is not repeated', async () => {
    const result = await guarded().get({ url: 'http://reader:secret@example.org/' });
    expect(JSON.stringify(result.outcome === 'failed' && result.reason)).not.toContain('secret');
  });

  it('each redirect is checked like a first address', async () => {
    room.put('/inwards', { status: 302, headers: { location: 'http://127.0.0.1:22/' } });
    expect((await failure('/inwards')).reason).toMatchObject({
      code: 'address-refused',
      message: expect.stringContaining('Port 22'),
    });
  });

  it('a redirect to the metadata service is refused even where private hosts are allowed', async () => {
    room.put('/credentials', { status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data/' } });
    expect((await failure('/credentials')).reason.code).toBe('address-refused');
  });

  it.each([
    ['127.0.0.1', true],
    ['10.1.2.3', true],
    ['169.254.169.254', false],
    ['fe80::1', false],
    ['fd00:ec2::254', false],
    ['168.63.129.16', false],
    ['224.0.0.1', false],
  ])('%s may be reached where private hosts are allowed: %s', (address, isAllowed) => {
    expect(isReachable(address, true)).toBe(isAllowed);
  });

  it.each([
    ['8.8.8.8', true],
    ['2606:4700::1111', true],
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.16.0.1', false],
    ['192.168.0.1', false],
    ['100.64.0.1', false],
    ['169.254.169.254', false],
    ['168.63.129.16', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::', false],
    ['::1', false],
    ['::ffff:10.0.0.1', false],
    ['::ffff:8.8.8.8', true],
    ['fe80::1', false],
    ['fd00:ec2::254', false],
    ['ff02::1', false],
    ['64:ff9b::7f00:1', false],
    ['2002:7f00:1::', false],
    ['no address', false],
  ])('%s is public: %s', (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });
});

describe('politeness', () => {
  it('never more than two requests at a host, and none is lost', async () => {
    const quiet = await openNewsroom();
    quiet.put('/each', (_request, response) => setImmediate(() => response.end('x')));
    const http = open();
    const results = await Promise.all(Array.from({ length: 12 }, () => http.get({ url: `${quiet.url}/each` })));
    expect(results.filter((result) => result.outcome === 'ok')).toHaveLength(12);
    expect(quiet.mostOpen()).toBe(2);
    await quiet.close();
  });

  it('a failure gives its turn back', async () => {
    room.put('/never', () => {});
    room.put('/ok', { body: 'x' });
    const http = open({ SYNOPTIC_HTTP_TIMEOUT_MS: 150 });
    const results = await Promise.all(['/never', '/never', '/never', '/ok'].map((path) => get(path, http)));
    expect(results.map((result) => result.outcome)).toEqual(['failed', 'failed', 'failed', 'ok']);
  });

  it('a request stopped while it waits is never sent', async () => {
    room.put('/never', () => {});
    const http = open({ SYNOPTIC_HTTP_TIMEOUT_MS: 200 });
    const stop = new AbortController();
    const busy = [get('/never', http), get('/never', http)];
    const waiting = get('/ok', http, { signal: stop.signal });
    stop.abort();
    expect(await waiting).toMatchObject({ outcome: 'failed', reason: { message: expect.stringContaining('stopped') } });
    await Promise.all(busy);
    expect(room.asked.filter(({ path }) => path === '/ok')).toEqual([]);
  });
});

describe('a host that has had too many requests', () => {
  // By name: a bare address of one's own network may stand for any number of outlets.
  const named = (path: string) => room.url.replace('127.0.0.1', 'outlet.example') + path;
  const answersLoopback: Lookup = (_name, _options, answer) => answer(null, [{ address: '127.0.0.1', family: 4 }]);
  const opened = () => openHttp(CONFIG, clock, answersLoopback);

  it('is left alone for as long as it asks, whatever the address', async () => {
    room.put('/busy', { status: 429, headers: { 'retry-after': '600' } });
    room.put('/ok', { body: 'x' });
    const http = opened();
    expect(await http.get({ url: named('/busy') })).toMatchObject({ status: 429, retryAfterSeconds: 600 });
    const other = await http.get({ url: named('/ok') });
    expect(other).toMatchObject({
      outcome: 'failed',
      isUnasked: true,
      retryAfterSeconds: 600,
      reason: {
        code: 'http-status',
        message: 'outlet.example has had too many requests and is left alone for another 10 minutes.',
      },
    });
    expect(other).not.toHaveProperty('status');
    expect(room.asked.map(({ path }) => path)).toEqual(['/busy']);
  });

  it('is not asked by those who were waiting for their turn either', async () => {
    const busy: ServerResponse[] = [];
    // Both wait for the other, so that two more stand in the queue when the answers come.
    room.put('/busy', (_request, response) => {
      busy.push(response);
      if (busy.length === 2) for (const each of busy) each.writeHead(429, { 'retry-after': '60' }).end();
    });
    room.put('/ok', { body: 'x' });
    const http = opened();
    const results = await Promise.all(['/busy', '/busy', '/ok', '/ok'].map((path) => http.get({ url: named(path) })));
    expect(results.map((result) => result.outcome === 'failed' && (result.isUnasked ?? false))).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(room.asked).toHaveLength(2);
  });

  it('is not silenced by a single busy address (503), nor is one’s own machine', async () => {
    room.put('/down', { status: 503, headers: { 'retry-after': '600' } });
    room.put('/busy', { status: 429, headers: { 'retry-after': '600' } });
    room.put('/ok', { body: 'x' });
    const http = opened();
    await http.get({ url: named('/down') });
    expect((await http.get({ url: named('/ok') })).outcome).toBe('ok');
    await get('/busy', http);
    expect((await get('/ok', http)).outcome).toBe('ok');
  });

  it('a page is then refused without blame on robots.txt', async () => {
    room.put('/robots.txt', { status: 429, headers: { 'retry-after': '600' } });
    const http = opened();
    const cache: RobotsCache = new Map();
    expect(await mayFetch(http, named('/page'), cache, NOON)).toEqual({ allowed: true });
    expect(await http.get({ url: named('/page') })).toMatchObject({ isUnasked: true });
  });
});

describe('the gap between two requests to one host', () => {
  it('is kept between their starts, and other hosts do not wait for it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    try {
      const queue = openHostQueue(1_000);
      const started: string[] = [];
      for (const host of ['a', 'a', 'a', 'b'])
        void queue.enter(host).then((leave) => {
          started.push(host);
          leave();
        });
      await vi.advanceTimersByTimeAsync(999);
      expect(started).toEqual(['a', 'b']);
      await vi.advanceTimersByTimeAsync(1);
      expect(started).toEqual(['a', 'b', 'a']);
      await vi.advanceTimersByTimeAsync(1_000);
      expect(started).toEqual(['a', 'b', 'a', 'a']);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('robots.txt', () => {
  const asks = async (robots: Parameters<Newsroom['put']>[1], path: string) => {
    room.put('/robots.txt', robots);
    room.put('/rules.txt', { body: 'User-agent: *\nDisallow: /private/' });
    const cache: RobotsCache = new Map();
    return mayFetch(open(), `${room.url}${path}`, cache, NOON);
  };

  it.each([
    ['allows what it does not name', { body: 'User-agent: *\nDisallow: /private/' }, '/news/1.html', true],
    ['disallows what it names', { body: 'User-agent: *\nDisallow: /private/' }, '/private/1.html', false],
    [
      'has a rule for this reader alone',
      { body: 'User-agent: synoptic\nDisallow: /\n\nUser-agent: *\nAllow: /' },
      '/news',
      false,
    ],
    ['names others only', { body: 'User-agent: SomeOtherBot\nDisallow: /' }, '/news', true],
    ['is not there', { status: 404 }, '/news', true],
    ['is forbidden', { status: 403 }, '/news', true],
    ['cannot be given just now', { status: 503 }, '/news', false],
    ['leads round in circles', { status: 302, headers: { location: '/robots.txt' } }, '/news', true],
    ['stands elsewhere', { status: 301, headers: { location: '/rules.txt' } }, '/private/1.html', false],
    ['is a web page', { type: 'text/html', body: '<html><body>Welcome</body></html>' }, '/news', true],
  ])('%s', async (_name, robots, path, allowed) => {
    const permission = await asks(robots, path);
    expect(permission.allowed).toBe(allowed);
    if (!permission.allowed) expect(permission.reason.code).toBe('robots-disallowed');
  });

  it('that could not be given is asked for again after ten minutes, not after a day', async () => {
    const cache: RobotsCache = new Map();
    const http = open();
    const may = async (now: number) => (await mayFetch(http, `${room.url}/news`, cache, now)).allowed;
    room.put('/robots.txt', { status: 503 });
    expect(await may(NOON)).toBe(false);
    room.put('/robots.txt', { body: 'User-agent: *\nAllow: /' });
    expect(await may(NOON + 9 * 60_000)).toBe(false);
    expect(await may(NOON + 11 * 60_000)).toBe(true);
  });

  it('is read once for many pages, and again after a day', async () => {
    room.put('/robots.txt', { body: 'User-agent: *\nDisallow: /private/' });
    const cache: RobotsCache = new Map();
    const http = open();
    const may = (path: string, now: number) => mayFetch(http, `${room.url}${path}`, cache, now);
    await Promise.all(['/a', '/b', '/c'].map((path) => may(path, NOON)));
    await may('/d', NOON + 23 * 3_600_000);
    expect(room.asked).toHaveLength(1);
    await Promise.all(['/e', '/f'].map((path) => may(path, NOON + 25 * 3_600_000)));
    expect(room.asked).toHaveLength(2);
  });
});
