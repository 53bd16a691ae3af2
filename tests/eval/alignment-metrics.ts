import { type Cell, decode } from '#lib/alignment/decode';
import type { Gold, LabelledPair } from './alignment-pairs';

/** Scores of one method for one pair, every cell. */
export type Scored = { pair: LabelledPair; cells: Cell[] };

/** What is asked for: full links (partial ones are then neither right nor wrong), or any. */
export type Question = 'yes' | 'any';

export function goldOf({ links }: LabelledPair, { reference, other }: Pick<Cell, 'reference' | 'other'>): Gold {
  return links.get(`${reference} ${other}`) ?? 'none';
}

function countOf({ links }: LabelledPair, question: Question): number {
  return [...links.values()].filter((kind) => question === 'any' || kind === 'full').length;
}

/** Mean precision at the rank of each right cell, cells of all pairs in one ranking; right cells without a score count as missed. */
export function averagePrecision(scored: readonly Scored[], question: Question): number {
  const cells = scored.flatMap(({ pair, cells }) =>
    cells.map((cell) => ({ confidence: cell.confidence, gold: goldOf(pair, cell) })),
  );
  const ranked = cells
    .filter(({ gold }) => question === 'any' || gold !== 'partial')
    .sort((a, b) => b.confidence - a.confidence);
  let right = 0;
  let sum = 0;
  for (const [rank, { gold }] of ranked.entries()) if (gold !== 'none') sum += ++right / (rank + 1);
  return (
    sum /
    Math.max(
      1,
      scored.reduce((total, { pair }) => total + countOf(pair, question), 0),
    )
  );
}

/** Counts of one pair at one cut. */
export type Tally = { right: number; shown: number; wanted: number };

export function tally({ pair, cells }: Scored, cut: number, question: Question): Tally {
  const shown = decode(cells, cut)
    .map((link) => goldOf(pair, link))
    .filter((gold) => question === 'any' || gold !== 'partial');
  return {
    right: shown.filter((gold) => gold !== 'none').length,
    shown: shown.length,
    wanted: countOf(pair, question),
  };
}

export function f1(tallies: readonly Tally[]): number {
  const sum = (of: (each: Tally) => number) => tallies.reduce((total, each) => total + of(each), 0);
  return (2 * sum((each) => each.right)) / Math.max(1, sum((each) => each.shown) + sum((each) => each.wanted));
}

export function precision(tallies: readonly Tally[]): number {
  return (
    tallies.reduce((sum, { right }) => sum + right, 0) /
    Math.max(
      1,
      tallies.reduce((sum, { shown }) => sum + shown, 0),
    )
  );
}

export function recall(tallies: readonly Tally[]): number {
  return (
    tallies.reduce((sum, { right }) => sum + right, 0) /
    Math.max(
      1,
      tallies.reduce((sum, { wanted }) => sum + wanted, 0),
    )
  );
}

const CUTS = Array.from({ length: 45 }, (_, step) => 0.04 + 0.02 * step);

/** Every pair at the cut that is best on the pairs of the other groups: no method is helped by seeing the pair it is scored on. */
export function talliesAtForeignCuts(scored: readonly Scored[], question: Question): Tally[] {
  const table = scored.map((each) => CUTS.map((cut) => tally(each, cut, question)));
  return scored.map(({ pair }, at) => {
    const rest = table.filter((_, index) => scored[index]?.pair.group !== pair.group);
    const scores = CUTS.map((_, cut) => f1(rest.flatMap((row) => row[cut] ?? [])));
    const best = scores.indexOf(Math.max(...scores));
    return table[at]?.[best] ?? { right: 0, shown: 0, wanted: countOf(pair, question) };
  });
}

export type Interval = { low: number; high: number };

/** 95 % percentile interval of `statistic` over resampled pairs; from a fixed seed. */
export function bootstrap(pairs: number, statistic: (drawn: number[]) => number, rounds = 1000): Interval {
  let state = 20_250_101;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const values = Array.from({ length: rounds }, () =>
    statistic(Array.from({ length: pairs }, () => Math.floor(random() * pairs))),
  ).sort((a, b) => a - b);
  return {
    low: values[Math.floor(0.025 * rounds)] ?? Number.NaN,
    high: values[Math.ceil(0.975 * rounds) - 1] ?? Number.NaN,
  };
}

/** Cohen's kappa of two readings of the same cells: 1 is full agreement, 0 what chance would give. */
export function kappa(pairs: readonly [string, string][]): number {
  const shares = (of: (pair: [string, string]) => string) => {
    const counts = new Map<string, number>();
    for (const pair of pairs) counts.set(of(pair), (counts.get(of(pair)) ?? 0) + 1 / pairs.length);
    return counts;
  };
  const [first, second] = [shares(([a]) => a), shares(([, b]) => b)];
  const observed = pairs.filter(([a, b]) => a === b).length / pairs.length;
  const expected = [...first].reduce((sum, [kind, share]) => sum + share * (second.get(kind) ?? 0), 0);
  return (observed - expected) / (1 - expected);
}
