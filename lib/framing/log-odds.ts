/** One word in one group of texts: y of its n words. */
export type WordCount = { y: number; n: number };
/** Counts added before anything is seen: `word` of `all`, in the proportion of a background. */
export type Prior = { word: number; all: number };

/**
 * How much more one word belongs to group a than to b: the log of the odds ratio after an informative Dirichlet prior, in
 * standard errors (Monroe, Colaresi & Quinn 2008, Fightin' words, equations 16, 19 and 22). Positive: a's word. The prior
 * pulls words that are rare everywhere towards 0, which raw ratios put on top. A statistic to order a list by, not a test:
 * words come in bursts, one article at a time.
 */
export function logOdds(a: WordCount, b: WordCount, prior: Prior): { delta: number; z: number } {
  const [left, right] = [a.y + prior.word, b.y + prior.word];
  const delta = Math.log(left / (a.n + prior.all - left)) - Math.log(right / (b.n + prior.all - right));
  return { delta, z: delta / Math.sqrt(1 / left + 1 / right) };
}

/**
 * The least ratio of relative frequencies the data allow, as its base-2 logarithm: the bound nearest 0 of the confidence
 * interval, 0 when the interval holds 1 (Evert 2022, Measuring keyness, LRC). Conditional on k1 + k2 the first count is
 * binomial, so the bounds come from Clopper and Pearson's exact interval. Positive: more in the first group.
 *
 * @param family how many words are looked at: Bonferroni, because a list shows the most extreme ones.
 */
export function conservativeLogRatio(
  a: { k: number; n: number },
  b: { k: number; n: number },
  family = 1,
  level = 0.95,
): number {
  const { low, high } = exactInterval(a.k, a.k + b.k, 1 - (1 - level) / family);
  const ratio = (share: number) => Math.log2(((share / (1 - share)) * b.n) / a.n);
  if (ratio(low) > 0) return ratio(low);
  return ratio(high) < 0 ? ratio(high) : 0;
}

/** Clopper and Pearson's exact interval for a share k/n, by halving: the binomial tails it rests on are monotone in p. */
export function exactInterval(k: number, n: number, level = 0.95): { low: number; high: number } {
  const tail = (1 - level) / 2;
  const low = k === 0 ? 0 : solve((p) => 1 - atMost(k - 1, n, p) - tail);
  const high = k === n ? 1 : solve((p) => tail - atMost(k, n, p));
  return { low, high };
}

// Where a rising function of p crosses 0.
function solve(rising: (p: number) => number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Chance of at most k of n at p. */
function atMost(k: number, n: number, p: number): number {
  if (p <= 0) return 1;
  if (p >= 1) return k >= n ? 1 : 0;
  let term = n * Math.log1p(-p);
  let total = Math.exp(term);
  for (let i = 1; i <= k; i++) {
    term += Math.log(((n - i + 1) / i) * (p / (1 - p)));
    total += Math.exp(term);
  }
  return Math.min(1, total);
}
