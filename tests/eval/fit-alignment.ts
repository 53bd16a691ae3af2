import type { Cell } from '#lib/alignment/decode';
import { type Columns, firstColumns } from '#lib/alignment/features';
import { prepareArticle } from '#lib/alignment/prepare';
import { secondColumns } from '#lib/alignment/rivals';
import { probabilities } from '#lib/alignment/score-pairs';
import { FIRST, type FirstFeature, type Model, SECOND, type SecondFeature } from '#lib/alignment/weights';
import { goldOf, type Scored } from './alignment-metrics';
import type { LabelledPair } from './alignment-pairs';

const FIRST_NAMES = Object.keys(FIRST.weights) as FirstFeature[];
type Known = Exclude<FirstFeature | SecondFeature, 'evidence'>;
const SECOND_NAMES = Object.keys(SECOND.weights).filter((name) => name !== 'evidence') as Known[];

/**
 * How a cell counts. Summary sentences are another kind of text: they count half as much and have a bias of their own, which
 * is then dropped. Articles on different things only serve to scale the result: fitted on, they cost 1.6 points of average precision on summaries.
 */
const WEIGHT = { outlets: 2, newsroom: 2, summary: 1, strangers: 0 } as const;
const TARGET = { full: 1, partial: 0.75, none: 0 } as const;
const RIDGE = 30;
const FOLDS = 10;
const INNER_FOLDS = 4;

/** One pair with its columns, computed once. */
export type Measured = { pair: LabelledPair; rows: number; width: number; first: Columns<FirstFeature>; cells: Cell[] };
export type Models = { first: Model<FirstFeature>; second: Model<FirstFeature | SecondFeature> };

export function measure(pair: LabelledPair): Measured {
  const [reference, other] = [prepareArticle(pair.reference), prepareArticle(pair.other)];
  const size = { reference: pair.reference.length, other: pair.other.length };
  return {
    pair,
    rows: reference.length,
    width: other.length,
    first: firstColumns(reference, other, size),
    cells: reference.flatMap((a) => other.map((b) => ({ reference: a.index, other: b.index, confidence: 0 }))),
  };
}

/**
 * Both passes. The second learns from first-pass probabilities of folds that had not seen the pair, as it will meet them in
 * use. Its log-odds are averaged with the first pass's (`evidence`), which beat either alone, and then scaled on the news pairs
 * so that a probability is the share of links of any kind (Platt 1999).
 */
export function fitModels(pairs: readonly Measured[]): Models {
  const related = pairs.filter(({ pair }) => pair.set !== 'strangers');
  const fitFirst = (some: readonly Measured[]) =>
    regress(
      some.filter((each) => related.includes(each)),
      FIRST_NAMES,
      ({ first }) => first,
    );
  const blind = new Map<Measured, Float64Array>();
  for (let fold = 0; fold < INNER_FOLDS; fold++) {
    const model = fitFirst(pairs.filter((each) => foldOf(each, INNER_FOLDS, 'inner') !== fold));
    for (const each of pairs) {
      if (foldOf(each, INNER_FOLDS, 'inner') === fold) blind.set(each, probabilities(each.first, model));
    }
  }
  const columnsOf = (each: Measured) => ({
    ...each.first,
    ...secondColumns(blind.get(each) ?? new Float64Array(0), each.rows, each.width),
  });
  const second = regress(related, SECOND_NAMES, columnsOf);
  const blended = scaled({ bias: second.bias, weights: { ...second.weights, evidence: 1 } }, 0.5, 0);
  const rowsOf = (some: readonly Measured[], model: typeof blended, strangersCount: number): Row[] =>
    some.flatMap((each) => {
      const columns = columnsOf(each);
      const scores = probabilities(columns, model);
      return each.cells.map((cell, at) => ({
        values: Float64Array.of(logit(scores[at] ?? 0), columns.company[at] ?? 0, 1),
        target: goldOf(each.pair, cell) === 'none' ? 0 : 1,
        weight: each.pair.set === 'strangers' ? strangersCount : 1,
      }));
    });
  // With strangers, how far little company must lower a pair; then, on news pairs alone, what the sum means as a share.
  const news = pairs.filter(({ pair }) => pair.set === 'outlets' || pair.set === 'newsroom');
  const strangers = pairs.filter(({ pair }) => pair.set === 'strangers');
  const [slope = 1, company = 0] = newton(rowsOf([...news, ...strangers], blended, 4), 3, 1);
  const lowered = { bias: blended.bias, weights: { ...blended.weights } };
  lowered.weights.company += company / slope;
  const [scale = 1, shift = 0] = newton(
    rowsOf(news, lowered, 0).map((row) => ({ ...row, values: Float64Array.of(row.values[0] ?? 0, 1) })),
    2,
    0,
  );
  return { first: fitFirst(pairs), second: scaled(lowered, scale, shift) };
}

type Row = { values: Float64Array; target: number; weight: number };

function scaled<Name extends string>({ bias, weights }: Model<Name>, slope: number, shift: number): Model<Name> {
  const entries = Object.entries<number>(weights).map(([name, weight]) => [name, slope * weight]);
  return { bias: slope * bias + shift, weights: Object.fromEntries(entries) as Record<Name, number> };
}

function logit(p: number): number {
  return Math.log((p + 1e-9) / (1 - p + 1e-9));
}

export function scoreWith({ first, second }: Models, each: Measured): Scored {
  const once = probabilities(each.first, first);
  const twice = probabilities({ ...each.first, ...secondColumns(once, each.rows, each.width) }, second);
  return { pair: each.pair, cells: each.cells.map((cell, at) => ({ ...cell, confidence: twice[at] ?? 0 })) };
}

/** Every pair scored by models that were fitted without its group. */
export function crossValidate(pairs: readonly Measured[]): Scored[] {
  const scored = new Map<Measured, Scored>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const models = fitModels(pairs.filter((each) => foldOf(each, FOLDS) !== fold));
    for (const each of pairs) if (foldOf(each, FOLDS) === fold) scored.set(each, scoreWith(models, each));
  }
  return pairs.flatMap((each) => scored.get(each) ?? []);
}

function foldOf({ pair }: Measured, folds: number, salt = ''): number {
  let hash = 2_166_136_261;
  for (const char of salt + pair.group) hash = Math.imul(hash ^ char.charCodeAt(0), 16_777_619);
  return ((hash ^ (hash >>> 15)) >>> 0) % folds;
}

/** Ridge logistic regression by Newton's method on standardised columns, weights given back in the columns' own units. */
function regress<Name extends string>(
  pairs: readonly Measured[],
  names: readonly Name[],
  columnsOf: (each: Measured) => Columns<Name>,
): Model<Name> {
  const width = names.length + 2;
  const rows: Row[] = [];
  for (const each of pairs) {
    const columns = columnsOf(each);
    for (const [at, cell] of each.cells.entries()) {
      const values = new Float64Array(width);
      for (const [index, name] of names.entries()) values[index] = columns[name][at] ?? 0;
      values[width - 2] = each.pair.set === 'summary' ? 1 : 0;
      values[width - 1] = 1;
      rows.push({ values, target: TARGET[goldOf(each.pair, cell)], weight: WEIGHT[each.pair.set] });
    }
  }
  const scale = names.map((_, index) => {
    const mean = rows.reduce((sum, { values }) => sum + (values[index] ?? 0), 0) / rows.length;
    const square = rows.reduce((sum, { values }) => sum + ((values[index] ?? 0) - mean) ** 2, 0) / rows.length;
    return { mean, deviation: Math.sqrt(square) || 1 };
  });
  for (const { values } of rows) {
    for (const [index, { mean, deviation }] of scale.entries())
      values[index] = ((values[index] ?? 0) - mean) / deviation;
  }
  const beta = newton(rows, width, RIDGE);
  let bias = beta[width - 1] ?? 0;
  const weights = names.map((name, index): [Name, number] => {
    const { mean, deviation } = scale[index] ?? { mean: 0, deviation: 1 };
    const weight = (beta[index] ?? 0) / deviation;
    bias -= weight * mean;
    return [name, weight];
  });
  return { bias, weights: Object.fromEntries(weights) as Record<Name, number> };
}

export function newton(rows: readonly Row[], width: number, strength: number): Float64Array {
  const beta = new Float64Array(width);
  for (let round = 0; round < 7; round++) {
    const gradient = new Float64Array(width);
    const hessian = Array.from({ length: width }, () => new Float64Array(width));
    for (const { values, target, weight } of rows) {
      let sum = 0;
      for (let at = 0; at < width; at++) sum += (beta[at] ?? 0) * (values[at] ?? 0);
      const p = 1 / (1 + Math.exp(-sum));
      const slope = weight * Math.max(p * (1 - p), 1e-6);
      for (let a = 0; a < width; a++) {
        const value = values[a] ?? 0;
        gradient[a] = (gradient[a] ?? 0) + weight * (p - target) * value;
        const line = hessian[a] as Float64Array;
        for (let b = 0; b <= a; b++) line[b] = (line[b] ?? 0) + slope * value * (values[b] ?? 0);
      }
    }
    for (let a = 0; a < width; a++) {
      const ridge = a < width - 1 ? strength : 1e-6;
      gradient[a] = (gradient[a] ?? 0) + ridge * (beta[a] ?? 0);
      const line = hessian[a] as Float64Array;
      line[a] = (line[a] ?? 0) + ridge;
      for (let b = 0; b < a; b++) (hessian[b] as Float64Array)[a] = line[b] ?? 0;
    }
    const step = solve(hessian, gradient);
    for (let at = 0; at < width; at++) beta[at] = (beta[at] ?? 0) - (step[at] ?? 0);
  }
  return beta;
}

/** Gaussian elimination; the ridge keeps the matrix positive definite, so no pivoting. */
function solve(matrix: Float64Array[], vector: Float64Array): Float64Array {
  const width = vector.length;
  for (let pivot = 0; pivot < width; pivot++) {
    const top = matrix[pivot] as Float64Array;
    for (let row = pivot + 1; row < width; row++) {
      const line = matrix[row] as Float64Array;
      const factor = (line[pivot] ?? 0) / (top[pivot] ?? 1);
      for (let at = pivot; at < width; at++) line[at] = (line[at] ?? 0) - factor * (top[at] ?? 0);
      vector[row] = (vector[row] ?? 0) - factor * (vector[pivot] ?? 0);
    }
  }
  for (let row = width - 1; row >= 0; row--) {
    const line = matrix[row] as Float64Array;
    let sum = vector[row] ?? 0;
    for (let at = row + 1; at < width; at++) sum -= (line[at] ?? 0) * (vector[at] ?? 0);
    vector[row] = sum / (line[row] ?? 1);
  }
  return vector;
}
