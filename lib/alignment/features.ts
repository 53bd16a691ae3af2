import { plainness } from './plain-words';
import type { Prepared } from './prepare';
import { bestSentences } from './sentence-pairs';
import { numberTerms, products, type Sparse, unitVector, type Vocabulary, weigh } from './vectors';
import { BM25, type FirstFeature } from './weights';

/** Counts of paragraphs on each side, the too short ones included. */
export type Size = { reference: number; other: number };

/** One table of numbers, m × n, row by row, for each feature. */
export type Columns<Name extends string> = Record<Name, Float64Array>;

/**
 * What the first pass knows about every pair of paragraphs. All of it is the same whichever text is the reference.
 *
 * - `overlap`: BM25 both ways, each as a share of the paragraph's score against itself
 * - `grams`, `sentence`: cosine of character 4-grams, of the paragraphs and of their best pair of sentences
 * - `mass`: how much is shared at all: log of the summed rarity of shared words. A ratio alone cannot tell two shared words of three from twenty of thirty
 * - `plain`: share of the lighter paragraph's words, with first names, offices and words like "said" counted for less
 * - `numbers`, `quotation`: log of shared figures, of word trigrams quoted in both
 * - `otherSpeaker`: the quoted share when the two give different people's words
 * - `standing`: `grams` as a share of the best of its row, plus the same of its column: a paragraph with a clear partner has few others
 * - `common`: mean `grams` of its row and column: a paragraph that resembles everything says little about one
 * - `neighbours`: best `grams` one up and one down the diagonal
 * - `order`, `depth`, `lead`: how alike the places in the texts are; how far down both stand (0 to 2); both in the first two
 */
export function firstColumns(
  reference: readonly Prepared[],
  other: readonly Prepared[],
  size: Size,
): Columns<FirstFeature> {
  const all = [...reference, ...other];
  const words = numberTerms(all.map((each) => each.words));
  const grams = numberTerms(all.map((each) => each.grams));
  const unit = (each: Prepared) => unitVector(each.grams, grams);
  const [left, right] = [reference.map(unit), other.map(unit)];
  const cosines = products(left, right, grams.df.length);
  const { best, mean } = margins(cosines, reference.length, other.length);
  const width = other.length;
  const each = (value: (a: Prepared, b: Prepared, row: number, column: number, cell: number) => number) => {
    const cells = new Float64Array(reference.length * width);
    for (const [row, a] of reference.entries()) {
      for (const [column, b] of other.entries()) {
        const cell = row * width + column;
        cells[cell] = value(a, b, row, column, cell);
      }
    }
    return cells;
  };
  const runs = sharedCount(all, reference, other, (paragraph) => paragraph.quotedRuns);
  const numbers = sharedCount(all, reference, other, (paragraph) => paragraph.numbers);
  return {
    ...wordColumns(reference, other, words),
    grams: cosines,
    sentence: bestSentences(reference, other, grams, cosines),
    numbers: numbers.map(Math.log1p),
    quotation: runs.map(Math.log1p),
    otherSpeaker: each((a, b) => (speaksForAnother(a, b) ? Math.max(a.quoted, b.quoted) : 0)),
    standing: each((_a, _b, row, column, cell) => {
      const cosine = cosines[cell] ?? 0;
      return cosine / (best.row[row] || 1) + cosine / (best.column[column] || 1);
    }),
    common: each((_a, _b, row, column) => (mean.row[row] ?? 0) + (mean.column[column] ?? 0)),
    neighbours: each((_a, _b, row, column) =>
      Math.max(
        row > 0 && column > 0 ? (cosines[(row - 1) * width + column - 1] ?? 0) : 0,
        row + 1 < reference.length && column + 1 < width ? (cosines[(row + 1) * width + column + 1] ?? 0) : 0,
      ),
    ),
    order: each((a, b) => 1 - Math.abs((a.index + 0.5) / size.reference - (b.index + 0.5) / size.other)),
    depth: each((a, b) => a.index / size.reference + b.index / size.other),
    lead: each((a, b) => (a.index < 2 && b.index < 2 ? 1 : 0)),
  };
}

function wordColumns(reference: readonly Prepared[], other: readonly Prepared[], words: Vocabulary<string>) {
  const all = [...reference, ...other];
  const { rarity, df } = words;
  const meanLength = all.reduce((sum, each) => sum + each.length, 0) / Math.max(1, all.length) || 1;
  const rare = (each: Prepared) => weigh(each.words, words, (id) => rarity[id] ?? 0);
  const one = (each: Prepared) => weigh(each.words, words, () => 1);
  const saturated = (each: Prepared) => {
    const norm = BM25.k1 * (1 - BM25.b + (BM25.b * each.length) / meanLength);
    return weigh(each.words, words, (id, tf) => ((rarity[id] ?? 0) * tf * (BM25.k1 + 1)) / (tf + norm));
  };
  const plain = plainness(all, words);
  const discounted = (each: Prepared) => weigh(each.words, words, (id) => (rarity[id] ?? 0) * (plain[id] ?? 1));
  const across = (a: Sparse[], b: Sparse[]) => products(a, b, df.length);
  const [ones, othersOnes] = [reference.map(one), other.map(one)];
  const [sat, otherSat] = [reference.map(saturated), other.map(saturated)];
  const [low, otherLow] = [reference.map(discounted), other.map(discounted)];
  const there = across(ones, otherSat);
  const back = across(sat, othersOnes);
  const shared = across(low, othersOnes);
  const [self, otherSelf] = [sat.map(total), otherSat.map(total)];
  const [weight, otherWeight] = [low.map(total), otherLow.map(total)];
  const width = other.length;
  const share = (score: number, whole: number | undefined) => (whole ? score / whole : 0);
  return {
    overlap: there.map(
      (score, cell) =>
        (share(score, self[Math.floor(cell / width)]) + share(back[cell] ?? 0, otherSelf[cell % width])) / 2,
    ),
    mass: across(reference.map(rare), othersOnes).map(Math.log1p),
    // 2 is about the rarity of one word found in a tenth of the paragraphs: keeps a paragraph of two words from counting as wholly shared.
    plain: shared.map(
      (score, cell) => score / (Math.min(weight[Math.floor(cell / width)] ?? 0, otherWeight[cell % width] ?? 0) + 2),
    ),
  };
}

function total({ weights }: Sparse): number {
  let sum = 0;
  for (const weight of weights) sum += weight;
  return sum;
}

function sharedCount(
  all: readonly Prepared[],
  reference: readonly Prepared[],
  other: readonly Prepared[],
  terms: (each: Prepared) => ReadonlySet<string>,
): Float64Array {
  const counts = (each: Prepared) => new Map([...terms(each)].map((term) => [term, 1]));
  const vocabulary = numberTerms(all.map(counts));
  const one = (each: Prepared) => weigh(counts(each), vocabulary, () => 1);
  return products(reference.map(one), other.map(one), vocabulary.df.length);
}

function speaksForAnother(a: Prepared, b: Prepared): boolean {
  if (a.speakers.size === 0 || b.speakers.size === 0) return false;
  for (const speaker of a.speakers) if (b.speakers.has(speaker)) return false;
  return true;
}

/** Largest and mean value of every row and column. */
function margins(cells: Float64Array, rows: number, width: number) {
  const of = (length: number) => new Float64Array(length);
  const best = { row: of(rows), column: of(width) };
  const mean = { row: of(rows), column: of(width) };
  for (const [cell, value] of cells.entries()) {
    const row = Math.floor(cell / width);
    const column = cell % width;
    best.row[row] = Math.max(best.row[row] ?? 0, value);
    best.column[column] = Math.max(best.column[column] ?? 0, value);
    mean.row[row] = (mean.row[row] ?? 0) + value / width;
    mean.column[column] = (mean.column[column] ?? 0) + value / rows;
  }
  return { best, mean };
}
