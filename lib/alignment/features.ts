import type { Cell } from './decode';
import type { Prepared } from './prepare';
import { type Idf, localIdf, products, type Table, type Vector, vectorOf } from './vectors';
import { BM25, WEIGHTS } from './weights';

/** Counts of paragraphs on each side, the too short ones included. */
export type Size = { reference: number; other: number };

/**
 * The m × n table of probabilities that two paragraphs share a statement or a fact, 0..1.
 * Method: logistic regression on overlap, each word weighed by its rarity in these two articles; constants in weights.ts.
 */
export function confidences(reference: readonly Prepared[], other: readonly Prepared[], size: Size): Cell[] {
  const all = [...reference, ...other];
  const idf = localIdf(all, (each) => each.words.keys());
  const gramIdf = localIdf(all, (each) => each.grams.keys());
  const grams = (each: Prepared) => vectorOf(each.grams, gramIdf);
  const overlap = wordOverlap(reference, other, idf);
  const char4 = products(reference.map(grams), other.map(grams));
  const sentence = bestSentences(reference, other, gramIdf);
  const runs = products(reference.map(runsOf), other.map(runsOf));
  return reference.flatMap((a, row) =>
    other.map((b, column): Cell => {
      const { containment, bm25 } = overlap(row, column);
      const z =
        WEIGHTS.bias +
        WEIGHTS.containment * containment +
        WEIGHTS.bm25 * bm25 +
        WEIGHTS.char4 * char4.at(row, column) +
        WEIGHTS.char4Sentence * sentence.at(row, column) +
        WEIGHTS.run * Math.min(1, Math.log(1 + runs.at(row, column)) / 4) +
        WEIGHTS.position * (1 - Math.abs((a.index + 0.5) / size.reference - (b.index + 0.5) / size.other)) +
        WEIGHTS.lead * (a.index < 2 && b.index < 2 ? 1 : 0);
      return { reference: a.index, other: b.index, confidence: 1 / (1 + Math.exp(-z)) };
    }),
  );
}

/** Shared word trigrams: one for each, so that their product counts them. */
function runsOf(each: Prepared): Vector {
  return new Map([...each.trigrams].map((trigram) => [trigram, 1]));
}

/**
 * `containment`: summed rarity of the shared word types as a share of the lighter paragraph's.
 * `bm25`: mean of the scores both ways, each as a share of the paragraph's score against itself.
 */
function wordOverlap(reference: readonly Prepared[], other: readonly Prepared[], idf: Idf) {
  const all = [...reference, ...other];
  const meanLength = all.reduce((sum, each) => sum + each.length, 0) / Math.max(1, all.length) || 1;
  const rarity = (each: Prepared): Vector => new Map([...each.words.keys()].map((term) => [term, idf(term)]));
  const one = (each: Prepared): Vector => new Map([...each.words.keys()].map((term) => [term, 1]));
  const saturated = (each: Prepared): Vector => {
    const norm = BM25.k1 * (1 - BM25.b + (BM25.b * each.length) / meanLength);
    return new Map([...each.words].map(([term, tf]) => [term, (idf(term) * tf * (BM25.k1 + 1)) / (tf + norm)]));
  };
  const mass = (each: Prepared) => sum(rarity(each));
  const self = (each: Prepared) => sum(saturated(each));
  const [left, right] = [reference.map(one), other.map(one)];
  const shared = products(reference.map(rarity), right);
  const there = products(left, other.map(saturated));
  const back = products(reference.map(saturated), right);
  const [leftMass, rightMass] = [reference.map(mass), other.map(mass)];
  const [leftSelf, rightSelf] = [reference.map(self), other.map(self)];
  return (row: number, column: number) => ({
    containment: shared.at(row, column) / Math.max(1e-9, Math.min(leftMass[row] ?? 0, rightMass[column] ?? 0)),
    bm25: (ratio(there.at(row, column), leftSelf[row]) + ratio(back.at(row, column), rightSelf[column])) / 2,
  });
}

function ratio(score: number, self: number | undefined): number {
  return self ? score / self : 0;
}

function sum(vector: Vector): number {
  let total = 0;
  for (const weight of vector.values()) total += weight;
  return total;
}

/** Best cosine over the sentence pairs of two paragraphs. */
function bestSentences(reference: readonly Prepared[], other: readonly Prepared[], idf: Idf): Table {
  const left = spread(reference, idf);
  const right = spread(other, idf);
  const pairs = products(left.vectors, right.vectors);
  return {
    at(row, column) {
      let best = 0;
      for (let a = left.from[row] ?? 0; a < (left.from[row + 1] ?? 0); a++) {
        for (let b = right.from[column] ?? 0; b < (right.from[column + 1] ?? 0); b++) {
          best = Math.max(best, pairs.at(a, b));
        }
      }
      return best;
    },
  };
}

/** All sentences in one row, and where each paragraph's begin. */
function spread(paragraphs: readonly Prepared[], idf: Idf): { vectors: Vector[]; from: number[] } {
  const from = [0];
  const vectors: Vector[] = [];
  for (const { sentences } of paragraphs) {
    for (const counts of sentences) vectors.push(vectorOf(counts, idf));
    from.push(vectors.length);
  }
  return { vectors, from };
}
