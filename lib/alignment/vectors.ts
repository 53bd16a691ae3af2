import type { Counts } from './prepare';

/** Term numbers, ascending by first sight, each with a weight. */
export type Sparse = { ids: Int32Array; weights: Float64Array };

/**
 * The terms of all paragraphs of two articles, numbered, with their rarity: ln((N + 1) / (df + 0.5)), df counted in these
 * paragraphs only. "Local" is the largest single effect there is: with news-wide rarities the names of the event count as
 * rare everywhere and tie every paragraph to every other (average precision .36 against .55 for plain word vectors).
 */
export type Vocabulary<Term> = { number: ReadonlyMap<Term, number>; rarity: Float64Array; df: Int32Array };

export function numberTerms<Term>(paragraphs: readonly Counts<Term>[]): Vocabulary<Term> {
  const number = new Map<Term, number>();
  const counts: number[] = [];
  for (const terms of paragraphs) {
    for (const term of terms.keys()) {
      const known = number.get(term);
      if (known === undefined) {
        number.set(term, counts.length);
        counts.push(1);
      } else counts[known] = (counts[known] ?? 0) + 1;
    }
  }
  const df = Int32Array.from(counts);
  const total = paragraphs.length + 1;
  return { number, df, rarity: Float64Array.from(df, (each) => Math.max(1e-6, Math.log(total / (each + 0.5)))) };
}

/** One weight for each term of the vocabulary. Terms outside it are left out. */
export function weigh<Term>(
  terms: Counts<Term>,
  vocabulary: Vocabulary<Term>,
  weight: (id: number, count: number) => number,
): Sparse {
  const ids = new Int32Array(terms.size);
  const weights = new Float64Array(terms.size);
  let at = 0;
  for (const [term, count] of terms) {
    const id = vocabulary.number.get(term);
    if (id === undefined) continue;
    ids[at] = id;
    weights[at++] = weight(id, count);
  }
  return { ids: ids.subarray(0, at), weights: weights.subarray(0, at) };
}

/** (1 + ln tf) × rarity, scaled to length 1. */
export function unitVector<Term>(terms: Counts<Term>, vocabulary: Vocabulary<Term>): Sparse {
  const { rarity } = vocabulary;
  const vector = weigh(terms, vocabulary, (id, count) => (1 + Math.log(count)) * (rarity[id] ?? 0));
  let squares = 0;
  for (const weight of vector.weights) squares += weight * weight;
  const length = Math.sqrt(squares) || 1;
  for (let at = 0; at < vector.weights.length; at++) vector.weights[at] = (vector.weights[at] ?? 0) / length;
  return vector;
}

/**
 * Sums of products over shared terms for every pair, row by row: each left term walks the list of right paragraphs that
 * have it. For unit vectors the sums are cosines.
 */
export function products(left: readonly Sparse[], right: readonly Sparse[], terms: number): Float64Array {
  const width = right.length;
  const from = new Int32Array(terms + 1);
  for (const { ids } of right) for (const id of ids) from[id + 1] = (from[id + 1] ?? 0) + 1;
  for (let id = 0; id < terms; id++) from[id + 1] = (from[id + 1] ?? 0) + (from[id] ?? 0);
  const next = from.slice();
  const columns = new Int32Array(from[terms] ?? 0);
  const weights = new Float64Array(columns.length);
  for (const [column, vector] of right.entries()) {
    for (let at = 0; at < vector.ids.length; at++) {
      const id = vector.ids[at] ?? 0;
      const place = next[id] ?? 0;
      next[id] = place + 1;
      columns[place] = column;
      weights[place] = vector.weights[at] ?? 0;
    }
  }
  const cells = new Float64Array(left.length * width);
  for (const [row, { ids, weights: own }] of left.entries()) {
    const offset = row * width;
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] ?? 0;
      const weight = own[at] ?? 0;
      const end = from[id + 1] ?? 0;
      for (let place = from[id] ?? 0; place < end; place++) {
        const cell = offset + (columns[place] ?? 0);
        cells[cell] = (cells[cell] ?? 0) + weight * (weights[place] ?? 0);
      }
    }
  }
  return cells;
}
