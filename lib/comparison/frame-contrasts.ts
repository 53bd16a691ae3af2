import { type Contrast, contrastShares, regimeOf } from '../framing/statistics';
import type { CountedOutlet, FrameRow } from './frame-rows';

/** One comparison of two outlets on one frame. */
export type FrameContrast = Contrast & { code: string; a: CountedOutlet; b: CountedOutlet };

/**
 * Every pair of outlets with enough articles, on every frame that is shown: all at once, because Holm's correction must know how
 * many comparisons a reader is shown. Empty where no two outlets have enough.
 *
 * @param panels rows of one frame each, as they stand on the page.
 */
export function frameContrasts(
  panels: readonly { code: string; rows: readonly FrameRow[] }[],
  seed: string,
): FrameContrast[] {
  const pairs = panels.flatMap(({ code, rows }) => {
    const many = rows.filter(({ shares }) => regimeOf(shares.length) === 'many');
    return many.flatMap((one, at) =>
      many.slice(at + 1).map((two) => ({
        id: JSON.stringify([code, one.outlet.id, two.outlet.id]),
        code,
        one,
        two,
      })),
    );
  });
  const contrasts = contrastShares(
    pairs.map(({ id, one, two }) => ({ id, a: one.shares, b: two.shares })),
    seed,
  );
  return contrasts.flatMap((contrast, at) => {
    const pair = pairs[at];
    return pair ? [{ ...contrast, code: pair.code, a: pair.one.outlet, b: pair.two.outlet }] : [];
  });
}
