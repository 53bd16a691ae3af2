import { decodeBytes } from '#lib/charset';
import { SynopticError, toErrorBody } from '#lib/errors';
import { discoverFeeds } from '#lib/feed/discover-feeds';
import { parseOpml, writeOpml } from '#lib/feed/opml';
import { addFeed, listFeeds } from '#lib/store/feeds';
import { getOutlet, listOutlets, saveOutlet } from '#lib/store/outlets';
import type { Feed, Outlet } from '#lib/types';
import type { Ports } from './ports';

export type Subscribed = { outlet: Outlet; feedUrl: string; added: boolean };

const FIRST_INTERVAL_SECONDS = 3600;

/** Subscribes an outlet to one feed address, due at once. An address already read is left as it is. */
export async function subscribe(ports: Pick<Ports, 'store' | 'now'>, outlet: Outlet, url: string): Promise<Subscribed> {
  const known = await getOutlet(ports.store, outlet.id);
  if (!known) await saveOutlet(ports.store, outlet);
  const { added, feed } = await addFeed(ports.store, {
    id: `${outlet.id}-${shortHash(url)}`,
    outletId: outlet.id,
    url,
    failures: 0,
    intervalSeconds: FIRST_INTERVAL_SECONDS,
    nextCheckAt: ports.now(),
    retired: false,
  });
  return { outlet: known ?? outlet, feedUrl: feed.url, added };
}

/** Every feed of an OPML document. @throws SynopticError `bad-input` when it is none. */
export async function subscribeAll(ports: Ports, opml: string): Promise<{ added: number; known: number }> {
  const { outlets } = parseOpml(opml);
  let added = 0;
  for (const { title, xmlUrl, htmlUrl } of outlets) {
    const outlet: Outlet = {
      id: outletId(title, xmlUrl),
      name: title,
      sample: false,
      ...(htmlUrl === undefined ? {} : { homepage: htmlUrl }),
    };
    if ((await subscribe(ports, outlet, xmlUrl)).added) added++;
  }
  return { added, known: outlets.length - added };
}

/**
 * Subscribes to whatever stands at an address: a feed, or a site whose page names its feeds.
 * @throws SynopticError saying why there is no feed to be had there.
 */
export async function subscribeToAddress(ports: Ports, given: string): Promise<Subscribed> {
  const address = withScheme(given.trim());
  const got = await ports.http.get({ url: address, accept: 'feed' });
  if (got.outcome === 'failed') throw new SynopticError(got.reason.code, got.reason.message, { subject: 'url' });
  if (got.outcome === 'not-modified')
    throw new SynopticError('empty-body', 'The server sent no text.', { subject: 'url' });
  const feed = await tryFeed(ports, got.body, got.url, got.contentType);
  if (feed) return subscribeFeed(ports, feed, got.url);
  for (const candidate of discoverFeeds(decodeBytes(got.body, got.contentType).text, got.url)) {
    const answer = await ports.http.get({ url: candidate.url, accept: 'feed' });
    if (answer.outcome !== 'ok') continue;
    const found = await tryFeed(ports, answer.body, answer.url, answer.contentType);
    if (found) return subscribeFeed(ports, found, answer.url);
  }
  throw new SynopticError(
    'not-a-feed',
    'No feed was found at this address. Look for an RSS or Atom link on the site and paste that address.',
    { subject: 'url' },
  );
}

async function subscribeFeed(ports: Ports, feed: Feed, url: string): Promise<Subscribed> {
  const host = new URL(url).hostname.replace(/^www\./, '');
  const name = feed.title ?? host;
  return subscribe(
    ports,
    {
      id: outletId(name, url),
      name,
      sample: false,
      ...(feed.language === undefined ? {} : { language: feed.language }),
      ...(feed.link === undefined ? {} : { homepage: feed.link }),
    },
    url,
  );
}

// A page is an answer here, not a failure: it may name the feed. A damaged feed is told as what it is.
async function tryFeed(
  { parseFeed }: Pick<Ports, 'parseFeed'>,
  body: Uint8Array,
  url: string,
  contentType: string | undefined,
): Promise<Feed | undefined> {
  try {
    return await parseFeed(body, { url, ...(contentType === undefined ? {} : { contentType }) });
  } catch (error) {
    const { code } = toErrorBody(error).error;
    if (code === 'html-not-feed' || code === 'not-a-feed') return undefined;
    throw error;
  }
}

function withScheme(address: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `https://${address}`;
}

/** "The Daily Example" → "the-daily-example"; a name without Latin letters is known by its host. */
export function outletId(name: string, url: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return slug || (URL.canParse(url) ? new URL(url).hostname : shortHash(url));
}

// FNV-1a: keeps two feeds of one outlet apart, nothing more.
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** The feeds read here as OPML, for any feed reader; samples stay out, nobody else can read them. */
export async function subscriptionsAsOpml({ store }: Pick<Ports, 'store'>): Promise<{ opml: string; count: number }> {
  const outlets = new Map((await listOutlets(store)).map((outlet) => [outlet.id, outlet]));
  const rows = (await listFeeds(store)).flatMap((feed) => {
    const outlet = outlets.get(feed.outletId);
    if (!outlet || outlet.sample) return [];
    const { name: title, homepage } = outlet;
    return [{ title, xmlUrl: feed.url, ...(homepage === undefined ? {} : { htmlUrl: homepage }) }];
  });
  return { opml: writeOpml('Synoptic outlets', rows), count: rows.length };
}
