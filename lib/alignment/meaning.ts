import { centred, dot } from '#lib/text/embedding';
import type { Prepared } from './prepare';
import { MEANING } from './weights';

/**
 * Weighs what an encoder says about each pair into its confidence, where both articles have embeddings; otherwise the table
 * stays as it is. A third step of logistic regression, on the log-odds so far and the centred cosine: the two passes before it were
 * fitted without an encoder and mean the same with and without one.
 *
 * @param confidences m × n, row by row
 */
export function weighMeaning(
  confidences: Float64Array,
  reference: readonly Prepared[],
  other: readonly Prepared[],
): Float64Array {
  const cosines = meaningCosines(reference, other);
  if (cosines === undefined) return confidences;
  return confidences.map((confidence, cell) => {
    const odds = MEANING.bias + MEANING.evidence * logOdds(confidence) + MEANING.cosine * (cosines[cell] ?? 0);
    return 1 / (1 + Math.exp(-odds));
  });
}

/** m × n, row by row; undefined unless every paragraph of both has an embedding, all of one length. */
export function meaningCosines(reference: readonly Prepared[], other: readonly Prepared[]): Float64Array | undefined {
  const embeddings = [...reference, ...other].flatMap(({ embedding }) => embedding ?? []);
  const isWhole = embeddings.length === reference.length + other.length;
  if (!isWhole || embeddings.some(({ length }) => length !== embeddings[0]?.length)) return undefined;
  const points = centred(embeddings);
  const [rows, columns] = [points.slice(0, reference.length), points.slice(reference.length)];
  return Float64Array.from(rows.flatMap((row) => columns.map((column) => dot(row, column))));
}

function logOdds(confidence: number): number {
  return Math.log((confidence + 1e-9) / (1 - confidence + 1e-9));
}
