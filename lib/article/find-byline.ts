import { tidy } from '#lib/text/normalize';
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
  '[data-testid*="byline" i] a, [data-component*="byline" i] a, [id*="byline" i] a',
  '[data-testid*="byline" i], [data-component*="byline" i], [id*="byline" i]',
  '.author a',
  '.author',
  // A link to the author's own page: the folder is called the same on most sites of a language.
  [
    'author',
    'authors',
    'autor',
    'autoren',
    'autores',
    'auteur',
    'auteurs',
    'autore',
    'redaktion',
    'journaliste',
    'reporter',
  ]
    .concat(['journalist', 'staff', 'profile', 'profiles', 'people', 'by', 'newsteam', 'contributor', 'firmas'])
    .map((folder) => `a[href*="/${folder}/"]`)
    .join(', '),
];
// Boxes about the author and lists of comments bear these names too: asked only when nothing else is stated.
const VAGUE = [
  '[class*="author-name" i]',
  '[class*="author_name" i]',
  '[class*="authorname" i]',
  '[class*="autor" i]',
  '[class*="auteur" i]',
  '[class*="author" i]',
];
// More names than this are the list of everybody who writes for the site.
const MOST_NAMES = 4;
const COMMENTS =
  '.comment, .comments, .comment-body, .comment-author, .comment-list, .commentlist, .comments-area, #comments, [id^="comment-"], [itemprop~="comment"]';
// Says of itself that names follow, so that a first name alone may be one.
const SAYS_SO =
  /^(?:by|von|por|par|di|door|av|af|author|autor(?:in)?|erstellt von|written by|posted by|escrito por)\b\s*:?\s*\S/iu;

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
  return joinNames(
    said(document, isSite) ?? printed(PRINTED) ?? stated.find((names) => names.length > 0) ?? printed(VAGUE) ?? [],
  );
}

/** A line that says of itself that names follow goes before those that do not: a list of topics can bear the class "byline" as well. */
function said(document: Document, isSite: (name: string) => boolean): string[] | undefined {
  return [...document.querySelectorAll('[class*="byline" i], [class*="author" i]')]
    .slice(0, 12)
    .filter((element) => !element.closest(COMMENTS))
    .map((element) => tidy(element.textContent ?? ''))
    .filter((text) => text.length <= 120 && SAYS_SO.test(text))
    .map((text) => readNames(text).filter((name) => !isSite(name)))
    .find((names) => names.length > 0);
}

/** Only elements that share a grandparent with the first: further down the same markup names the authors of other articles. */
function printedNames(document: Document, selector: string): string[] {
  const elements = [...document.querySelectorAll(selector)]
    .filter((element) => !element.closest(COMMENTS))
    .slice(0, 12);
  const around = elements[0]?.parentElement?.parentElement;
  const lines = elements
    .filter((element) => around?.contains(element))
    .map((element) => tidy(element.getAttribute('content') ?? element.textContent ?? ''))
    .filter((text) => text.length <= 120);
  const isExplicit = selector.startsWith('[itemprop');
  const names = lines.flatMap((line) => readNames(line).filter((name) => isExplicit || name.includes(' ')));
  return names.length > MOST_NAMES ? [] : names;
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
