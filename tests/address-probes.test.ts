import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseFeed } from '#lib/feed/parse-feed';
import { readFeed } from '#lib/feed/read-feeds';
import { type Http, type HttpConfig, openHttp } from '#lib/http';
import type { Lookup } from '#lib/http/guarded-connector';
import { readLink } from '#lib/pipeline/compare-sources';
import type { Ports } from '#lib/pipeline/ports';
import { previewFeeds } from '#lib/pipeline/preview-feeds';
import { readPage } from '#lib/pipeline/read-article';
import type { Reason } from '#lib/types';
import { type Newsroom, openNewsroom, page, rss } from './newsroom';
import { openTestPorts, type TestPorts } from './pipeline/pipeline-ports';
import { freshStores } from './store/fresh-store';

const CONFIG: HttpConfig = {
  SYNOPTIC_ALLOW_PRIVATE_HOSTS: false,
  SYNOPTIC_CONTACT_URL: 'https://reader.example/about',
  SYNOPTIC_HTTP_TIMEOUT_MS: 2_000,
  SYNOPTIC_HTTP_MAX_BYTES: 100_000,
  SYNOPTIC_HOST_GAP_MS: 0,
};
const NOON = '2024-03-06T12:00:00.000Z';
const METADATA = '169.254.169.254';

/** What an attacker's name server answers, look-up for look-up; the last answer stays. */
const NAMES: Record<string, string[][]> = {
  'inside.example': [['127.0.0.1']],
  'mixed.example': [['192.88.98.7', '127.0.0.1']],
  'mixed6.example': [['192.88.98.7', '::1']],
  'metadata.example': [[METADATA]],
  'turncoat.example': [['127.0.0.1'], [METADATA]],
};
let lookUps: string[] = [];
const resolve: Lookup = (name, _options, answer) => {
  const answers = NAMES[name] ?? [];
  const nth = lookUps.filter((each) => each === name).length;
  lookUps.push(name);
  const addresses = answers[Math.min(nth, answers.length - 1)] ?? [];
  answer(
    null,
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  );
};

let room: Newsroom;
const { store } = freshStores('sqlite');
let ports: TestPorts;
beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.close());
beforeEach(() => {
  lookUps = [];
  room.asked.length = 0;
  ports = openTestPorts(store());
});

/** Every way in which an address that somebody else chose is asked; each gives the reason why nothing came of it. */
const DOORS: Record<string, (ports: Ports, url: string) => Promise<Reason | undefined>> = {
  'a feed': async ({ http }, url) => {
    const state = {
      id: 'f',
      outletId: 'o',
      url,
      failures: 0,
      intervalSeconds: 3_600,
      nextCheckAt: NOON,
      retired: false,
    };
    return (await readFeed(state, { http, parseFeed, now: NOON })).reason;
  },
  'an article page': async (given, url) => (await readPage(given, url)).reason,
  'discovery and preview on the outlets page': (given, url) =>
    previewFeeds(given, url).then(
      () => undefined,
      ({ code, message }) => ({ code, message }),
    ),
  'a link to compare': async (given, url) => {
    const read = await readLink(given, url);
    return 'reason' in read ? read.reason : undefined;
  },
};
const through = (http: Http): Ports => ({ ...ports, http, robots: new Map() });

const PROBES: [name: string, url: string][] = [
  ['a hostile name', 'http://inside.example:8080/'],
  ['a name with a public and a private address', 'http://mixed.example:8080/'],
  ['a name with a public and a private address of either kind', 'http://mixed6.example:8080/'],
  ['a name for a cloud’s own service', 'http://metadata.example/'],
  ['127.0.0.1', 'http://127.0.0.1:8080/'],
  ['decimal', 'http://2130706433:8080/'],
  ['hexadecimal', 'http://0x7f.1:8080/'],
  ['octal', 'http://0177.0.0.1:8080/'],
  ['mapped into IPv6', 'http://[::ffff:127.0.0.1]:8080/'],
  ['::1', 'http://[::1]:8080/'],
  ['0.0.0.0', 'http://0.0.0.0:8080/'],
  ['a neighbour', 'https://192.168.1.1/'],
];

describe.each(Object.entries(DOORS))('%s', (_door, ask) => {
  it.each(PROBES)('%s is refused', async (_name, url) => {
    const reason = await ask(through(openHttp(CONFIG, undefined, resolve)), url);
    expect(reason).toMatchObject({
      code: 'address-refused',
      message: expect.stringContaining('inside a private network'),
    });
    expect(lookUps.length).toBeLessThanOrEqual(1);
  });

  // With private hosts allowed this machine may be asked and a cloud's own service may not: so the way there can be real.
  const half = () => openHttp({ ...CONFIG, SYNOPTIC_ALLOW_PRIVATE_HOSTS: true }, undefined, resolve);

  it.each([
    ['a literal', `http://${METADATA}/latest/meta-data/`],
    ['decimal', 'http://2852039166/'],
    ['hexadecimal', 'http://0xa9.0xfea9fe/'],
    ['octal', 'http://0251.0376.0251.0376/'],
    ['mapped into IPv6', `http://[::ffff:${METADATA}]/`],
    ['link-local IPv6', 'http://[fe80::1]/'],
    ['a hostile name', 'http://metadata.example/'],
  ])('a redirect to %s is refused', async (_name, location) => {
    room.put('/inwards', { status: 302, headers: { location } });
    const reason = await ask(through(half()), `${room.url}/inwards`);
    expect(reason?.code).toBe('address-refused');
    expect(room.asked.map(({ path }) => path)).toContain('/inwards');
  });

  it('a name that turns private on the second look-up is refused then', async () => {
    // Each answer closes its connection: the next request has to look the name up again.
    const headers = { connection: 'close' };
    room.put('/robots.txt', { body: 'User-agent: *\nAllow: /', headers });
    room.put('/', { status: 302, headers: { ...headers, location: '/again' } });
    room.put('/again', { type: 'text/html', body: page('Never read', ['Never read.']), headers });
    const url = room.url.replace('127.0.0.1', 'turncoat.example');
    expect((await ask(through(half()), `${url}/`))?.code).toBe('address-refused');
    expect(room.asked.length).toBe(1);
    expect(lookUps).toEqual(['turncoat.example', 'turncoat.example']);
  });
});

describe('what a page offers is asked like a first address', () => {
  it('a feed named on it that lies inside is not read; the next one is', async () => {
    const head = (href: string) => `<link rel="alternate" type="application/rss+xml" href="${href}">`;
    room.put('/site', {
      type: 'text/html',
      body: `<html><head>${head(`http://${METADATA}/rss`)}${head('http://metadata.example/rss')}${head('/own.xml')}</head></html>`,
    });
    room.put('/own.xml', { body: rss('The Daily Ferry', [{ title: 'Bridge', link: 'https://ferry.example/1' }]) });
    const http = openHttp({ ...CONFIG, SYNOPTIC_ALLOW_PRIVATE_HOSTS: true }, undefined, resolve);
    expect((await previewFeeds(through(http), `${room.url}/site`)).feeds.map(({ url }) => url)).toEqual([
      `${room.url}/own.xml`,
    ]);
  });
});
