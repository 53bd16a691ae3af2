import type { Prepared } from './prepare';

/**
 * Rarity of each term among the paragraphs of the two articles only: ln((N + 1) / (df + 0.5)).
 * "Local" is the largest single effect there is: with news-wide rarities the names of the event count as rare everywhere
 * and tie every paragraph to every other (average precision .36 against .55 for plain word vectors).
 */
export type Idf = (term: string) => number;

export function localIdf(paragraphs: readonly Prepared[], terms: (each: Prepared) => Iterable<string>): Idf {
  const df = new Map<string, number>();
  for (const each of paragraphs) for (const term of terms(each)) df.set(term, (df.get(term) ?? 0) + 1);
  const total = paragraphs.length + 1;
  return (term) => Math.max(1e-6, Math.log(total / ((df.get(term) ?? 0) + 0.5)));
}

/** Unit-length sparse vector. */
export type Vector = Map<string, number>;

/** (1 + ln tf) × idf, scaled to length 1. */
export function vectorOf(counts: ReadonlyMap<string, number>, idf: Idf): Vector {
  const vector: Vector = new Map();
  let squares = 0;
  for (const [term, tf] of counts) {
    const weight = (1 + Math.log(tf)) * idf(term);
    vector.set(term, weight);
    squares += weight * weight;
  }
  const length = Math.sqrt(squares) || 1;
  for (const [term, weight] of vector) vector.set(term, weight / length);
  return vector;
}

/** Cosine of two unit vectors, 0..1. */
export function cosine(a: Vector, b: Vector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) {
    const other = large.get(term);
    if (other !== undefined) sum += weight * other;
  }
  return sum;
}
