import type { Reason } from '#lib/types';

export type Agreement = {
  /** 1: as good as can be; 0: as if codes were drawn by lot; below 0: worse than that. */
  alpha: number;
  /** Units that at least two coders coded, and the codes on them. */
  units: number;
  codes: number;
};

/**
 * Krippendorff's alpha for codes without an order, any number of coders, gaps allowed: 1 − (observed / expected
 * disagreement), over the pairs of codes within units, each unit weighing 1 / (its codes − 1) (Krippendorff 2011, Computing
 * Krippendorff's alpha-reliability). From .80 on codes are taken for reliable, from .667 for tentative conclusions.
 *
 * @param units one list a unit, one entry a coder; undefined where the coder gave none.
 */
export function krippendorffAlpha(units: readonly (readonly (string | undefined)[])[]): Agreement | Reason {
  const paired = units
    .map((codes) => codes.filter((code) => code !== undefined))
    .filter((codes) => codes.length >= 2)
    .map(tally);
  const total = tally(paired.flatMap((counts) => [...counts].flatMap(([code, count]) => Array(count).fill(code))));
  const codes = sum(total.values());
  if (codes === 0)
    return { code: 'too-few', message: 'No unit was coded by two coders. Code some of the same sentences.' };
  const expected = codes * codes - sum([...total.values()].map((count) => count * count));
  if (expected === 0)
    return {
      code: 'no-variation',
      message: 'All coders gave one and the same code, so agreement cannot be told from habit.',
    };
  const observed = sum(
    paired.map((counts) => {
      const size = sum(counts.values());
      return (size * size - sum([...counts.values()].map((count) => count * count))) / (size - 1);
    }),
  );
  return { alpha: 1 - ((codes - 1) * observed) / expected, units: paired.length, codes };
}

function tally(codes: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, 1 + (counts.get(code) ?? 0));
  return counts;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
