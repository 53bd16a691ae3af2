import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import Parser from 'rss-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFeed } from '#lib/feed/parse-feed';
import { readFeed } from '#lib/feed/read-feeds';
import { openHttp } from '#lib/http';
import { type Answer, type Newsroom, openNewsroom } from '../newsroom';

/**
 * What rss-parser 3.13.0 by itself does not do, by its issues where there is one, and what is done about it before or after it. Each case
 * shows both: when a new version of it mends one, the test says so, and the repair can go.
 */
const bare = new Parser();
const channel = (inside: string, root = '<rss version="2.0">') =>
  `${root}<channel><title>Ferry</title><item>${inside}</item></channel></rss>`;
const atom = (inside: string, feed = '<feed xmlns="http://www.w3.org/2005/Atom">') =>
  `${feed}<title>Ferry</title><entry><id>1</id>${inside}</entry></feed>`;

type Case = {
  name: string;
  xml: string | Buffer;
  /** What the first entry of rss-parser alone looks like; `throws` for none at all. */
  alone: 'throws' | Record<string, unknown>;
  here: Record<string, unknown>;
};

const CASES: Case[] = [
  { name: '#134, #207: a bare & ends the feed', xml: channel('<title>Quay & Sons</title>'), alone: 'throws', here: { title: 'Quay & Sons' } },
  { name: '#211: <rss> without a version is not recognised', xml: channel('<title>A</title>', '<rss>'), alone: 'throws', here: { title: 'A' } },
  { name: '#30, #64, #76, #151: charsets', xml: iconv.encode(`<?xml version="1.0" encoding="windows-1251"?>${channel('<title>Мост открыт</title>')}`, 'windows-1251'), alone: { title: '���� ������' }, here: { title: 'Мост открыт' } },
  { name: '#45, #77, #95, #194: an unclosed tag ends the feed', xml: channel('<title>A</title><description>one <br> two</description>'), alone: 'throws', here: { summary: 'one\ntwo' } },
  { name: '#45, #77, #95, #194: so does text before the prolog', xml: `Warning: no session\n<?xml version="1.0"?>${channel('<title>A</title>')}`, alone: 'throws', here: { title: 'A' } },
  { name: '#55 mended for the empty date only: one bad date ends the feed', xml: atom('<title>A</title><updated>soon</updated>'), alone: 'throws', here: { title: 'A' } },
  { name: 'xhtml: the words around a tag lose their order', xml: atom('<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">one <b>two</b> three</div></content>'), alone: { content: expect.not.stringMatching(/one <b>two<\/b> three/) }, here: { content: 'one two three' } },
  { name: 'an xhtml title comes out as an object', xml: atom('<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">one <b>two</b></div></title>'), alone: { title: expect.not.stringContaining('one two') }, here: { title: 'one two' } },
  { name: 'Atom: the first link wins, even if it is the feed’s own', xml: atom('<link rel="enclosure" href="https://f.example/a.mp3"/><link href="https://f.example/a"/>'), alone: { link: 'https://f.example/a.mp3' }, here: { link: 'https://f.example/a' } },
  { name: 'a guid that says it is no permalink', xml: channel('<title>A</title><guid isPermaLink="true">https://f.example/a</guid>'), alone: { guid: 'https://f.example/a', link: undefined }, here: { link: 'https://f.example/a' } },
  { name: 'relative links stay relative', xml: atom('<link href="a"/>', '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://f.example/news/">'), alone: { link: 'a' }, here: { link: 'https://f.example/news/a' } },
  { name: 'Atom 0.3: its dates are unknown', xml: atom('<issued>2004-01-02</issued><modified>2004-01-03</modified>', '<feed version="0.3" xmlns="http://purl.org/atom/ns#">'), alone: { isoDate: undefined }, here: { published: '2004-01-02T00:00:00.000Z', updated: '2004-01-03T00:00:00.000Z' } },
  { name: 'a prefix for Atom itself', xml: atom('<title>A</title>').replace(/<(\/?)/g, '<$1atom:').replace('xmlns=', 'xmlns:atom='), alone: 'throws', here: { title: 'A' } },
  { name: 'day and month are swapped where the order can only be one', xml: channel('<title>A</title><pubDate>05.03.2024</pubDate>'), alone: { isoDate: expect.stringContaining('2024-05-0') }, here: { published: '2024-03-05T00:00:00.000Z' } },
  { name: 'JSON Feed is unknown', xml: JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Ferry', items: [{ id: '1', title: 'A' }] }), alone: 'throws', here: { title: 'A' } },
]; // biome-ignore format: a table

describe('reading', () => {
  it.each(CASES)('$name', async ({ xml, alone, here }) => {
    const text = typeof xml === 'string' ? xml : xml.toString('utf8');
    const theirs = await bare.parseString(text).catch(() => 'throws' as const);
    if (alone === 'throws') expect(theirs).toBe('throws');
    else
      expect(theirs === 'throws' ? theirs : { link: undefined, isoDate: undefined, ...theirs.items[0] }).toMatchObject(
        alone,
      );
    const [entry] = (await parseFeed(typeof xml === 'string' ? xml : new Uint8Array(xml))).entries;
    expect(entry).toMatchObject(here);
  });

  it('10,000 nested tags end the feed with a full stack', async () => {
    const xml = channel(`<description>${'<a>'.repeat(10_000)}deep${'</a>'.repeat(10_000)}</description>`);
    await expect(bare.parseString(xml)).rejects.toThrow();
    expect((await parseFeed(xml)).entries[0]?.summary).toBe('deep');
  });
});

describe('fetching: its parseURL is never called', () => {
  const http = openHttp({
    SYNOPTIC_ALLOW_PRIVATE_HOSTS: true,
    SYNOPTIC_CONTACT_URL: 'https://reader.example/about',
    SYNOPTIC_HTTP_TIMEOUT_MS: 2_000,
    SYNOPTIC_HTTP_MAX_BYTES: 200_000,
    SYNOPTIC_HOST_GAP_MS: 0,
  });
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom();
  });
  afterAll(() => room.close());

  const FERRY = channel('<title>A</title>');
  const needsAnything: Answer = ({ headers }, response) =>
    headers.accept?.includes('*/*') ? response.end(FERRY) : response.writeHead(406).end();
  it.each<[string, Answer, 'read' | 'unchanged']>([
    ['#225: 304 is an error', { status: 304 }, 'unchanged'],
    ['#147, #129: 406 from a server that wants */*', needsAnything, 'read'],
    ['a compressed body', { body: gzipSync(FERRY), headers: { 'content-encoding': 'gzip' } }, 'read'],
  ])('%s', async (_name, answer, outcome) => {
    room.put('/feed', answer);
    await expect(bare.parseURL(`${room.url}/feed`)).rejects.toThrow();
    const state = {
      id: 'f',
      outletId: 'o',
      url: `${room.url}/feed`,
      failures: 0,
      intervalSeconds: 3_600,
      retired: false,
    };
    const now = '2024-03-06T12:00:00.000Z';
    expect((await readFeed({ ...state, nextCheckAt: now }, { http, parseFeed, now })).outcome).toBe(outcome);
  });

  it('asks again without the validators it was given', async () => {
    room.put('/v', { body: FERRY, etag: '"v1"' });
    await bare.parseURL(`${room.url}/v`);
    await bare.parseURL(`${room.url}/v`);
    expect(room.asked.at(-1)?.headers).not.toHaveProperty('if-none-match');
  });
});
