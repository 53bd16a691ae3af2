import { charNgrams } from '#lib/text/ngrams';

export function charGrams(keys: readonly string[]): ReadonlySet<string> {
  return new Set(charNgrams(keys, 4));
}

export function sharedCount(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const item of small) if (large.has(item)) shared++;
  return shared;
}

/** 2·|a ∩ b| / (|a| + |b|), 0..1. */
export function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const total = a.size + b.size;
  return total === 0 ? 0 : (2 * sharedCount(a, b)) / total;
}

/** Share of `part` that is in `whole`, 0..1. */
export function containment(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  return part.size === 0 ? 0 : sharedCount(part, whole) / part.size;
}
