import type { Article } from '../types';
import type { Filter } from './frame-rows';
import { EVERYWHERE, type Line, mostFrequent, placesOf, stems } from './word-lines';

/** A word, in its most frequent form, with every place it has. */
export type OnlyWord = { word: string; paragraphs: number; lines: Line[] };

/** A word must stand in this many paragraphs: once is chance. */
const LEAST_PARAGRAPHS = 2;
const MOST_WORDS = 40;

/**
 * Content words of a text that none of the others has, in any of their forms, most widely spread first. An index to read
 * by, not a finding: with one text an outlet, most such words are chance, so nothing is tested and nothing ranked between outlets.
 *
 * @param filter which places in this text are looked at; the others are looked through whole.
 */
export function wordsOnlyIn(article: Article, others: readonly Article[], filter: Filter = EVERYWHERE): OnlyWord[] {
  const elsewhere = new Set(others.flatMap(allStems));
  // An outlet names itself and its writers; that tells nothing about the event.
  for (const own of stems(`${article.outletName} ${article.byline ?? ''}`)) elsewhere.add(own);
  return [...placesOf(article, filter)]
    .filter(([stem]) => !elsewhere.has(stem))
    .map(([, { forms, lines }]) => ({
      word: mostFrequent(forms),
      paragraphs: new Set(lines.map(({ paragraph }) => paragraph)).size,
      lines,
    }))
    .filter(({ paragraphs }) => paragraphs >= LEAST_PARAGRAPHS)
    .sort((a, b) => b.paragraphs - a.paragraphs || b.lines.length - a.lines.length || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_WORDS);
}

// Each text is looked through once for every other text of the page; twenty of them would be taken apart 380 times.
const known = new WeakMap<Article, string[]>();

function allStems(article: Article): string[] {
  const found = known.get(article) ?? [article.headline, ...article.paragraphs.map(({ text }) => text)].flatMap(stems);
  known.set(article, found);
  return found;
}
