import { decodeBytes } from '#lib/charset';
import { SynopticError, toErrorBody, toReason } from '#lib/errors';
import { discoverFeeds, type FoundFeed } from '#lib/feed/discover-feeds';
import { webAddress } from '#lib/feed/entry-links';
import type { HttpResult } from '#lib/http';
import { feedsByUrl } from '#lib/store/feeds';
import { listOutlets } from '#lib/store/outlets';
import type { Feed, Outlet, Reason, Timestamp } from '#lib/types';
import type { Ports } from './ports';
import { listedFeeds } from './subscribe';

/** A feed as it would be subscribed, with what stands in it now. */
export type FeedPreview = {
  url: string;
  /** `given`: the address itself is the feed; otherwise how the page led to it. */
  source: 'given' | FoundFeed['source'];
  title?: string;
  language?: string;
  homepage?: string;
  /** The newest first, as far as they are dated. */
  entries: { title?: string; published?: Timestamp }[];
  entryCount: number;
  /** The outlet that is read from this address already. */
  readAs?: Outlet;
  /** The shipped outlet this feed belongs to, whose facts come with it. */
  listedAs?: Outlet;
};

export type AddressPreview = {
  feeds: FeedPreview[];
  /** Feeds the page names that could not be read. */
  unreadable: { url: string; reason: Reason }[];
};

/** A page of feeds names hundreds: the first are the general ones, and each is a request to the same server. */
const MOST_TRIED = 8;
const ENTRIES_SHOWN = 5;
/** A home page that is closed to programs, or too large, says nothing about the feed beside it. */
const FEED_MAY_STILL_BE_THERE = new Set(['http-status', 'too-large']);

/**
 * What could be subscribed at an address, a feed's or a site's. Nothing is stored.
 * @throws SynopticError with subject `address`, saying why there is nothing to be had.
 */
export async function previewFeeds(ports: Asking & Pick<Ports, 'store'>, given: string): Promise<AddressPreview> {
  const address = given.trim();
  if (address === '') throw new SynopticError('bad-input', 'Give the address of a feed or of a site.', SUBJECT);
  const { got, asked } = await getWithScheme(ports, address);
  if (got.outcome === 'failed' && !FEED_MAY_STILL_BE_THERE.has(got.reason.code))
    throw new SynopticError(got.reason.code, got.reason.message, SUBJECT);
  const itself = await tryFeed(ports, got, 'given', asked);
  if (itself !== undefined) return { feeds: await withReaders(ports, [itself]), unreadable: [] };
  const html = got.outcome === 'ok' ? decodeBytes(got.body, got.contentType).text : '';
  const { feeds, unreadable } = await tryAll(ports, discoverFeeds(html, got.url));
  if (feeds.length > 0) return { feeds: await withReaders(ports, feeds), unreadable };
  if (got.outcome === 'failed') throw new SynopticError(got.reason.code, got.reason.message, SUBJECT);
  const broken = unreadable[0];
  const named = broken === undefined ? '' : ` The page names ${broken.url}, but: ${broken.reason.message}`;
  throw new SynopticError(
    'not-a-feed',
    `No feed was found at this address.${named} Look for an RSS or Atom link on the site and paste that address.`,
    SUBJECT,
  );
}

const SUBJECT = { subject: 'address' };

type Asking = Pick<Ports, 'http' | 'parseFeed'>;

/** Somebody who types `example.org` means whichever of https and http answers. */
async function getWithScheme(
  { http }: Pick<Ports, 'http'>,
  address: string,
): Promise<{ got: HttpResult; asked: string }> {
  const get = async (asked: string) => ({ got: await http.get({ url: asked, accept: 'feed' }), asked });
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(address) && !/^[^/:]+:\d+(?:\/|$)/.test(address);
  if (hasScheme) return get(webAddress(address) ?? address);
  const secure = await get(`https://${address}`);
  if (secure.got.outcome !== 'failed' || secure.got.reason.code !== 'connection-failed') return secure;
  const plain = await get(`http://${address}`);
  return plain.got.outcome === 'failed' ? secure : plain;
}

async function tryAll(
  ports: Asking,
  found: readonly FoundFeed[],
): Promise<{ feeds: FeedPreview[]; unreadable: AddressPreview['unreadable'] }> {
  const feeds: FeedPreview[] = [];
  const unreadable: AddressPreview['unreadable'] = [];
  const take = async ({ url, source }: FoundFeed): Promise<FeedPreview | Reason | undefined> => {
    const got = await ports.http.get({ url, accept: 'feed' });
    if (got.outcome === 'failed') return got.reason;
    return tryFeed(ports, got, source, url).catch(toReason);
  };
  const named = found.filter(({ source }) => source !== 'guessed').slice(0, MOST_TRIED);
  for (const [index, taken] of (await Promise.all(named.map(take))).entries()) {
    const { url = '', source } = named[index] ?? {};
    if (taken !== undefined && 'url' in taken) feeds.push(taken);
    else if (taken !== undefined && source === 'declared') unreadable.push({ url, reason: taken });
  }
  if (feeds.length > 0) return { feeds: withoutTwins(feeds), unreadable };
  for (const guess of found.filter(({ source }) => source === 'guessed')) {
    const taken = await take(guess);
    if (taken !== undefined && 'url' in taken) return { feeds: [taken], unreadable };
  }
  return { feeds, unreadable };
}

// A page is an answer here, not a failure: it may name the feed. A damaged feed is told as what it is.
async function tryFeed(
  { parseFeed }: Pick<Ports, 'parseFeed'>,
  got: HttpResult,
  source: FeedPreview['source'],
  asked: string,
): Promise<FeedPreview | undefined> {
  if (got.outcome !== 'ok') return undefined;
  const { body, url, contentType } = got;
  try {
    const feed = await parseFeed(body, { url, ...(contentType === undefined ? {} : { contentType }) });
    // A redirect that is not for good may lead elsewhere tomorrow: the address asked for is the one to keep.
    return toPreview(feed, new URL(got.movedTo ?? asked).href, source);
  } catch (error) {
    const { code, message } = toErrorBody(error).error;
    if (code === 'html-not-feed' || code === 'not-a-feed') return undefined;
    throw new SynopticError(code, message, SUBJECT);
  }
}

function toPreview(feed: Feed, url: string, source: FeedPreview['source']): FeedPreview {
  const dateOf = (entry: Feed['entries'][number]) => entry.published ?? entry.updated;
  const newestFirst = [...feed.entries].sort((a, b) => Date.parse(dateOf(b) ?? '') - Date.parse(dateOf(a) ?? '') || 0);
  return {
    url,
    source,
    ...(feed.title === undefined ? {} : { title: feed.title }),
    ...(feed.language === undefined ? {} : { language: feed.language }),
    ...(feed.link === undefined ? {} : { homepage: feed.link }),
    entries: newestFirst.slice(0, ENTRIES_SHOWN).map((entry) => {
      const published = dateOf(entry);
      return {
        ...(entry.title === undefined ? {} : { title: entry.title }),
        ...(published === undefined ? {} : { published }),
      };
    }),
    entryCount: feed.entries.length,
  };
}

/** /feed and /feed/, RSS and Atom of the same entries: the first is enough. */
function withoutTwins(feeds: readonly FeedPreview[]): FeedPreview[] {
  const seen = new Set<string>();
  return feeds.filter((feed) => {
    const contents = JSON.stringify(feed.entries.map(({ title }) => title ?? ''));
    const isTwin = seen.has(feed.url) || (feed.entryCount > 0 && seen.has(contents));
    seen.add(feed.url).add(contents);
    return !isTwin;
  });
}

async function withReaders({ store }: Pick<Ports, 'store'>, feeds: readonly FeedPreview[]): Promise<FeedPreview[]> {
  const readers = await feedsByUrl(
    store,
    feeds.map(({ url }) => url),
  );
  const outlets = new Map((await listOutlets(store)).map((outlet) => [outlet.id, outlet]));
  const listed = listedFeeds();
  return feeds.map((feed) => {
    const readAs = outlets.get(readers.get(feed.url)?.outletId ?? '');
    const listedAs = listed.get(feed.url)?.outlet;
    return {
      ...feed,
      ...(readAs === undefined ? {} : { readAs }),
      ...(listedAs === undefined ? {} : { listedAs }),
    };
  });
}
