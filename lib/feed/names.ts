import type { Attributes } from './markup';

/**
 * Feeds bind the same vocabularies to any prefix they like. Names are rewritten to one spelling: no prefix for RSS and Atom,
 * the customary prefix for the rest, all in lower case (`<RSS>`, `<PubDate>` occur).
 */
const VOCABULARIES: readonly [prefix: string, addresses: readonly string[]][] = [
  ['', ['http://purl.org/rss/1.0/', 'http://my.netscape.com/rdf/simple/0.9/', 'http://channel.netscape.com/rdf/simple/0.9/', 'http://backend.userland.com/rss', 'http://backend.userland.com/rss2', 'http://blogs.law.harvard.edu/tech/rss', 'http://my.netscape.com/publish/formats/rss-0.91.dtd', 'http://purl.org/net/rss1.1#']],
  ['atom', ['http://www.w3.org/2005/atom', 'http://purl.org/atom/ns#', 'http://example.com/newformat#', 'http://example.com/necho', 'http://purl.org/echo/', 'uri/of/echo/namespace#', 'http://purl.org/pie/', 'http://purl.org/atom/ns']],
  ['rdf', ['http://www.w3.org/1999/02/22-rdf-syntax-ns#']],
  ['dc', ['http://purl.org/dc/elements/1.1/', 'http://purl.org/dc/elements/1.0/']],
  ['dcterms', ['http://purl.org/dc/terms/']],
  ['content', ['http://purl.org/rss/1.0/modules/content/']],
  ['sy', ['http://purl.org/rss/1.0/modules/syndication/']],
  ['media', ['http://search.yahoo.com/mrss/', 'http://search.yahoo.com/mrss', 'http://www.rssboard.org/media-rss']],
  ['itunes', ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'http://example.com/dtds/podcast-1.0.dtd']],
  ['feedburner', ['http://rssnamespace.org/feedburner/ext/1.0']],
  ['xhtml', ['http://www.w3.org/1999/xhtml']],
]; // biome-ignore format: a table
const PREFIX_OF = new Map(VOCABULARIES.flatMap(([prefix, all]) => all.map((uri): [string, string] => [uri, prefix])));

/** Prefix (or '' for the default namespace) → customary prefix, as far as known. */
export type Namespaces = Record<string, string>;

/** The declarations among these attributes, laid over the ones already in force. */
export function declared(attributes: Attributes, outer: Namespaces = {}): Namespaces {
  const names: Namespaces = Object.assign(Object.create(null), outer);
  for (const [name, value] of Object.entries(attributes)) {
    const prefix = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : undefined;
    if (prefix === undefined) continue;
    const customary = PREFIX_OF.get(value.trim().toLowerCase());
    if (customary !== undefined) names[prefix] = customary;
    else delete names[prefix];
  }
  return names;
}

/**
 * One spelling for a name: `PubDate` → pubdate, `a:entry` → entry where `a` is Atom, `DublinCore:creator` → dc:creator.
 * Undeclared prefixes are taken at their word.
 */
export function canonicalName(name: string, namespaces: Namespaces): string {
  const lower = name.toLowerCase();
  const colon = lower.indexOf(':');
  const local = lower.slice(colon + 1);
  const own = colon < 0 ? '' : lower.slice(0, colon);
  const prefix = namespaces[own] ?? own;
  // Atom elements inside RSS have the same meaning as their RSS namesakes but for `link`, whose address is an attribute.
  return prefix === '' || prefix === 'atom' ? local : `${prefix}:${local}`;
}
