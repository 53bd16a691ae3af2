import type { Prepared } from './prepare';
import { type Sparse, unitVector, type Vocabulary } from './vectors';

/** Below this cosine of the whole paragraphs their sentences are not looked at: what no pair of sentences can mend, and most of the table. */
const WORTH_A_LOOK = 0.04;

/**
 * Best cosine over the sentence pairs of two paragraphs, m × n, row by row. Cells whose paragraphs share next to nothing keep
 * the paragraphs' own cosine, which is why the cost stays near that of one pass over the table.
 */
export function bestSentences(
  reference: readonly Prepared[],
  other: readonly Prepared[],
  grams: Vocabulary<number>,
  cosines: Float64Array,
): Float64Array {
  const best = cosines.slice();
  const vectors = (each: Prepared): Sparse[] => each.sentences.map((counts) => unitVector(counts, grams));
  const right = other.map(vectors);
  const open = new Float64Array(grams.df.length);
  for (const [row, paragraph] of reference.entries()) {
    const candidates = right.flatMap((_, column) =>
      (cosines[row * other.length + column] ?? 0) >= WORTH_A_LOOK ? [column] : [],
    );
    for (const sentence of vectors(paragraph)) {
      for (let at = 0; at < sentence.ids.length; at++) open[sentence.ids[at] ?? 0] = sentence.weights[at] ?? 0;
      for (const column of candidates) {
        const cell = row * other.length + column;
        for (const each of right[column] ?? []) best[cell] = Math.max(best[cell] ?? 0, dot(open, each));
      }
      for (const id of sentence.ids) open[id] = 0;
    }
  }
  return best;
}

function dot(dense: Float64Array, { ids, weights }: Sparse): number {
  let sum = 0;
  for (let at = 0; at < ids.length; at++) sum += (dense[ids[at] ?? 0] ?? 0) * (weights[at] ?? 0);
  return sum;
}
