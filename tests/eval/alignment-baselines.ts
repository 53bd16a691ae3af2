import { diffArrays } from 'diff';
import type { Cell } from '#lib/alignment/decode';
import { shingles } from '#lib/text/ngrams';
import { stem } from '#lib/text/stem';
import { isContentWord } from '#lib/text/stop-words';
import { words } from '#lib/text/tokenize';
import type { Scored } from './alignment-metrics';
import type { Measured } from './fit-alignment';

export const BASELINES: Record<string, (each: Measured) => Scored> = {
  'char-4': (each) => withScores(each, (_, at) => each.first.grams[at] ?? 0),
  'tf-idf': (each) => withScores(each, tfIdf(each)),
  jaccard: (each) => withScores(each, jaccard(each)),
  diffWords: (each) => withScores(each, wordDiff(each)),
  recommended: (each) => withScores(each, recommended(each)),
};

function withScores(each: Measured, score: (cell: Cell, at: number) => number): Scored {
  return { pair: each.pair, cells: each.cells.map((cell, at) => ({ ...cell, confidence: score(cell, at) })) };
}

type Bag = ReadonlyMap<string, number>;

/** Content stems of every paragraph that takes part, counted, and their rarity in the two articles. */
function bags({ pair, cells }: Measured) {
  const bag = (text: string): Bag => {
    const counts = new Map<string, number>();
    for (const key of words(text).filter(isContentWord).map(stem)) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  };
  const of = (texts: readonly string[], indices: Iterable<number>) =>
    new Map([...new Set(indices)].map((index) => [index, bag(texts[index] ?? '')]));
  const reference = of(
    pair.reference,
    cells.map((cell) => cell.reference),
  );
  const other = of(
    pair.other,
    cells.map((cell) => cell.other),
  );
  const df = new Map<string, number>();
  const all = [...reference.values(), ...other.values()];
  for (const each of all) for (const term of each.keys()) df.set(term, (df.get(term) ?? 0) + 1);
  const rarity = (term: string) => Math.max(1e-6, Math.log((all.length + 1) / ((df.get(term) ?? 0) + 0.5)));
  return { left: (cell: Cell) => reference.get(cell.reference), right: (cell: Cell) => other.get(cell.other), rarity };
}

const NO_WORDS: Bag = new Map();

function tfIdf(each: Measured): (cell: Cell) => number {
  const { left, right, rarity } = bags(each);
  const weight = (bag: Bag, term: string) => (bag.has(term) ? (1 + Math.log(bag.get(term) ?? 1)) * rarity(term) : 0);
  const length = (bag: Bag) => Math.sqrt([...bag.keys()].reduce((sum, term) => sum + weight(bag, term) ** 2, 0)) || 1;
  return (cell) => {
    const [a, b] = [left(cell) ?? NO_WORDS, right(cell) ?? NO_WORDS];
    return [...a.keys()].reduce((sum, term) => sum + weight(a, term) * weight(b, term), 0) / (length(a) * length(b));
  };
}

function jaccard({ pair }: Measured): (cell: Cell) => number {
  const sets = (texts: readonly string[]) => texts.map((text) => new Set(words(text)));
  const [reference, other] = [sets(pair.reference), sets(pair.other)];
  return (cell) => {
    const [a, b] = [reference[cell.reference] ?? new Set(), other[cell.other] ?? new Set()];
    const both = [...a].filter((word) => b.has(word)).length;
    return both / Math.max(1, a.size + b.size - both);
  };
}

/** Twice the words a word diff keeps, over the words of both. */
function wordDiff({ pair }: Measured): (cell: Cell) => number {
  const [reference, other] = [pair.reference.map(words), pair.other.map(words)];
  return (cell) => {
    const [a, b] = [reference[cell.reference] ?? [], other[cell.other] ?? []];
    const kept = diffArrays(a, b)
      .filter((change) => !change.added && !change.removed)
      .reduce((sum, change) => sum + change.value.length, 0);
    return (2 * kept) / Math.max(1, a.length + b.length);
  };
}

/** The seven-feature regression that stood here before, with its own weights: what a new one must beat. */
function recommended(each: Measured): (cell: Cell, at: number) => number {
  const { pair, first } = each;
  const { left, right, rarity } = bags(each);
  const runs = (texts: readonly string[]) => texts.map((text) => new Set(shingles(words(text), 3)));
  const [reference, other] = [runs(pair.reference), runs(pair.other)];
  const mass = (terms: Iterable<string>) => [...terms].reduce((sum, term) => sum + rarity(term), 0);
  return (cell, at) => {
    const [a, b] = [left(cell) ?? NO_WORDS, right(cell) ?? NO_WORDS];
    const shared = mass([...a.keys()].filter((term) => b.has(term)));
    const containment = shared / Math.max(1e-9, Math.min(mass(a.keys()), mass(b.keys())));
    const run = [...(reference[cell.reference] ?? [])].filter((each) => other[cell.other]?.has(each)).length;
    const z =
      -5.3 -
      2.05 * containment +
      12.96 * (first.overlap[at] ?? 0) +
      10.42 * (first.grams[at] ?? 0) +
      5.63 * (first.sentence[at] ?? 0) +
      0.28 * Math.min(1, Math.log1p(run) / 4) +
      0.85 * (first.order[at] ?? 0) +
      1.53 * (first.lead[at] ?? 0);
    return 1 / (1 + Math.exp(-z));
  };
}
