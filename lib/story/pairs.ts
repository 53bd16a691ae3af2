import type { Embedding } from '#lib/types';
import type { Scored } from './average-link';
import { BESIDE, neighbourhoodOf } from './context';
import { meaningOdds } from './meaning';
import { FEATURES, type Features, featuresOf } from './similarity';
import { CONTEXT, HIGHEST_LOG_ODDS, LOWEST_LOG_ODDS } from './thresholds';
import type { Weighed } from './weigh';
import { FIRST, type FirstWeights, SECOND } from './weights';

/**
 * Log-odds that the two articles of each pair report the same event. Two looks: every pair by itself, then again beside
 * what surrounds it (context.ts) and beside what an encoder says, where one is set up (meaning.ts). Same pairs out, same order; scores are held between −6 and 6, so that one
 * extreme pair cannot outvote a whole story.
 */
export function scorePairs(
  weighed: readonly Weighed[],
  pairs: readonly [number, number][],
  embeddings?: ReadonlyMap<string, Embedding>,
): Scored[] {
  const meant = meaningOdds(weighed, embeddings);
  const first: Scored[] = [];
  const second: number[] = [];
  for (const [a, b] of pairs) {
    const [one, two] = [weighed[a], weighed[b]];
    if (!one || !two) continue;
    const features = featuresOf(one, two);
    first.push({ a, b, score: firstLook(features, FIRST) });
    second.push(firstLook(features, SECOND));
  }
  const beside = neighbourhoodOf(weighed.length, first);
  const caution = cautionAmong(weighed.length);
  return first.map(({ a, b, score }, at) => {
    const around = beside[at];
    let odds = score;
    // Too far apart to be worth a second look; the second weights were learnt above this line only.
    if (around && score > LOWEST_LOG_ODDS) {
      odds = second[at] ?? LOWEST_LOG_ODDS;
      for (const name of BESIDE) odds += SECOND[name] * around[name];
      odds += meant(a, b) - caution;
    }
    return { a, b, score: Math.min(HIGHEST_LOG_ODDS, Math.max(LOWEST_LOG_ODDS, odds)) };
  });
}

/** Log-odds taken off every pair where only so many articles are compared. */
export function cautionAmong(articles: number): number {
  return CONTEXT.caution * Math.max(0, 1 - (articles - 2) / (CONTEXT.company - 2));
}

/** Log-odds of a pair by itself. */
export function firstLook(features: Features, weights: FirstWeights = FIRST): number {
  let sum = weights.bias;
  for (const name of FEATURES) sum += weights[name] * features[name];
  return sum;
}
