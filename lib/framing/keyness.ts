import type { Reason } from '#lib/types';
import { seededDraws } from './bootstrap';
import { conservativeLogRatio, logOdds } from './log-odds';
import { ENOUGH_ARTICLES } from './statistics';

/** An article as its content words, each as often as it stands there, in the form they are compared in (stems, say). */
export type WordList = { id: string; words: readonly string[] };

export type KeyWord = {
  word: string;
  /** Times and articles on the side asked about, and on the other. */
  here: { count: number; articles: number };
  there: { count: number; articles: number };
  /** Log-odds in standard errors: the order of the list. */
  z: number;
  /** Base-2 logarithm of the least ratio of articles holding the word: above 0, or the word is not in the list. */
  ratio: number;
};

export type Keyness =
  | { told: true; words: KeyWord[]; candidates: number; shuffled: number }
  | { told: false; reason: Reason };

export const ENOUGH_WORDS = 5000;
const LEAST_COUNT = 5;
const LEAST_ARTICLES = 3;
/** Weight of the prior in words: about one article's, so that a word of a single article is pulled most of the way to 0. */
const PRIOR = 500;
const SHUFFLES = 20;

/**
 * Words one side's articles use more than the other's. Only with five articles and 5,000 words on each side: with less, more
 * than half of such a list is chance. A word needs five mentions in three articles, and more *articles* must hold it than
 * chance explains (a word repeated in one article is that article's, not the outlet's), after Bonferroni over all candidates.
 *
 * `shuffled` is how long the list would be, on average, with the same articles dealt out by lot: what to print beside it.
 *
 * @param ignored words that name the outlet, its writers or the place it writes from.
 * @param seed any text that belongs to the comparison; the same seed deals the same lots.
 */
export function keyWords(
  here: readonly WordList[],
  there: readonly WordList[],
  seed: string,
  ignored: ReadonlySet<string> = new Set(),
): Keyness {
  const reason = tooFew(here, 'here') ?? tooFew(there, 'there');
  if (reason) return { told: false, reason };
  const tallies = [...here, ...there].map(({ words }) => tally(words, ignored));
  const { words, candidates } = listOf(tallies.slice(0, here.length), tallies.slice(here.length));
  const draw = seededDraws(seed);
  let length = 0;
  for (let lot = 0; lot < SHUFFLES; lot++) {
    const dealt = shuffle(tallies, draw);
    length += listOf(dealt.slice(0, here.length), dealt.slice(here.length)).words.length;
  }
  return { told: true, words, candidates, shuffled: length / SHUFFLES };
}

function tooFew(side: readonly WordList[], name: string): Reason | undefined {
  const words = side.reduce((sum, article) => sum + article.words.length, 0);
  if (side.length >= ENOUGH_ARTICLES && words >= ENOUGH_WORDS) return undefined;
  const message = `Too few to tell: ${side.length} articles with ${words.toLocaleString('en')} words ${name}; at least ${ENOUGH_ARTICLES} with ${ENOUGH_WORDS.toLocaleString('en')} are needed on each side.`;
  return { code: 'too-few', message };
}

type Tally = ReadonlyMap<string, number>;

function tally(words: readonly string[], ignored: ReadonlySet<string>): Tally {
  const counts = new Map<string, number>();
  for (const word of words) if (!ignored.has(word)) counts.set(word, 1 + (counts.get(word) ?? 0));
  return counts;
}

type Side = { words: number; of: Map<string, { count: number; articles: number }> };

function sideOf(articles: readonly Tally[]): Side {
  const side: Side = { words: 0, of: new Map() };
  for (const counts of articles) {
    for (const [word, count] of counts) {
      side.words += count;
      const known = side.of.get(word);
      side.of.set(word, { count: count + (known?.count ?? 0), articles: 1 + (known?.articles ?? 0) });
    }
  }
  return side;
}

const NONE = { count: 0, articles: 0 };

function listOf(here: readonly Tally[], there: readonly Tally[]): { words: KeyWord[]; candidates: number } {
  const [a, b] = [sideOf(here), sideOf(there)];
  const candidates = [...a.of].filter(
    ([word, { count, articles }]) => articles >= LEAST_ARTICLES && count + (b.of.get(word)?.count ?? 0) >= LEAST_COUNT,
  );
  const words = candidates.flatMap(([word, ours]): KeyWord[] => {
    const theirs = b.of.get(word) ?? NONE;
    const ratio = conservativeLogRatio(
      { k: ours.articles, n: here.length },
      { k: theirs.articles, n: there.length },
      candidates.length,
    );
    const background = (PRIOR * (ours.count + theirs.count)) / (a.words + b.words);
    const { z } = logOdds(
      { y: ours.count, n: a.words },
      { y: theirs.count, n: b.words },
      { word: background, all: PRIOR },
    );
    return ratio > 0 && z > 0 ? [{ word, here: ours, there: theirs, z, ratio }] : [];
  });
  return {
    words: words.sort((one, two) => two.z - one.z || (one.word < two.word ? -1 : 1)),
    candidates: candidates.length,
  };
}

/** Fisher and Yates. */
function shuffle<T>(items: readonly T[], draw: () => number): T[] {
  const dealt = [...items];
  for (let last = dealt.length - 1; last > 0; last--) {
    const other = Math.floor(draw() * (last + 1));
    [dealt[last], dealt[other]] = [dealt[other] as T, dealt[last] as T];
  }
  return dealt;
}
