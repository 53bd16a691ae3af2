/** Two-sided 95 %. */
const Z = 1.959963984540054;

export type Interval = { low: number; high: number };

/**
 * Wilson's score interval for a share k/n (Wilson 1927): never leaves 0..1 and is usable at k = 0. n may be a fraction, for
 * samples whose effective size is smaller than their count. n = 0 gives 0..1.
 */
export function wilson(k: number, n: number, z = Z): Interval {
  if (n <= 0) return { low: 0, high: 1 };
  const share = k / n;
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return { low: k === 0 ? 0 : Math.max(0, middle - half), high: k === n ? 1 : Math.min(1, middle + half) };
}

/** Interval for the difference a.k/a.n − b.k/b.n of independent shares from two Wilson intervals (Newcombe 1998, method 10). */
export function newcombe(a: { k: number; n: number }, b: { k: number; n: number }, z = Z): Interval {
  if (a.n <= 0 || b.n <= 0) return { low: -1, high: 1 };
  const [one, two] = [a.k / a.n, b.k / b.n];
  const [first, second] = [wilson(a.k, a.n, z), wilson(b.k, b.n, z)];
  return {
    low: one - two - Math.hypot(one - first.low, second.high - two),
    high: one - two + Math.hypot(first.high - one, two - second.low),
  };
}
