import { parseHtml } from '#lib/html';
import { tidy } from '#lib/text/normalize';
import { webAddress } from './entry-links';

/** `declared`: the page names it as its feed. `linked`: a link that looks like one. `guessed`: where feeds often are; it may not exist. */
export type FoundFeed = { url: string; title?: string; source: 'declared' | 'linked' | 'guessed' };

const FEED_TYPE =
  /^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|text\/xml|application\/xml|application\/rss)\b/i;
const FEED_ADDRESS =
  /(?:\/(?:rss|atom|feed|feeds?\.(?:xml|json)|rss\.xml|atom\.xml|index\.rdf)\/?(?:\?.*)?$|\.(?:rss|rdf|atom)(?:\?.*)?$|[?&](?:feed|format)=(?:rss2?|atom)\b|\/\/(?:feeds?|rss)\.)/i;
/** Not the news: nobody who gives a site's address means its comments. */
const COMMENTS = /comments?\b|kommentare|commentaires|comentarios/i;
const COMMON_PATHS = [
  '/feed',
  '/rss',
  '/rss.xml',
  '/feed.xml',
  '/atom.xml',
  '/index.xml',
  '/feed/',
  '/feed.json',
  '/rss/',
];
/** A page of feeds links to hundreds; the first ones are the general ones. */
const MAX_LINKED = 20;

/**
 * Feeds of the site that a page belongs to, best first: those the page declares, links that look like feeds, common places.
 * Each address once. A page that cannot be read leaves the common places.
 *
 * @param url address the page was read from
 */
export function discoverFeeds(html: string, url: string): FoundFeed[] {
  const found = new Map<string, FoundFeed>();
  const add = (address: string | undefined, title: string, source: FoundFeed['source']) => {
    if (address === undefined || found.has(address)) return;
    found.set(address, { url: address, ...(title === '' ? {} : { title }), source });
  };
  const document = readable(html);
  const base = webAddress(document?.querySelector('base[href]')?.getAttribute('href') ?? undefined, url) ?? url;
  const declared = [...(document?.querySelectorAll('link[rel][href]') ?? [])].filter(
    (link) =>
      /(?:^|\s)(?:alternate|feed)(?:\s|$)/i.test(link.getAttribute('rel') ?? '') &&
      FEED_TYPE.test(link.getAttribute('type') ?? ''),
  );
  const isAboutComments = (link: Element) =>
    COMMENTS.test(`${link.getAttribute('title')} ${link.getAttribute('href')}`);
  const ordered = [...declared.filter((link) => !isAboutComments(link)), ...declared.filter(isAboutComments)];
  for (const link of ordered)
    add(webAddress(link.getAttribute('href') ?? undefined, base), tidy(link.getAttribute('title') ?? ''), 'declared');
  let linked = 0;
  for (const anchor of document?.querySelectorAll('a[href]') ?? []) {
    const address = webAddress(anchor.getAttribute('href') ?? undefined, base);
    if (linked >= MAX_LINKED || address === undefined || !FEED_ADDRESS.test(address) || COMMENTS.test(address))
      continue;
    linked++;
    add(address, tidy(anchor.textContent ?? ''), 'linked');
  }
  if (webAddress(url) !== undefined) for (const path of COMMON_PATHS) add(new URL(path, url).href, '', 'guessed');
  return [...found.values()];
}

function readable(html: string): Document | undefined {
  try {
    return parseHtml(html);
  } catch {
    return undefined;
  }
}
