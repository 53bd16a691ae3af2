import type { Filter } from '#lib/comparison/frame-rows';
import { inLanguage } from '#lib/comparison/languages';
import { isUnread, type Texts } from '#lib/comparison/texts';
import { type Line, mostFrequent, type Places, placesOf, stems } from '#lib/comparison/word-lines';
import { ENOUGH_WORDS, type Keyness, type KeyWord, keyWords } from '#lib/framing/keyness';
import { ENOUGH_ARTICLES } from '#lib/framing/statistics';
import type { Article } from '#lib/types';

export type ListedWord = KeyWord & { form: string; lines: Line[] };

export type OutletWords = {
  outletId: string;
  name: string;
  articles: number;
  /** Content words. */
  words: number;
  keyness: Keyness;
  listed: ListedWord[];
};

/** What each side of such a comparison must have. */
export const CONDITION = `${ENOUGH_ARTICLES} articles with ${ENOUGH_WORDS.toLocaleString('en')} content words`;

/**
 * Words each outlet uses more than all the others together, where articles allow it (`keyWords`). Complete texts in the
 * reference's language, copies once. Names of outlets and writers are no words.
 */
export function outletWords({ comparison, reference }: Texts, filter: Filter): OutletWords[] {
  const copies = new Set(comparison.copies?.map(({ articleId }) => articleId));
  const counted = comparison.articles
    .filter(
      (each) => inLanguage(each, reference.language ?? 'en') && !isUnread(each, comparison) && !copies.has(each.id),
    )
    .map((article) => ({ article, places: placesOf(article, filter) }));
  const ignored = new Set(counted.flatMap(({ article }) => stems(`${article.outletName} ${article.byline ?? ''}`)));
  const seed = counted.map(({ article }) => article.textHash).join(' ');
  const outlets = new Map(counted.map(({ article }) => [article.outletId, article.outletName]));
  return [...outlets].map(([outletId, name]) => {
    const here = counted.filter(({ article }) => article.outletId === outletId);
    const there = counted.filter(({ article }) => article.outletId !== outletId);
    const keyness = keyWords(here.map(wordList), there.map(wordList), `${seed} ${outletId}`, ignored);
    return {
      outletId,
      name,
      articles: here.length,
      words: here.reduce((sum, each) => sum + wordList(each).words.length, 0),
      keyness,
      listed: keyness.told ? keyness.words.map((word) => ({ ...word, ...linesOf(word.word, here) })) : [],
    };
  });
}

/**
 * Fewest articles a word would have to stand in, all of one side and none of the other, to be listed among so many
 * candidates: its share of at least one half must hold at .05 after Bonferroni.
 */
export function fewestArticles(candidates: number): number {
  return Math.ceil(Math.log2((2 * Math.max(1, candidates)) / 0.05));
}

type Counted = { article: Article; places: Map<string, Places> };

function wordList({ article, places }: Counted) {
  return { id: article.id, words: [...places].flatMap(([stem, { lines }]) => lines.map(() => stem)) };
}

function linesOf(stem: string, here: readonly Counted[]): { form: string; lines: Line[] } {
  const places = here.flatMap((each) => each.places.get(stem) ?? []);
  return {
    form: mostFrequent(places.flatMap(({ forms }) => forms)),
    lines: places.flatMap(({ lines }) => lines),
  };
}
