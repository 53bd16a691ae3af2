import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { decodeBytes } from '#lib/charset';
import { htmlToText } from '#lib/html';
import { tidy } from '#lib/text/normalize';
import type { Entry, Feed } from '#lib/types';

export type FeedCase = {
  id: string;
  file: string;
  source: string;
  group: string;
  http?: Record<string, string>;
  expect: {
    title?: string | null;
    link?: string | null;
    entry_count?: number | null;
    entries?: Record<string, Record<string, string | null>>;
  };
  checks?: { path: (string | number)[]; is: string; value?: unknown }[];
  expected_file?: string;
};

/** One thing that another project says about a feed, and whether we say it too. `kind` is its name without the entry's number. */
export type Check = { kind: string; place: string; expected: unknown; got: unknown; isRight: boolean };

type Same = (expected: string, got: string) => boolean;

/**
 * What three other projects expect of this feed, as far as it can be said in our shape: texts are compared as plain text, dates
 * as moments, persons by name. What our shape has no place for (images, rights, categories) is not asked; nor is a text
 * whose expectation is markup only. Each thing is asked once.
 */
export async function checkFeed(
  each: FeedCase,
  feed: Feed | undefined,
  bytes: Uint8Array,
  folder: string,
): Promise<Check[]> {
  const checks = new Map<string, Check>();
  const check = (place: string, expected: unknown, same: Same, ...got: (string | undefined)[]) => {
    const wanted = asText(expected);
    if (wanted === undefined || checks.has(place) || !isAskable(wanted, same)) return;
    const isRight = got.some((one) => same(wanted, one ?? ''));
    checks.set(place, {
      kind: place.replace(/\.\d+(?=\.)/, ''),
      place,
      expected: wanted,
      got: got.find(Boolean),
      isRight,
    });
  };
  const askFeed = (name: string, expected: unknown) => {
    if (name === 'title') check(name, expected, sameText, feed?.title);
    if (name === 'link') check(name, expected, sameAddress, feed?.link);
    if (name === 'language') check(name, expected, sameTag, feed?.language);
  };
  const askEntry = (index: string | number, name: string, expected: unknown) => {
    const told: Partial<Entry> = feed?.entries[Number(index)] ?? {};
    const place = `entries.${index}.${name}`;
    if (name === 'title') check(place, expected, sameText, told.title);
    if (name === 'link') check(place, expected, sameAddress, told.link);
    if (name === 'published') check(place, expected, sameInstant, told.published);
    // RSS has one date. Whether `dc:date` was the publication or the last change, nobody can know.
    if (name === 'updated') check(place, expected, sameInstant, told.updated, told.published);
    if (name === 'id') check(place, expected, (one, other) => one.trim() === other, told.id);
    if (name === 'author') check(place, expected, sameText, ...(told.authors ?? []), told.authors?.join(', '));
    // Which of two texts is called the summary and which the content differs from parser to parser.
    if (name === 'text') check(place, expected, sameText, told.content, told.summary);
    if (name === 'summary') check(place, expected, sameText, told.summary, told.content);
  };

  // A Content-Location once moved the base of relative addresses; RFC 7231 (appendix B) took that back, and nothing here asks for it.
  if (each.http?.['content-location'] !== undefined) return [];

  const { title, link, entry_count: count, entries = {} } = each.expect;
  askFeed('title', title);
  askFeed('link', link);
  check('entry_count', count, (one, other) => one === other, feed && String(feed.entries.length));
  for (const [index, fields] of Object.entries(entries)) {
    for (const name of ['title', 'link', 'id', 'published', 'updated', 'summary']) askEntry(index, name, fields[name]);
  }
  for (const { path, is, value } of each.checks ?? []) {
    if (is !== 'equal') continue;
    const dotted = path.join('.');
    if (dotted === 'encoding') check('encoding', value, () => isDecodedAs(bytes, each, String(value)), 'decoded');
    if (dotted === 'version') check('version', value, sameFormat, feed?.format);
    const [root, index, ...rest] = path;
    if (dotted === 'feed.links.0.href' && decodeBytes(bytes).text.includes('rel="self"')) continue; // no page, the feed itself
    if (root === 'feed') askFeed(FEEDPARSER[path.slice(1).join('.')] ?? '', value);
    if (root === 'entries' && index !== undefined) {
      const name = FEEDPARSER[rest.join('.')] ?? '';
      askEntry(index, name, name === 'author' ? withoutMail(value) : value);
    }
  }

  if (each.expected_file !== undefined) {
    const { language, items } = readExpected(await readFile(join(folder, each.expected_file), 'utf8'));
    askFeed('language', language);
    for (const [index, item] of items.entries()) {
      for (const [name, expected] of Object.entries(item)) askEntry(index, name, expected);
    }
  }
  return [...checks.values()];
}

/** Not what the other parser itself failed to read: letters lost in decoding, dates left as written, addresses left relative. */
function isAskable(expected: string, same: Same): boolean {
  if (expected.includes('\ufffd')) return false;
  if (same === sameInstant) return !Number.isNaN(Date.parse(expected));
  if (same === sameAddress) return URL.canParse(expected);
  return same !== sameText || plain(expected) !== '';
}

/** feedparser's terms in ours. */
const FEEDPARSER: Record<string, string> = {
  title: 'title',
  'title_detail.value': 'title',
  link: 'link',
  'links.0.href': 'link',
  language: 'language',
  description: 'text',
  summary: 'text',
  'summary_detail.value': 'text',
  'content.0.value': 'text',
  author: 'author',
  'author_detail.name': 'author',
  id: 'id',
  guid: 'id',
  published: 'published',
  published_parsed: 'published',
  created: 'published',
  created_parsed: 'published',
  updated: 'updated',
  updated_parsed: 'updated',
};

type Item = Record<string, unknown>;

/**
 * The other parsers' own output, two of gofeed's shapes and rss-parser's, as items in our terms. rss-parser's texts are left out:
 * it loses the order of words around inline tags.
 */
function readExpected(json: string): { language?: unknown; items: Item[] } {
  const whole = record(JSON.parse(json));
  const feed = record(whole.feed ?? whole);
  const items = list(feed.items ?? feed.entries).map((given): Item => {
    const item = record(given);
    const { guid } = item;
    return {
      title: item.title,
      link: item.link,
      id: record(guid).value ?? guid ?? item.id,
      author: item.creator ?? record(list(item.authors)[0]).name ?? record(item.author).name ?? asText(item.author),
      published: item.isoDate ?? item.publishedParsed ?? item.pubDateParsed,
      updated: item.updatedParsed,
      summary: item.summary ?? item.description,
      text: 'contentSnippet' in item ? undefined : (record(item.content).value ?? asText(item.content)),
    };
  });
  return { language: feed.language, items };
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Also feedparser's nine numbers of a date: [2004, 1, 1, 19, 48, 21, 3, 1, 0]. */
function asText(value: unknown): string | undefined {
  if (Array.isArray(value) && value.length === 9) {
    const [year = 0, month = 1, ...rest] = value.map(Number);
    return new Date(Date.UTC(year, month - 1, rest[0], rest[1], rest[2], rest[3])).toISOString();
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function withoutMail(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\s*\(\S+@\S+\)$/, '') : value;
}

/** The label may differ as long as the letters are the same: "us-ascii" for a text that is UTF-8 and has no other letters. */
function isDecodedAs(bytes: Uint8Array, each: FeedCase, label: string): boolean {
  const name = label.toLowerCase() === 'us-ascii' ? 'latin1' : label;
  const expected = iconv.decode(Buffer.from(bytes), name.toLowerCase() === 'gb2312' ? 'gb18030' : name);
  return decodeBytes(bytes, each.http?.['content-type']).text === expected;
}

const sameFormat: Same = (expected, got) =>
  expected === got || expected.startsWith(got) || (got === 'rdf' && /^rss(?:090|10)$/.test(expected));
const sameTag: Same = (expected, got) => expected.toLowerCase() === got.toLowerCase();
const sameText: Same = (expected, got) => plain(expected) === plain(got);
const sameAddress: Same = (expected, got) =>
  got === expected || (URL.canParse(expected) && new URL(expected).href === got);
const sameInstant: Same = (expected, got) => Date.parse(expected) === Date.parse(got);

function plain(text: string): string {
  return tidy(htmlToText(htmlToText(text)));
}
