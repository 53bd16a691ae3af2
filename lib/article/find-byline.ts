import { tidy } from '#lib/text/normalize';
import { joinNames, nameKey, readNames } from './byline';
import type { MetaReader } from './metadata';
import { hasWord, type PageElement, type PageElements } from './page-elements';
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
type Test = (each: PageElement) => boolean;
const isByline: Test = ({ classes }) => classes.includes('byline');
const isBylinePart: Test = ({ part, id }) => part.includes('byline') || id.includes('byline');
const isAuthor: Test = ({ classes }) => hasWord(classes, 'author');
const isLink: Test = ({ tag }) => tag === 'a';
// A link to the author's own page: the folder is called the same on most sites of a language.
const AUTHOR_FOLDER =
  /\/(?:authors?|autor|autoren|autores|auteurs?|autore|redaktion|journaliste?|reporter|staff|profiles?|people|by|newsteam|contributor|firmas)\//;

/** Where names are printed, the most telling first; with `inside`, only below an element of that kind. */
type Place = { is: Test; inside?: Test; isExplicit?: true };
const BYLINE_LINK: Place = { is: isLink, inside: isByline };
const PRINTED: readonly Place[] = [
  { is: named('name'), inside: named('author'), isExplicit: true },
  { is: named('author'), isExplicit: true },
  { is: ({ rel }) => hasWord(rel, 'author') },
  { is: ({ classes }) => classes.includes('name'), inside: isByline },
  BYLINE_LINK,
  { is: isByline },
  { is: isLink, inside: isBylinePart },
  { is: isBylinePart },
  { is: isLink, inside: isAuthor },
  { is: isAuthor },
  { is: (each) => isLink(each) && AUTHOR_FOLDER.test(each.href) },
];
// Boxes about the author and lists of comments bear these names too: asked only when nothing else is stated.
const VAGUE: readonly Place[] = [
  ...['author-name', 'author_name', 'authorname', 'autor', 'auteur', 'author'].map((name): Place => {
    return { is: ({ classes }) => classes.includes(name) };
  }),
  // An agency's credit beside the headline; elsewhere the same class names photographers.
  { is: ({ classes }) => classes === 'credit', inside: ({ tag }) => tag === 'header', isExplicit: true },
];

function named(property: string): Test {
  return ({ itemprop }) => hasWord(itemprop, property);
}

// More names than this are the list of everybody who writes for the site.
const MOST_NAMES = 4;
const COMMENT_CLASS =
  /(?:^|\s)(?:comments?|comment-(?:body|author|list|author-link)|commentlist|comments-area|recentcomments)(?:\s|$)/;
const isComment: Test = ({ classes, id, itemprop }) =>
  COMMENT_CLASS.test(classes) || id === 'comments' || id.startsWith('comment-') || hasWord(itemprop, 'comment');
// Says of itself that names follow, so that a first name alone may be one.
const SAYS_SO =
  /^(?:by|von|por|par|di|door|av|af|author|autor(?:in)?|erstellt von|written by|posted by|escrito por)\b\s*:?\s*\S/iu;

export type Known = { siteNames: (string | undefined)[]; url?: string | undefined };

/**
 * Who wrote it: names only, joined by a comma. An agency or an editorial office counts as a name; the site's own name only when
 * nothing else is stated anywhere.
 */
export function findByline(
  elements: PageElements,
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
  const page = notComments(elements);
  const printed = (places: readonly Place[]) =>
    places.map((place) => printedNames(page, place).filter((name) => !isSite(name))).find((names) => names.length > 0);
  return joinNames(
    said(page, isSite) ??
      printed(PRINTED) ??
      stated.find((names) => names.length > 0) ??
      printed(VAGUE) ??
      // "Mara Lind" of "Mara Lind's notes": a site that bears its writer's name.
      printedNames(page, BYLINE_LINK),
  );
}

type Page = { all: PageElement[]; around: Map<Element, PageElement> };

function notComments({ all }: PageElements): Page {
  const around = new Map(all.map((each) => [each.element, each]));
  const inComment = new Set<Element>();
  for (const each of all) {
    const parent = each.element.parentElement;
    if (isComment(each) || (parent !== null && inComment.has(parent))) inComment.add(each.element);
  }
  return { all: all.filter(({ element }) => !inComment.has(element)), around };
}

function isBelow({ around }: Page, { element }: PageElement, is: Test): boolean {
  for (let at = element.parentElement; at; at = at.parentElement) {
    const known = around.get(at);
    if (known && is(known)) return true;
  }
  return false;
}

const NAMED_FOR_AUTHORS = /byline|author|auteur|autor|writer|signature|firma/;
const MOST_PLACES = 12;
const MOST_CHARACTERS = 120;

/** A line that says of itself that names follow goes before those that do not: a list of topics can bear the class "byline" as well. */
function said({ all }: Page, isSite: (name: string) => boolean): string[] | undefined {
  return all
    .filter(({ classes }) => NAMED_FOR_AUTHORS.test(classes))
    .slice(0, MOST_PLACES)
    .map(({ element }) => tidy(element.textContent ?? ''))
    .filter((text) => text.length <= MOST_CHARACTERS && SAYS_SO.test(text))
    .map((text) => readNames(text).filter((name) => !isSite(name)))
    .find((names) => names.length > 0);
}

/** Only elements that share a grandparent with the first: further down the same markup names the authors of other articles. */
function printedNames(page: Page, { is, inside, isExplicit }: Place): string[] {
  const elements = page.all
    .filter((each) => is(each) && (inside === undefined || isBelow(page, each, inside)))
    .slice(0, MOST_PLACES)
    .map(({ element }) => element);
  const around = elements[0]?.parentElement?.parentElement;
  const lines = elements
    .filter((element) => around?.contains(element))
    .map((element) => tidy(element.getAttribute('content') ?? element.textContent ?? ''))
    .filter((text) => text.length <= MOST_CHARACTERS);
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
