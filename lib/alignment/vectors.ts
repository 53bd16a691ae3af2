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

/** Sparse vector: term → weight. */
export type Vector = ReadonlyMap<string, number>;

/** (1 + ln tf) × idf, scaled to length 1. */
export function vectorOf(counts: ReadonlyMap<string, number>, idf: Idf): Vector {
  const vector = new Map<string, number>();
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

/** Row-major table of numbers, one row a left vector, one column a right vector. */
export type Table = { at(row: number, column: number): number };

/**
 * Sums of products over shared terms, for every pair of vectors at once: each left term is looked up once, not once a pair,
 * which made 40 × 40 paragraphs about twice as fast as pair-by-pair cosines. For unit vectors the sums are cosines.
 */
export function products(left: readonly Vector[], right: readonly Vector[]): Table {
  const postings = new Map<string, { columns: number[]; weights: number[] }>();
  for (const [column, vector] of right.entries()) {
    for (const [term, weight] of vector) {
      const list = postings.get(term);
      if (list) {
        list.columns.push(column);
        list.weights.push(weight);
      } else postings.set(term, { columns: [column], weights: [weight] });
    }
  }
  const width = right.length;
  const cells = new Float64Array(left.length * width);
  for (const [row, vector] of left.entries()) {
    const offset = row * width;
    for (const [term, weight] of vector) {
      const list = postings.get(term);
      if (!list) continue;
      const { columns, weights } = list;
      for (let at = 0; at < columns.length; at++) {
        const cell = offset + (columns[at] ?? 0);
        cells[cell] = (cells[cell] ?? 0) + weight * (weights[at] ?? 0);
      }
    }
  }
  return { at: (row, column) => cells[row * width + column] ?? 0 };
}
