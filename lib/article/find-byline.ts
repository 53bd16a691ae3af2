import { joinNames, nameKey, readNames } from './byline';
import type { MetaReader } from './metadata';
import type { StructuredData } from './structured-data';

// Names of meta elements under which the author stands, the most telling first: Parse.ly, Sailthru, Cxense, HTML, Open Graph, Dublin Core.
const META = [
  'parsely-author',
  'sailthru.author',
  'cxenseparse:author',
  'author',
  'article:author',
  'og:article:author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'vr:author',
  'mediator_author',
  'bepress_citation_author',
  'citation_author',
  'smartbanner:author',
  'creator',
];
const PRINTED = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
  '[rel~="author"]',
  '[class*="byline" i] [class*="name" i]',
  '[class*="byline" i] a',
  '[class*="byline" i]',
  '.author a',
  '.author',
];
// Boxes about the author and lists of comments bear these names too: asked only when nothing else is stated.
const VAGUE = [
  '[class*="author-name" i]',
  '[class*="author_name" i]',
  '[class*="authorname" i]',
  '[class*="autor" i]',
  '[class*="author" i]',
];

export type Known = { siteNames: (string | undefined)[]; url?: string | undefined };

/**
 * Who wrote it: names only, joined by a comma. An agency or an editorial office counts as a name; the site's own name only when
 * nothing else is stated anywhere.
 */
export function findByline(
  document: Document,
  meta: MetaReader,
  data: StructuredData,
  known: Known,
): string | undefined {
  const isSite = siteTest(known);
  const keywords = new Set((meta('keywords', 'news_keywords') ?? '').split(',').map(nameKey));
  const stated = [data.authors.flatMap(readNames), ...META.map((name) => readNames(meta(name) ?? ''))].map((names) =>
    names.length >= 3 && names.every((name) => keywords.has(nameKey(name))) ? [] : names,
  );
  const best = stated.find((names) => names.length > 0 && !names.every(isSite));
  if (best) return joinNames(best);
  const printed = (selectors: string[]) =>
    selectors
      .map((selector) => printedNames(document, selector).filter((name) => !isSite(name)))
      .find((names) => names.length > 0);
  return joinNames(printed(PRINTED) ?? stated.find((names) => names.length > 0) ?? printed(VAGUE) ?? []);
}

/** Only elements that share a grandparent with the first: further down the same markup names the authors of other articles. */
function printedNames(document: Document, selector: string): string[] {
  const elements = [...document.querySelectorAll(selector)].slice(0, 12);
  const around = elements[0]?.parentElement?.parentElement;
  return elements
    .filter((element) => around?.contains(element))
    .flatMap((element) => {
      const text = element.getAttribute('content') ?? element.textContent ?? '';
      return text.length > 120 ? [] : readNames(text).filter((name) => name.includes(' '));
    });
}

function siteTest({ siteNames, url }: Known): (name: string) => boolean {
  const squeeze = (text: string) => nameKey(text).replaceAll(' ', '');
  const own = siteNames.map((name) => squeeze(name ?? ''));
  try {
    own.push(
      ...new URL(url ?? '').hostname
        .replace(/^www\./, '')
        .split('.')
        .slice(0, -1),
    );
  } catch {
    // without an address the names the page gives itself must do
  }
  const known = own.filter((name) => name.length >= 2);
  return (name) => {
    const key = squeeze(name);
    return known.some(
      (site) => key === site || (site.length >= 5 && key.includes(site)) || (key.length >= 5 && site.includes(key)),
    );
  };
}
