import type { Cell } from './decode';
import { type Columns, firstColumns, type Size } from './features';
import { weighMeaning } from './meaning';
import type { Prepared } from './prepare';
import { secondColumns } from './rivals';
import { FIRST, type Model, SECOND } from './weights';

/**
 * The m × n table of probabilities that two paragraphs share a statement or a fact, 0..1.
 * Two passes of logistic regression: the first on what the two paragraphs share, the second on how the pair stands among the
 * others (as in stacked sequential learning, Cohen & Carvalho 2005). Weights in weights.ts.
 */
export function scorePairs(reference: readonly Prepared[], other: readonly Prepared[], size: Size): Cell[] {
  const columns = firstColumns(reference, other, size);
  const first = probabilities(columns, FIRST);
  const second = probabilities({ ...columns, ...secondColumns(first, reference.length, other.length) }, SECOND);
  const weighed = weighMeaning(second, reference, other);
  return reference.flatMap((a, row) =>
    other.map((b, column): Cell => {
      return { reference: a.index, other: b.index, confidence: weighed[row * other.length + column] ?? 0 };
    }),
  );
}

/** Logistic regression over columns: sigmoid(bias + Σ weight × column), cell by cell. */
export function probabilities<Name extends string>(columns: Columns<Name>, model: Model<Name>): Float64Array {
  const names = Object.keys(model.weights) as Name[];
  const sums = new Float64Array(columns[names[0] as Name].length).fill(model.bias);
  for (const name of names) {
    const weight = model.weights[name];
    const column = columns[name];
    for (let cell = 0; cell < sums.length; cell++) sums[cell] = (sums[cell] ?? 0) + weight * (column[cell] ?? 0);
  }
  return sums.map((sum) => 1 / (1 + Math.exp(-sum)));
}
