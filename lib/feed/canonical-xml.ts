import type { Reason, Timestamp } from '#lib/types';
import { attributeValue, constructHtml, escapeHtml, plainValue } from './constructs';
import { parseDate } from './dates';
import { chooseLink, webAddress } from './entry-links';
import { type Element, openMarkup } from './markup';
import { canonicalName, type Namespaces } from './names';
import { type Outline, type Part, type Parts, readOutline } from './outline';

export type CanonicalFeed = { format: Outline['format']; xml: string; problems: Reason[] };

/**
 * Any RSS, RDF or Atom document, broken or not → strict XML in one small dialect that rss-parser reads without surprises:
 * customary names, every text construct one string of HTML, every date ISO 8601, one `link` an entry, addresses absolute.
 *
 * The repairs stand before the parser because afterwards it is too late: its XML reader refuses a whole feed for one bare `&`,
 * loses the order of words around inline tags, and throws on one bad date. Texts travel as `summary` and `body`, never
 * as `description` or `content`, because rss-parser cuts snippets of those with patterns that need seconds for 100 KB of `<`.
 *
 * @throws SynopticError as `readOutline`
 */
export function canonicalXml(text: string, address: string | undefined): CanonicalFeed {
  const markup = openMarkup(text.replace(FORBIDDEN, ''));
  const outline = readOutline(markup);
  const { format, header, entries } = outline;
  const problems: Reason[] = [];
  const base = webAddress(attributeValue(outline.attributes, 'xml:base'), address) ?? address;
  const homepage = webAddress(chooseLink(header.parts)?.address ?? attributeValue(outline.attributes, 'href'), base);
  const language = attributeValue(outline.attributes, 'xml:lang');

  let badDates = 0;
  const date = (part: Part | undefined): Timestamp | undefined => {
    const value = part && plainValue(part.inner);
    if (!value) return undefined;
    const read = parseDate(value);
    if (read === undefined) badDates++;
    return read;
  };

  const head = [
    element('title', firstText(header.parts, TITLE, format)),
    element('link', homepage, format),
    element('language', firstValue(header.parts, ['language', 'dc:language']) ?? language),
    ...['ttl', 'sy:updateperiod', 'sy:updatefrequency'].map((name) => element(name, firstValue(header.parts, [name]))),
    element('quiethours', listed(header, 'skiphours', 'hour')),
    element('quietdays', listed(header, 'skipdays', 'day')),
    ...authorNames(header).map((name) => element('dc:creator', name)),
  ].join('');
  const items = entries.map((entry) => canonicalEntry(entry, format, base, homepage, date));
  if (outline.isCutOff)
    problems.push({ code: 'cut-off', message: 'The feed breaks off in the middle; the entries before that are kept.' });
  if (outline.unclosed > 0)
    problems.push({ code: 'unclosed', message: `${counted(outline.unclosed)} with an element that is never closed.` });
  if (badDates > 0)
    problems.push({
      code: 'bad-date',
      message: `${counted(badDates)} with a date that cannot be read; it is left out.`,
    });
  return { format, xml: framed(format, head, items), problems };
}

// Characters XML forbids. A strict reader stops at the first one.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const TITLE = ['title', 'dc:title', 'media:title', 'itunes:title'];
const SUMMARY = [
  'summary',
  'description',
  'abstract',
  'dc:description',
  'media:description',
  'itunes:summary',
  'itunes:subtitle',
];
const BODY = ['content:encoded', 'content', 'fullitem', 'body', 'xhtml:body', 'xhtml:div'];
const PUBLISHED = ['pubdate', 'published', 'issued', 'dcterms:issued', 'dc:date', 'dcterms:created', 'created', 'date'];
const UPDATED = ['updated', 'modified', 'dcterms:modified', 'lastmod'];

function canonicalEntry(
  entry: Parts,
  format: Outline['format'],
  feedBase: string | undefined,
  homepage: string | undefined,
  date: (part: Part | undefined) => Timestamp | undefined,
): string {
  const { parts, attributes } = entry;
  const base = webAddress(attributeValue(attributes, 'xml:base'), feedBase) ?? feedBase;
  const chosen = chooseLink(parts);
  const linkBase = webAddress(chosen && attributeValue(chosen.part.attributes, 'xml:base'), base) ?? base;
  const about = attributeValue(attributes, 'rdf:about');
  const updated = firstDate(parts, UPDATED, date);
  const id = firstValue(parts, format === 'atom' ? ['id', 'guid'] : ['guid', 'id', 'dc:identifier']) ?? about;
  const link =
    webAddress(chosen?.address, linkBase) ??
    webAddress(chosen?.address, homepage) ??
    webAddress(about ?? attributeValue(attributes, 'href'));
  return [
    // An element without attribute and child comes out of rss-parser as an empty string, and an empty feed as no feed.
    format === 'atom' ? '<entry version="1.0">' : '<item version="2.0">',
    element(format === 'atom' ? 'id' : 'guid', id),
    element('title', withoutSource(firstText(parts, TITLE, format), parts)),
    element('link', link, format),
    // Atom makes `published` optional and `updated` not: an entry that has only the second was published then, as far as anybody knows.
    element('published', firstDate(parts, PUBLISHED, date) ?? updated),
    element('updated', updated),
    ...authorNames(entry).map((name) => element('dc:creator', name)),
    element('summary', firstText(parts, SUMMARY, format)),
    element('body', firstText(parts, BODY, format)),
    format === 'atom' ? '</entry>' : '</item>',
  ].join('');
}

/** Google News writes the outlet's name behind each headline, and once more where it belongs: "Bridge reopens - The Daily Ferry". */
function withoutSource(title: string | undefined, parts: readonly Part[]): string | undefined {
  const source = parts.find((part) => part.name === 'source');
  const name = source && plainValue(source.inner.slice(0, LONGEST_NAME));
  const suffix = name ? [` - ${name}`, ` - ${escapeHtml(name)}`].find((each) => title?.endsWith(each)) : undefined;
  return suffix === undefined ? title : title?.slice(0, -suffix.length);
}

function framed(format: Outline['format'], head: string, items: readonly string[]): string {
  const entries = items.join('\n');
  if (format === 'atom') return `<feed version="1.0">${head}${entries}</feed>`;
  if (format === 'rdf') return `<rdf:RDF><channel version="1.0">${head}</channel>${entries}</rdf:RDF>`;
  return `<rss version="2.0"><channel version="2.0">${head}${entries}</channel></rss>`;
}

/** `value` is escaped here: nothing that a feed wrote reaches the parser as markup. */
function element(name: string, value: string | undefined, linkIn?: Outline['format']): string {
  if (value === undefined || value === '') return '';
  const safe = escapeHtml(value.toWellFormed());
  return linkIn === 'atom'
    ? `<${name} rel="alternate" href="${safe.replace(/"/g, '&quot;')}"/>`
    : `<${name}>${safe}</${name}>`;
}

function firstText(parts: readonly Part[], names: readonly string[], format: Outline['format']): string | undefined {
  for (const name of names) {
    for (const part of parts) {
      if (part.name !== name || (name === 'content' && part.attributes.src !== undefined)) continue;
      const html = constructHtml(part, format === 'atom' ? 'text' : 'html');
      if (html.trim() !== '') return html;
    }
  }
  return undefined;
}

function firstValue(parts: readonly Part[], names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = parts
      .filter((part) => part.name === name)
      .map((part) => plainValue(part.inner))
      .find((each) => each !== '');
    if (value !== undefined) return value;
  }
  return undefined;
}

function firstDate(
  parts: readonly Part[],
  names: readonly string[],
  date: (part: Part | undefined) => Timestamp | undefined,
): Timestamp | undefined {
  for (const name of names) {
    const read = date(parts.find((part) => part.name === name));
    if (read !== undefined) return read;
  }
  return undefined;
}

/** <skipHours><hour>1</hour><hour>2</hour></skipHours> → "1 2" */
function listed({ parts, namespaces }: Parts, list: string, item: string): string | undefined {
  const inner = parts.find((part) => part.name === list)?.inner.slice(0, LONGEST_LIST) ?? '';
  const items = openMarkup(inner).children(0, inner.length);
  return items
    .filter((each) => canonicalName(each.name, namespaces) === item)
    .map((each) => plainValue(each.inner))
    .join(' ');
}

/** A day has 24 hours. */
const LONGEST_LIST = 2_000;
/** Longer than any byline with its markup. */
const LONGEST_NAME = 500;

/** Persons: Atom's `author/name`, `dc:creator`, RSS's `author` as "mail (Name)", Apple's. Each once. */
function authorNames({ parts, namespaces }: Parts): string[] {
  const persons = parts.filter((part) => part.name === 'author' || part.name === 'dc:creator');
  const others = parts.filter(
    (part) => part.name === 'itunes:author' || part.name === 'dc:author' || part.name === 'media:credit',
  );
  const names = (persons.length > 0 ? persons : others).map((part) => personName(part, namespaces));
  return [...new Set(names.filter((name) => name !== ''))];
}

function personName(part: Part, namespaces: Namespaces): string {
  const inside: Element[] = part.inner.includes('<') ? openMarkup(part.inner).children(0, part.inner.length) : [];
  const named = (wanted: string) => inside.find((child) => canonicalName(child.name, namespaces) === wanted);
  const child = named('name') ?? named('email');
  const value = plainValue((child ?? part).inner.slice(0, LONGEST_NAME)); // the patterns below go back and forth
  // editor@example.org (A. Writer) · A. Writer <editor@example.org> · A. Writer (editor@example.org)
  const inBrackets = /^\S+@\S+\s*\((.+)\)$/.exec(value)?.[1] ?? /^(.+?)\s*[(<]\S+@[^\s<>()]+[)>]$/.exec(value)?.[1];
  return (inBrackets ?? value).trim();
}

function counted(entries: number): string {
  return entries === 1 ? 'One entry' : `${entries} entries`;
}
