import type { Scored } from './average-link';
import { CONTEXT } from './thresholds';
import { BESIDE } from './weights';

/**
 * What the neighbourhood says about every pair, to be added to its own log-odds.
 *
 * A likeness of 0.4 means one thing for an accident in a small town and another in the week of a summit, when fifty articles
 * are that alike. So a pair is compared with what each of its two articles has beside it: by how much it beats (or misses)
 * the next best partner, how crowded the surroundings are, and whether the two have the same neighbours. In the spirit of
 * local scaling (Zelnik-Manor & Perona 2004) and of shared nearest neighbours (Jarvis & Patrick 1973). An article with few
 * candidates has no neighbourhood worth the name: `reliability` fades all of this out and leaves a little caution.
 *
 * @param size how many items the pairs are about.
 * @param pairs first scores, log-odds.
 * @returns one number a pair, in the same order.
 */
export function neighbourhoodOf(size: number, pairs: readonly Scored[]): number[] {
  const around: Neighbour[][] = Array.from({ length: size }, () => []);
  for (const { a, b, score } of pairs) {
    around[a]?.push({ item: b, score: kept(score) });
    around[b]?.push({ item: a, score: kept(score) });
  }
  const places = around.map(placeOf);
  return pairs.map(({ a, b, score }) => {
    const [one, two] = [places[a], places[b]];
    return one && two ? judge(kept(score), one, two) : 0;
  });
}

type Neighbour = { item: number; score: number };
type Place = {
  /** First scores of the best and the second best partner. */
  best: number;
  next: number;
  /** Mean first score of the partners ranked 2–6, 6–20, 13–30. */
  near: number;
  middle: number;
  far: number;
  count: number;
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
  return {
    best: scores[0] ?? CONTEXT.lowest,
    next: scores[1] ?? CONTEXT.lowest,
    near: mean(1, 6),
    middle: mean(5, 20),
    far: mean(12, 30),
    count: neighbours.length,
    companions,
    company,
  };
}

function judge(score: number, one: Place, two: Place): number {
  const leads = [leadOver(score, one), leadOver(score, two)];
  let common = 0;
  for (const [item, share] of one.companions) common += share * (two.companions.get(item) ?? 0);
  const own = 1 / (1 + Math.exp(-score));
  const apart = Math.max(0, one.company + two.company - 2 * own - 2 * common);
  const reliability = Math.min(1, Math.min(one.count, two.count) / CONTEXT.enough);
  return (
    BESIDE.score * score -
    CONTEXT.caution * (1 - reliability) +
    reliability *
      (BESIDE.bias +
        BESIDE.scoreInContext * score +
        BESIDE.smallerLead * Math.min(...leads) +
        BESIDE.largerLead * Math.max(...leads) +
        (BESIDE.near * (one.near + two.near)) / 2 +
        (BESIDE.middle * (one.middle + two.middle)) / 2 +
        (BESIDE.far * (one.far + two.far)) / 2 +
        BESIDE.common * Math.log1p(common) +
        BESIDE.apart * Math.log1p(apart))
  );
}

/** By how much a partner beats the best of the others; negative when another is better. */
function leadOver(score: number, place: Place): number {
  const other = place.best <= score ? place.next : place.best;
  return Math.max(-CONTEXT.widestLead, Math.min(CONTEXT.widestLead, score - other));
}

function kept(score: number): number {
  return Math.min(CONTEXT.highest, Math.max(CONTEXT.lowest, score));
}
