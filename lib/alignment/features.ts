import type { Prepared } from './prepare';
import { cosine, type Idf, localIdf, type Vector, vectorOf } from './vectors';
import { BM25, WEIGHTS } from './weights';

/** One paragraph with its vectors under the local rarities of the article pair. */
type Weighed = Prepared & {
  vector: Vector;
  sentenceVectors: Vector[];
  /** Summed rarity of its word types. */
  mass: number;
  /** BM25 of the paragraph against itself: the ceiling that makes the score comparable. */
  self: number;
};

export type Weighing = { reference: Weighed[]; other: Weighed[]; idf: Idf; meanLength: number };

export function weigh(reference: readonly Prepared[], other: readonly Prepared[]): Weighing {
  const all = [...reference, ...other];
  const idf = localIdf(all, (each) => each.words.keys());
  const gramIdf = localIdf(all, (each) => each.grams.keys());
  const meanLength = all.reduce((sum, each) => sum + each.length, 0) / Math.max(1, all.length) || 1;
  const weighOne = (each: Prepared): Weighed => {
    let mass = 0;
    for (const term of each.words.keys()) mass += idf(term);
    return {
      ...each,
      vector: vectorOf(each.grams, gramIdf),
      sentenceVectors: each.sentences.map((counts) => vectorOf(counts, gramIdf)),
      mass,
      self: bm25(each, each, idf, meanLength),
    };
  };
  return { reference: reference.map(weighOne), other: other.map(weighOne), idf, meanLength };
}

function bm25(query: Prepared, document: Prepared, idf: Idf, meanLength: number): number {
  const norm = BM25.k1 * (1 - BM25.b + (BM25.b * document.length) / meanLength);
  let score = 0;
  for (const term of query.words.keys()) {
    const tf = document.words.get(term);
    if (tf !== undefined) score += (idf(term) * tf * (BM25.k1 + 1)) / (tf + norm);
  }
  return score;
}

/** Where the pair stands: counts of paragraphs on each side. */
export type Size = { reference: number; other: number };

/**
 * Probability that two paragraphs share a statement or a fact, 0..1.
 * Method: logistic regression on locally weighted overlap; constants in weights.ts.
 */
export function confidenceOf(a: Weighed, b: Weighed, weighing: Weighing, size: Size): number {
  const { idf, meanLength } = weighing;
  const z =
    WEIGHTS.bias +
    WEIGHTS.containment * containment(a, b, idf) +
    WEIGHTS.bm25 * symmetricBm25(a, b, idf, meanLength) +
    WEIGHTS.char4 * cosine(a.vector, b.vector) +
    WEIGHTS.char4Sentence * bestSentencePair(a, b) +
    WEIGHTS.run * sharedRuns(a, b) +
    WEIGHTS.position * (1 - Math.abs((a.index + 0.5) / size.reference - (b.index + 0.5) / size.other)) +
    WEIGHTS.lead * (a.index < 2 && b.index < 2 ? 1 : 0);
  return 1 / (1 + Math.exp(-z));
}

/** Summed rarity of the shared word types, as a share of the lighter paragraph. */
function containment(a: Weighed, b: Weighed, idf: Idf): number {
  let shared = 0;
  for (const term of a.words.keys()) if (b.words.has(term)) shared += idf(term);
  return shared / Math.max(1e-9, Math.min(a.mass, b.mass));
}

function symmetricBm25(a: Weighed, b: Weighed, idf: Idf, meanLength: number): number {
  const there = a.self > 0 ? bm25(a, b, idf, meanLength) / a.self : 0;
  const back = b.self > 0 ? bm25(b, a, idf, meanLength) / b.self : 0;
  return (there + back) / 2;
}

function bestSentencePair(a: Weighed, b: Weighed): number {
  let best = 0;
  for (const left of a.sentenceVectors) {
    for (const right of b.sentenceVectors) best = Math.max(best, cosine(left, right));
  }
  return best;
}

function sharedRuns(a: Weighed, b: Weighed): number {
  let shared = 0;
  for (const gram of a.trigrams) if (b.trigrams.has(gram)) shared++;
  return Math.min(1, Math.log(1 + shared) / 4);
}
