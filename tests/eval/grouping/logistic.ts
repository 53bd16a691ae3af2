/** A table of examples: `width` numbers a row, whether it is a yes, and how much it counts. */
export type Examples = {
  values: Float32Array;
  width: number;
  yes: Uint8Array;
  weight: Float32Array;
  /** Log-odds that are given and not learnt. */
  offset?: Float32Array;
};

export type Fitted = { bias: number; weights: Float64Array };

/**
 * Logistic regression by Newton's method on standardised columns, with a ridge of 1 on all but the bias (le Cessie & van
 * Houwelingen 1992). Only the first `columns` of each row are used.
 */
export function fitLogistic(examples: Examples, rows: Int32Array, columns: number): Fitted {
  const { values, width, yes, weight, offset } = examples;
  const { mean, spread } = moments(examples, rows, columns);
  const size = columns + 1;
  const beta = new Float64Array(size);
  const row = new Float64Array(size).fill(1);
  for (let round = 0; round < 12; round++) {
    const slope = new Float64Array(size);
    const curve = new Float64Array(size * size);
    for (const at of rows) {
      let odds = (beta[columns] ?? 0) + (offset?.[at] ?? 0);
      for (let k = 0; k < columns; k++) {
        row[k] = ((values[at * width + k] ?? 0) - (mean[k] ?? 0)) / (spread[k] ?? 1);
        odds += (beta[k] ?? 0) * (row[k] ?? 0);
      }
      const share = 1 / (1 + Math.exp(-odds));
      const missed = (weight[at] ?? 0) * ((yes[at] ?? 0) - share);
      const bend = (weight[at] ?? 0) * share * (1 - share);
      for (let k = 0; k < size; k++) {
        slope[k] = (slope[k] ?? 0) + missed * (row[k] ?? 0);
        if (bend < 1e-5) continue;
        const scaled = bend * (row[k] ?? 0);
        for (let j = 0, cell = k * size; j <= k; j++, cell++) curve[cell] = (curve[cell] ?? 0) + scaled * (row[j] ?? 0);
      }
    }
    for (let k = 0; k < columns; k++) {
      slope[k] = (slope[k] ?? 0) - (beta[k] ?? 0);
      curve[k * size + k] = (curve[k * size + k] ?? 0) + 1;
    }
    curve[size * size - 1] = (curve[size * size - 1] ?? 0) + 1e-6;
    const step = solve(curve, slope);
    for (let k = 0; k < size; k++) beta[k] = (beta[k] ?? 0) + (step[k] ?? 0);
    if (Math.max(...step.map(Math.abs)) < 1e-3) break;
  }
  const weights = beta.slice(0, columns).map((each, k) => each / (spread[k] ?? 1));
  const bias = weights.reduce((sum, each, k) => sum - each * (mean[k] ?? 0), beta[columns] ?? 0);
  return { bias, weights };
}

export function oddsOf({ bias, weights }: Fitted, values: Float32Array, from: number): number {
  let sum = bias;
  for (let k = 0; k < weights.length; k++) sum += (weights[k] ?? 0) * (values[from + k] ?? 0);
  return sum;
}

function moments({ values, width, weight }: Examples, rows: Int32Array, columns: number) {
  const mean = new Float64Array(columns);
  const spread = new Float64Array(columns);
  let total = 0;
  for (const at of rows) {
    total += weight[at] ?? 0;
    for (let k = 0; k < columns; k++) mean[k] = (mean[k] ?? 0) + (weight[at] ?? 0) * (values[at * width + k] ?? 0);
  }
  for (let k = 0; k < columns; k++) mean[k] = (mean[k] ?? 0) / total;
  for (const at of rows) {
    for (let k = 0; k < columns; k++) {
      const off = (values[at * width + k] ?? 0) - (mean[k] ?? 0);
      spread[k] = (spread[k] ?? 0) + (weight[at] ?? 0) * off * off;
    }
  }
  return { mean, spread: spread.map((each) => Math.sqrt(each / total) || 1) };
}

/** Cholesky; `matrix` holds the lower triangle of a positive definite matrix. */
function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const lower = new Float64Array(size * size);
  const cell = (row: number, column: number) => lower[row * size + column] ?? 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j] ?? 0;
      for (let k = 0; k < j; k++) sum -= cell(i, k) * cell(j, k);
      lower[i * size + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / cell(j, j);
    }
  }
  const x = right.slice();
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i] = (x[i] ?? 0) - cell(i, k) * (x[k] ?? 0);
    x[i] = (x[i] ?? 0) / cell(i, i);
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i] = (x[i] ?? 0) - cell(k, i) * (x[k] ?? 0);
    x[i] = (x[i] ?? 0) / cell(i, i);
  }
  return x;
}
