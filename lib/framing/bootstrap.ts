import type { Interval } from './intervals';

/** One article: k of its n sentences. */
export type Share = { k: number; n: number };

/** Pooled share of several articles; 0 when they have no sentence. */
export function pooled(articles: readonly Share[]): number {
  const total = sum(articles);
  return total.n === 0 ? 0 : total.k / total.n;
}

export function sum(articles: readonly Share[]): Share {
  return articles.reduce((all, each) => ({ k: all.k + each.k, n: all.n + each.n }), { k: 0, n: 0 });
}

/**
 * Numbers in 0..1 that depend on the seed alone (mulberry32 started from the FNV-1a hash of the text), so that a comparison
 * shows the same interval on every machine and in every year.
 */
export function seededDraws(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let at = 0; at < seed.length; at++) state = Math.imul(state ^ seed.charCodeAt(at), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Pooled shares of `resamples` draws of whole articles with replacement. Articles and not sentences are drawn because the
 * sentences of one article resemble each other: drawing sentences makes intervals about half as wide as they should be.
 */
export function resampleShares(articles: readonly Share[], resamples: number, draw: () => number): number[] {
  return Array.from({ length: resamples }, () => {
    let k = 0;
    let n = 0;
    for (let drawn = 0; drawn < articles.length; drawn++) {
      const article = articles[Math.floor(draw() * articles.length)];
      k += article?.k ?? 0;
      n += article?.n ?? 0;
    }
    return n === 0 ? 0 : k / n;
  });
}

/** The middle 95 % of some numbers, by linear interpolation between order statistics. */
export function percentileInterval(values: readonly number[]): Interval {
  const sorted = [...values].sort((a, b) => a - b);
  return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
}

function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}
