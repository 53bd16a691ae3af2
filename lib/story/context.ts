import type { Scored } from './average-link';
import { CONTEXT } from './thresholds';

/**
 * What the neighbourhood says about a pair; the order is the order of the learnt weights.
 *
 * A likeness of 0.4 means one thing for an accident in a small town and another in the week of a summit, when fifty articles
 * are that alike. So a pair is compared with what each of its two articles has beside it: by how much it beats (or misses)
 * the next best partner, how crowded the surroundings are, and whether the two have the same neighbours. In the spirit of
 * local scaling (Zelnik-Manor & Perona 2004) and of shared nearest neighbours (Jarvis & Patrick 1973).
 */
export const BESIDE = [
  // First score of the pair, log-odds.
  'score',
  // By how much it beats the best of the others on either side.
  'leadLess',
  'leadMore',
  // Mean first score of the partners ranked 2–6, 6–20 and 13–30, over both sides.
  'near',
  'middle',
  'far',
  // log(1 + x) of companions the two have in common, and of those only one has.
  'common',
  'apart',
  // log(1 + rank) of the pair among the partners of each side, and how many partners there are to speak of.
  'rankMore',
  'rankLess',
  'reliability',
  'crowd',
] as const;

export type Beside = Record<(typeof BESIDE)[number], number>;

/**
 * @param size how many items the pairs are about.
 * @param pairs first scores, log-odds.
 * @returns one a pair, in the same order.
 */
export function neighbourhoodOf(size: number, pairs: readonly Scored[]): Beside[] {
  const around: Neighbour[][] = Array.from({ length: size }, () => []);
  for (const { a, b, score } of pairs) {
    around[a]?.push({ item: b, score: kept(score) });
    around[b]?.push({ item: a, score: kept(score) });
  }
  const places = around.map(placeOf);
  return pairs.map(({ a, b, score }) => judge(score, places[a] ?? NOWHERE, places[b] ?? NOWHERE));
}

type Neighbour = { item: number; score: number };
type Place = {
  /** First scores of all partners, best first. */
  scores: number[];
  near: number;
  middle: number;
  far: number;
  /** Probable companions with their probability, and its sum. */
  companions: Map<number, number>;
  company: number;
};

function placeOf(neighbours: readonly Neighbour[]): Place {
  const scores = neighbours.map((each) => each.score).sort((x, y) => y - x);
  const mean = (from: number, to: number) => {
    let sum = 0;
    for (let rank = from; rank < to; rank++) sum += scores[rank] ?? CONTEXT.lowest;
    return sum / (to - from);
  };
  const companions = new Map<number, number>();
  let company = 0;
  for (const { item, score } of neighbours) {
    const share = 1 / (1 + Math.exp(-score));
    if (share < CONTEXT.companion) continue;
    companions.set(item, share);
    company += share;
  }
  return { scores, near: mean(1, 6), middle: mean(5, 20), far: mean(12, 30), companions, company };
}

const NOWHERE = placeOf([]);

function judge(score: number, one: Place, two: Place): Beside {
  const held = kept(score);
  const leads = [leadOver(held, one), leadOver(held, two)];
  const ranks = [rankOf(held, one), rankOf(held, two)];
  const [small, large] = one.companions.size <= two.companions.size ? [one, two] : [two, one];
  let common = 0;
  for (const [item, share] of small.companions) common += share * (large.companions.get(item) ?? 0);
  const own = 1 / (1 + Math.exp(-held));
  const crowd = Math.min(one.scores.length, two.scores.length);
  return {
    score,
    leadLess: Math.min(...leads),
    leadMore: Math.max(...leads),
    near: (one.near + two.near) / 2,
    middle: (one.middle + two.middle) / 2,
    far: (one.far + two.far) / 2,
    common: Math.log1p(common),
    apart: Math.log1p(Math.max(0, one.company + two.company - 2 * own - 2 * common)),
    rankMore: Math.log1p(Math.max(...ranks)),
    rankLess: Math.log1p(Math.min(...ranks)),
    reliability: Math.min(1, crowd / CONTEXT.enough),
    crowd: Math.log1p(crowd),
  };
}

/** By how much a partner beats the best of the others; negative when another is better. */
function leadOver(score: number, { scores }: Place): number {
  const [best = CONTEXT.lowest, next = CONTEXT.lowest] = scores;
  return Math.max(-CONTEXT.widestLead, Math.min(CONTEXT.widestLead, score - (best <= score ? next : best)));
}

function rankOf(score: number, { scores }: Place): number {
  const rank = scores.findIndex((other) => other <= score);
  return rank < 0 ? scores.length : rank;
}

function kept(score: number): number {
  return Math.min(CONTEXT.highest, Math.max(CONTEXT.lowest, score));
}
