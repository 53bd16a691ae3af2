import { attributeValue, plainValue } from './constructs';
import type { Part } from './outline';

/** Servers refuse longer ones. */
const LONGEST_ADDRESS = 8_000;

/** `address` against `base`, if the outcome is an http(s) address; spaces and a missing scheme repaired. */
export function webAddress(address: string | undefined, base?: string): string | undefined {
  const trimmed = address?.replace(/\s+/g, (space) => (space.includes('\n') ? '' : '%20'));
  if (trimmed === undefined || trimmed === '' || trimmed.length > LONGEST_ADDRESS) return undefined;
  const given = /^feed:\/\//i.test(trimmed)
    ? trimmed.replace(/^feed:/i, 'http:')
    : trimmed.replace(/^feed:(?=https?:)/i, '');
  if (base === undefined ? !URL.canParse(given) : !URL.canParse(given, base)) return undefined;
  const url = base === undefined ? new URL(given) : new URL(given, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}

/**
 * The address a reader is meant to open, as written (perhaps relative).
 *
 * Atom has any number of `link`s and says which by `rel`; without one it is "alternate". The first link, or one that is the
 * feed itself, an enclosure or an edit address, is not what a reader wants. RSS has `link` as text, and a `guid` that is an
 * address unless it says otherwise.
 */
export function chooseLink(parts: readonly Part[]): { address: string; part: Part } | undefined {
  const links = parts.filter((part) => part.name === 'link');
  const texts = links.filter((part) => part.attributes.href === undefined && plainValue(part.inner) !== '');
  const alternates = links
    .filter(
      (part) => part.attributes.href !== undefined && /^(?:.*\/)?alternate$/i.test(part.attributes.rel ?? 'alternate'),
    )
    .sort((one, other) => unlikeliness(one) - unlikeliness(other));
  const original = parts.find((part) => part.name === 'feedburner:origlink');
  const permalink = parts.find(
    (part) => part.name === 'guid' && !/^false$/i.test(part.attributes.ispermalink ?? 'true'),
  );
  // Of several texts the last counts, as it does for other readers of RSS.
  const candidates = [...texts.reverse(), ...alternates, original, permalink].filter((part) => part !== undefined);
  for (const part of candidates) {
    const address = attributeValue(part.attributes, 'href') ?? plainValue(part.inner);
    if (part.name === 'guid' ? webAddress(address) : address !== '') return { address: unwrapped(address), part };
  }
  return undefined;
}

/** Alternates exist in several forms; the web page comes first. Sorting is stable, so otherwise the first one wins. */
function unlikeliness(part: Part): number {
  const type = part.attributes.type?.toLowerCase();
  if (type === undefined || type.includes('html')) return 0;
  return type.includes('xml') || type.includes('json') || type.includes('feed') ? 2 : 1;
}

/** Bing's news feed links to a counter that carries the article's address with it. */
function unwrapped(address: string): string {
  if (!/^https?:\/\/(?:www\.)?bing\.com\/news\/apiclick\.aspx\?/i.test(address)) return address;
  return webAddress(new URL(address).searchParams.get('url') ?? undefined) ?? address;
}

const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|at_(?:medium|campaign)|ns_(?:source|mchannel|campaign)|ref_src|cmpid|smid)$/i;

/** The address without what only says where the reader came from: the same article announced twice has the same one. */
export function canonicalAddress(link: string): string {
  const url = new URL(link);
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  url.hash = url.hash.startsWith('#!') ? url.hash : '';
  return url.href;
}
