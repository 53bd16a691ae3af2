import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Article, Comparison, Outlet, Pair, Place, Timestamp } from '#lib/types';
import { type Edit, edited, movedPassage, movedSpan } from './edited-text';
import { lettersOf } from './outlet-letters';
import { nameFinder } from './outlet-names';

export type Blinding = {
  comparison: Comparison;
  /** Old id of an article or outlet → the one it has here. */
  ids: Map<string, string>;
};

type Options = {
  key: string;
  /** Outlets that get letters though they are not compared now, so that choosing texts changes no letter. */
  outletIds?: readonly string[];
  /** Of a live story: its articles keep their ids, by which texts are chosen. They say nothing to who has not the store. */
  keepArticleIds?: boolean;
};

/**
 * The same comparison with letters for outlets: names, addresses, countries and bylines are gone, mentions of an outlet inside the texts are
 * its letter too, and every place (shared words, differences, hits) is moved along so that `text.slice(start, end)` is still the
 * evidence. What was counted stays as it was counted: a letter is as good a word as a name.
 *
 * Everything stands in the order of letters. Blocks left out of the texts are dropped with what they may say of the outlet,
 * hashes are made anew, the time of reading is cut to its day: each of them could be looked up.
 */
export function blindComparison(
  comparison: Comparison,
  { key, outletIds = [], keepArticleIds = false }: Options,
): Blinding {
  const letters = lettersOf([...comparison.articles.map((article) => article.outletId), ...outletIds], key);
  const letterOf = new Map(letters.map(({ outletId, letter }) => [outletId, letter]));
  const ids = new Map(letters.map(({ outletId, letter }) => [outletId, `outlet-${letter.toLowerCase()}`]));
  for (const { outletId, letter } of letters) {
    const own = comparison.articles.filter((article) => article.outletId === outletId).sort(byTime);
    if (keepArticleIds) continue;
    for (const [at, { id }] of own.entries()) ids.set(id, `text-${letter.toLowerCase()}${at + 1}`);
  }
  const findNames = nameFinder(
    letters.map(({ outletId, letter }) => {
      const articles = comparison.articles.filter((article) => article.outletId === outletId);
      const outlets = comparison.outlets.filter((outlet) => outlet.id === outletId);
      return {
        letter: `Outlet ${letter}`,
        names: [...articles.map((article) => article.outletName), ...outlets.map((outlet) => outlet.name)],
        addresses: [...articles.map((article) => article.url), ...outlets.map((outlet) => outlet.homepage)].filter(
          (address) => address !== undefined,
        ),
        bylines: articles.flatMap((article) => article.byline ?? []),
      };
    }),
  );
  const hide = (text: string) => edited(text, findNames(text));
  const idOf = (id: string) => ids.get(id) ?? id;
  const texts = new Map(comparison.articles.map((article) => [article.id, editsOf(article, findNames)]));
  const order = new Map(
    comparison.articles
      .map((article) => ({
        id: article.id,
        place: `${letterOf.get(article.outletId)?.padStart(3)} ${article.published ?? ''} ${idOf(article.id)}`,
      }))
      .sort((a, b) => (a.place < b.place ? -1 : 1))
      .map(({ id }, at) => [id, at]),
  );
  const inOrder = <T>(rows: readonly T[], articleOf: (row: T) => string | undefined): T[] =>
    [...rows].sort((a, b) => (order.get(articleOf(a) ?? '') ?? -1) - (order.get(articleOf(b) ?? '') ?? -1));
  const nameOf = (outletId: string) => `Outlet ${letterOf.get(outletId)}`;

  return {
    ids,
    comparison: {
      ...deeply({ ...comparison, articles: [], outlets: [], pairs: [], framing: [] }, hide),
      settings: { ...comparison.settings, reference: idOf(comparison.settings.reference) },
      articles: inOrder(comparison.articles, ({ id }) => id).map((article) =>
        blindArticle(
          article,
          { id: idOf(article.id), outletId: idOf(article.outletId), name: nameOf(article.outletId) },
          hide,
        ),
      ),
      outlets: comparison.outlets
        .map((outlet): Outlet => ({ id: idOf(outlet.id), name: nameOf(outlet.id), sample: outlet.sample }))
        .sort((a, b) => (a.id.padStart(12) < b.id.padStart(12) ? -1 : 1)),
      pairs: inOrder(comparison.pairs, ({ other }) => other).map((pair) =>
        blindPair(pair, idOf(pair.other), at(texts, comparison.settings.reference), at(texts, pair.other), hide),
      ),
      framing: comparison.framing.map(({ codebook, articles }) => ({
        codebook,
        articles: inOrder(articles, ({ articleId }) => articleId).map((count) => ({
          ...count,
          articleId: idOf(count.articleId),
          hits: count.hits.map((hit) => {
            const { edits, text } = at(texts, count.articleId)(hit.paragraph);
            const span = movedSpan(hit, edits);
            const sentence = movedSpan({ start: hit.sentenceStart, end: hit.sentenceEnd }, edits);
            return {
              ...deeply(hit, hide),
              ...span,
              text: text.slice(span.start, span.end),
              sentenceStart: sentence.start,
              sentenceEnd: sentence.end,
            };
          }),
        })),
      })),
      notes: inOrder(comparison.notes, ({ articleId }) => articleId).map(({ articleId, reason }) => ({
        ...(articleId === undefined ? {} : { articleId: idOf(articleId) }),
        reason: deeply(reason, hide),
      })),
      ...(comparison.linkCorrections === undefined
        ? {}
        : {
            linkCorrections: inOrder(comparison.linkCorrections, ({ articleId }) => articleId).map((correction) => ({
              ...correction,
              articleId: idOf(correction.articleId),
            })),
          }),
      ...(comparison.verdicts === undefined
        ? {}
        : {
            verdicts: inOrder(comparison.verdicts, ({ articleId }) => articleId).map((verdict) => ({
              ...deeply(verdict, hide),
              articleId: idOf(verdict.articleId),
              ...movedSpan(verdict, at(texts, verdict.articleId)(verdict.paragraph).edits),
            })),
          }),
      ...(comparison.copies === undefined
        ? {}
        : {
            copies: inOrder(comparison.copies, ({ articleId }) => articleId).map(({ articleId, of }) => ({
              articleId: idOf(articleId),
              of: idOf(of),
            })),
          }),
    },
  };
}

/** A paragraph (−1: the headline) as it was edited, and its new text. */
type TextEdits = (paragraph: number) => { edits: readonly Edit[]; text: string };

function editsOf({ headline, paragraphs }: Article, findNames: (text: string) => Edit[]): TextEdits {
  const all = [headline, ...paragraphs.map(({ text }) => text)].map((text) => {
    const edits = findNames(text);
    return { edits, text: edited(text, edits) };
  });
  return (paragraph) => all[paragraph + 1] ?? { edits: [], text: '' };
}

function at(texts: Map<string, TextEdits>, articleId: string): TextEdits {
  return texts.get(articleId) ?? (() => ({ edits: [], text: '' }));
}

function blindArticle(
  { id: _, outletId: __, outletName: ___, url: ____, byline: _____, published, updated, ...article }: Article,
  { id, outletId, name }: { id: string; outletId: string; name: string },
  hide: (text: string) => string,
): Article {
  let start = 0;
  const paragraphs = article.paragraphs.map((paragraph) => {
    const text = hide(paragraph.text);
    const placed = { ...paragraph, text, start };
    start += text.length + 1;
    return placed;
  });
  const headline = hide(article.headline);
  return {
    ...article,
    id,
    outletId,
    outletName: name,
    headline,
    ...(article.standfirst === undefined ? {} : { standfirst: hide(article.standfirst) }),
    ...times({ published, updated }),
    fetchedAt: `${article.fetchedAt.slice(0, 10)}T00:00:00.000Z`,
    paragraphs,
    quality: deeply(article.quality, hide),
    dropped: [],
    textHash: bytesToHex(sha256(utf8ToBytes([headline, ...paragraphs.map(({ text }) => text)].join('\n')))),
  };
}

// In UTC: the zone an outlet writes its times in says where it sits.
function times(given: { published: Timestamp | undefined; updated: Timestamp | undefined }) {
  const utc = (key: 'published' | 'updated') => {
    const instant = Date.parse(given[key] ?? '');
    return Number.isNaN(instant) ? {} : { [key]: new Date(instant).toISOString() };
  };
  return { ...utc('published'), ...utc('updated') };
}

function blindPair(pair: Pair, other: string, left: TextEdits, right: TextEdits, hide: (text: string) => string): Pair {
  const passage = (each: Pair['wording']['headline']) =>
    movedPassage(each, left(each.reference).edits, right(each.other).edits);
  const place = (each: Place, side: TextEdits): Place => {
    const { edits, text } = side(each.paragraph);
    const span = movedSpan(each, edits);
    return { paragraph: each.paragraph, ...span, text: text.slice(span.start, span.end) };
  };
  return {
    other,
    alignment: pair.alignment,
    wording: {
      passages: pair.wording.passages.map(passage),
      headline: passage(pair.wording.headline),
      differences: pair.wording.differences.map((difference) => ({
        ...deeply(difference, hide),
        reference: place(difference.reference, left),
        other: place(difference.other, right),
      })),
    },
  };
}

/** Every text inside a value, whatever its shape. */
function deeply<T>(value: T, hide: (text: string) => string): T {
  if (typeof value === 'string') return hide(value) as T;
  if (Array.isArray(value)) return value.map((each) => deeply(each, hide)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, deeply(each, hide)])) as T;
}

function byTime(a: Article, b: Article): number {
  return (Date.parse(a.published ?? '') || 0) - (Date.parse(b.published ?? '') || 0) || (a.id < b.id ? -1 : 1);
}
