import type { Scored } from './average-link';
import { neighbourhoodOf } from './context';
import { featuresOf, logOdds, type Weighed } from './similarity';
import { HIGHEST_LOG_ODDS, LOWEST_LOG_ODDS } from './thresholds';
import { FIRST, SECOND } from './weights';

/**
 * Log-odds that the two articles of each pair report the same event. Two looks: every pair by itself, then again beside
 * what surrounds it (context.ts). Same pairs out, same order; scores are held between −6 and 6, so that one
 * extreme pair cannot outvote a whole story.
 */
export function scorePairs(weighed: readonly Weighed[], pairs: readonly [number, number][]): Scored[] {
  const first: Scored[] = [];
  const second: number[] = [];
  for (const [a, b] of pairs) {
    const [one, two] = [weighed[a], weighed[b]];
    if (!one || !two) continue;
    const features = featuresOf(one, two);
    first.push({ a, b, score: logOdds(features, FIRST) });
    second.push(logOdds(features, SECOND));
  }
  const beside = neighbourhoodOf(weighed.length, first);
  return first.map(({ a, b }, at) => {
    const odds = (second[at] ?? 0) + (beside[at] ?? 0);
    return { a, b, score: Math.min(HIGHEST_LOG_ODDS, Math.max(LOWEST_LOG_ODDS, odds)) };
  });
}
