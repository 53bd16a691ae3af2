import { SynopticError } from '#lib/errors';
import type { FeedFormat } from '#lib/types';
import type { Attributes, Element, Markup } from './markup';
import { canonicalName, declared, type Namespaces } from './names';

/** An element under its canonical name. */
export type Part = Element & { name: string };
export type Parts = { parts: Part[]; namespaces: Namespaces; attributes: Attributes };

/** A feed taken apart: what is said about the feed, and its entries one by one, so that a broken one costs only itself. */
export type Outline = {
  format: Exclude<FeedFormat, 'json'>;
  /** Attributes of the root and of the channel together: language, base address. */
  attributes: Attributes;
  header: Parts;
  entries: Parts[];
  /** The document breaks off inside an entry, which is left out: half an entry would come back whole under another identity. */
  isCutOff: boolean;
  /** Entries in which an element, or the entry itself, is never closed. */
  unclosed: number;
};

const ENTRY = /^(?:item|entry)$/;
const MAX_WRAPPERS = 20;
/** Elements that only wrap: their children count as the feed's own. */
const WRAPPER = /^(?:rss|feed|rdf:rdf|channel)$/;

/**
 * @throws SynopticError `html-not-feed` for a web page, `not-a-feed` when no root of any feed format is found.
 */
export function readOutline(markup: Markup): Outline {
  const length = markup.source.length;
  const { format, start } = findRoot(markup);
  const header: Part[] = [];
  const entries: Parts[] = [];
  let attributes: Attributes = {};
  let namespaces: Namespaces = {};
  let isCutOff = false;
  let unclosed = 0;
  let wrappers = 0;

  for (let at = start; ; ) {
    const tag = markup.nextTag(at, length);
    if (!tag) break;
    at = tag.end;
    const own = Object.keys(tag.attributes).some((name) => name.startsWith('xmlns'))
      ? declared(tag.attributes, namespaces)
      : namespaces;
    const name = canonicalName(tag.name, own);
    if (WRAPPER.test(name)) {
      // Each costs a copy of what is declared so far; an honest feed has two or three.
      if (++wrappers > MAX_WRAPPERS) continue;
      namespaces = declared(tag.attributes, namespaces);
      attributes = { ...attributes, ...tag.attributes };
      continue;
    }
    if (ENTRY.test(name)) {
      const end = tag.isClosed ? tag.end : endOfEntry(markup, tag.name, tag.end, name);
      if (end === undefined) {
        isCutOff = true;
        break;
      }
      const entry = tag.isClosed ? [] : markup.children(tag.end, end);
      const read = named(entry, own, tag.attributes);
      if (
        read.parts.some((part) => part.isUnclosed) ||
        (!tag.isClosed && markup.closeOf(tag.name, tag.end, end + 1) !== end)
      )
        unclosed++;
      entries.push(read);
      at = end;
      continue;
    }
    if (tag.isClosed) {
      header.push({ name, attributes: tag.attributes, inner: '', isUnclosed: false });
      continue;
    }
    const close = markup.closeOf(tag.name, tag.end, length);
    const isOpen = close < 0 || isPastEntry(markup, tag.end, close);
    const end = isOpen ? markup.source.indexOf('<', tag.end) : close;
    header.push({
      name,
      attributes: tag.attributes,
      inner: markup.source.slice(tag.end, end < 0 ? length : end),
      isUnclosed: isOpen,
    });
    if (!isOpen) at = markup.after(close);
  }
  return { format, attributes, header: { parts: header, namespaces, attributes }, entries, isCutOff, unclosed };
}

function named(elements: Element[], outer: Namespaces, attributes: Attributes): Parts {
  const parts = elements.map((element) => {
    const own =
      element.attributes.xmlns === undefined && !hasDeclaration(element) ? outer : declared(element.attributes, outer);
    return { ...element, name: canonicalName(element.name, own) };
  });
  return { parts, namespaces: outer, attributes };
}

function hasDeclaration(element: Element): boolean {
  return Object.keys(element.attributes).some((name) => name.startsWith('xmlns:'));
}

/** An entry lasts to its end tag, to the next entry, or to the end of the feed; undefined when none of these comes. */
function endOfEntry(markup: Markup, name: string, from: number, canonical: string): number | undefined {
  const length = markup.source.length;
  const places = [
    markup.closeOf(name, from, length),
    markup.openOf(name, from, length),
    ...['channel', 'rss', 'feed', 'rdf:rdf'].map((wrapper) => markup.closeOf(wrapper, from, length)),
  ].filter((place) => place >= 0);
  if (places.length > 0) return Math.min(...places);
  // A document that is nothing but one entry may end without closing anything around it.
  return canonical === 'entry' && markup.source.trimEnd().endsWith('</') ? length : undefined;
}

/** Has an unclosed element of the header swallowed the first entry? */
function isPastEntry(markup: Markup, from: number, to: number): boolean {
  return ['item', 'entry'].some((name) => markup.openOf(name, from, to) >= 0);
}

const ROOT_FORMAT: Record<string, Outline['format']> = {
  rss: 'rss',
  channel: 'rss',
  item: 'rss',
  'rdf:rdf': 'rdf',
  feed: 'atom',
  entry: 'atom',
};
const OTHER_DOCUMENT: Record<string, string> = {
  opml: 'This is a list of feeds (OPML), not a feed. Import it as a list of outlets.',
  urlset: 'This is a sitemap, not a feed.',
  sitemapindex: 'This is a sitemap, not a feed.',
};

function findRoot(markup: Markup): { format: Outline['format']; start: number } {
  const { source } = markup;
  let hasHtml = false;
  for (let at = 0; ; ) {
    const tag = markup.nextTag(at, source.length);
    if (!tag) break;
    at = tag.end;
    const name = canonicalName(tag.name, declared(tag.attributes));
    const other = OTHER_DOCUMENT[name];
    if (other) throw new SynopticError('not-a-feed', other);
    const format = ROOT_FORMAT[name];
    if (format) return { format, start: tag.start };
    if (name === 'html') throw htmlInstead();
    if (/^(?:head|body|title|meta|div|p|h1)$/.test(name)) hasHtml = true;
  }
  if (hasHtml) throw htmlInstead();
  throw new SynopticError('not-a-feed', 'The document is neither RSS nor Atom nor a JSON feed.');
}

function htmlInstead(): SynopticError {
  return new SynopticError(
    'html-not-feed',
    'There is a web page at this address instead of a feed. The feed may have moved, or a consent or login page stands before it.',
  );
}
