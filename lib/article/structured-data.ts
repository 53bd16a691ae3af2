import { decodeEntities } from '#lib/html';
import { tidy } from '#lib/text/normalize';
import type { PageElements } from './page-elements';

/** What a page says about its article in JSON-LD (schema.org), in the page's own words. */
export type StructuredData = {
  headline?: string;
  alternativeHeadline?: string;
  description?: string;
  authors: string[];
  published?: string;
  updated?: string;
  language?: string;
  /** Plain text; often without paragraph breaks, so never the first choice. */
  body?: string;
  isFree?: boolean;
  /** CSS selectors of the parts that are not free to read. */
  closedParts: string[];
  /** Words of the whole article, by the page's own count. */
  wordCount?: number;
  publisher?: string;
  /** Types of all items of the page, the article's included. */
  kinds: string[];
};

type Item = { [key: string]: unknown };

const ARTICLE = /(?:Article|Posting|Report|Review)$/;
const MAX_ITEMS = 2_000;

/** The article among the page's JSON-LD items: the one whose headline is nearest to the page's title, else the first. */
export function readStructuredData(elements: PageElements, title: string): StructuredData {
  const items = allItems(elements);
  const byId = new Map(
    items.flatMap((item) => (typeof item['@id'] === 'string' ? [[item['@id'], item] as const] : [])),
  );
  const articles = items.filter((item) => typesOf(item).some((type) => ARTICLE.test(type)) && !isBare(item));
  const article = articles.find((item) => sameStart(text(item.headline ?? item.name), title)) ?? articles[0];
  const kinds = [...new Set(items.flatMap(typesOf))];
  if (!article) return { authors: [], closedParts: [], kinds };

  const names = listOf(article.author).length > 0 ? listOf(article.author) : listOf(article.creator);
  const authors = names.flatMap((author) => authorNames(author, byId));
  const free = article.isAccessibleForFree;
  const publisher = listOf(article.publisher)[0];
  const found = {
    headline: text(article.headline) ?? text(article.name),
    alternativeHeadline: text(article.alternativeHeadline),
    description: text(article.description),
    published: text(article.datePublished) ?? text(article.dateCreated),
    updated: text(article.dateModified),
    language: isItem(article.inLanguage)
      ? text(article.inLanguage.alternateName ?? article.inLanguage.name)
      : text(article.inLanguage),
    body: typeof article.articleBody === 'string' ? article.articleBody : undefined,
    isFree: free === undefined ? undefined : !isFalse(free),
    wordCount: Number(article.wordCount) > 0 ? Number(article.wordCount) : undefined,
    publisher: isItem(publisher) ? text(resolve(publisher, byId).name) : text(publisher),
  };
  return { ...withoutUndefined(found), authors: [...new Set(authors)], closedParts: closedParts(article), kinds };
}

function closedParts(article: Item): string[] {
  const parts = listOf(article.hasPart).filter(isItem);
  return parts.flatMap((part) =>
    isFalse(part.isAccessibleForFree)
      ? listOf(part.cssSelector).filter((selector): selector is string => typeof selector === 'string')
      : [],
  );
}

// `false`, "False" and "http://schema.org/False" are all in use.
function isFalse(value: unknown): boolean {
  return value === false || (typeof value === 'string' && /false$/i.test(value));
}

function allItems({ tagged }: PageElements): Item[] {
  const items: Item[] = [];
  for (const script of tagged('script')) {
    if (script.getAttribute('type')?.includes('ld+json')) collect(parseLoosely(script.textContent ?? ''), items, 0);
  }
  return items;
}

function collect(value: unknown, items: Item[], depth: number): void {
  if (depth > 6 || items.length >= MAX_ITEMS) return;
  if (Array.isArray(value)) {
    for (const each of value) collect(each, items, depth + 1);
    return;
  }
  if (!isItem(value)) return;
  if (value['@type'] !== undefined || value['@id'] !== undefined) items.push(value);
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'author', 'publisher', 'liveBlogUpdate', 'hasPart']) {
    if (key !== 'liveBlogUpdate' && value[key] !== undefined) collect(value[key], items, depth + 1);
  }
}

// Publishers write line feeds into strings, wrap the script in comments or leave a comma or semicolon at the end.
function parseLoosely(source: string): unknown {
  const bare = source
    .replace(/^\s*(?:\/\/)?\s*<!\[CDATA\[|(?:\/\/)?\s*\]\]>\s*$/g, '')
    .replace(/^\s*<!--|-->\s*$/g, '')
    .trim()
    .replace(/;$/, '');
  for (const attempt of [bare, bare.replace(/\p{Cc}+/gu, ' ').replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // the second, repaired form is tried next; a page without usable data is no error
    }
  }
  return undefined;
}

function authorNames(author: unknown, byId: Map<string, Item>): string[] {
  if (typeof author === 'string') return [author].flatMap((name) => text(name) ?? []);
  if (Array.isArray(author)) return author.flatMap((each) => authorNames(each, byId));
  if (!isItem(author)) return [];
  const known = resolve(author, byId);
  const names = listOf(known.name).flatMap((name) => text(name) ?? []);
  if (names.length > 0) return names;
  const parts = [text(known.givenName), text(known.familyName)].filter((part) => part !== undefined);
  return parts.length === 0 ? [] : [parts.join(' ')];
}

function resolve(item: Item, byId: Map<string, Item>): Item {
  if (item.name !== undefined || typeof item['@id'] !== 'string') return item;
  return byId.get(item['@id']) ?? item;
}

// A page node names an article by its id alone; that is a pointer, not a description.
function isBare(item: Item): boolean {
  return item.headline === undefined && item.name === undefined && item.datePublished === undefined;
}

function sameStart(a: string | undefined, b: string): boolean {
  if (!a) return false;
  const key = (value: string) =>
    value
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '')
      .slice(0, 30);
  return key(a) !== '' && key(a) === key(b);
}

function typesOf(item: Item): string[] {
  return listOf(item['@type']).filter((type): type is string => typeof type === 'string');
}

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first !== 'string') return undefined;
  const clean = tidy(decodeEntities(first));
  return clean === '' ? undefined : clean;
}

function withoutUndefined<T extends Record<string, unknown>>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
