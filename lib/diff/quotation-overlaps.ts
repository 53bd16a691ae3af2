import type { Difference } from '#lib/types';
import { placeOf } from './prepared-text';
import type { QuotationPair, QuotedText } from './quotation-differences';
import { CUTS } from './thresholds';

/**
 * W5: two quotations that share a run of words and go on differently on both sides. Off unless a reader asks: as often as not they are two
 * utterances that only begin alike (“we will fight this …”). Each quotation is used once, longest runs first.
 */
export function quotationOverlaps(
  reference: readonly QuotedText[],
  other: readonly QuotedText[],
  pairs: readonly QuotationPair[],
): Difference[] {
  const matched = new Set(pairs.flatMap((pair) => [pair.reference, pair.other]));
  const free = (all: readonly QuotedText[]) => all.filter((each) => each.telling && !matched.has(each));
  const candidates = free(reference).flatMap((a) =>
    free(other).flatMap((b) => {
      const run = longestRun(a, b);
      return run >= CUTS.quotation.overlapRun ? [{ a, b, run }] : [];
    }),
  );
  candidates.sort(
    (x, y) => y.run - x.run || x.a.paragraph.index - y.a.paragraph.index || x.b.paragraph.index - y.b.paragraph.index,
  );
  const used = new Set<QuotedText>();
  return candidates.flatMap(({ a, b, run }): Difference[] => {
    if (used.has(a) || used.has(b)) return [];
    used.add(a).add(b);
    return [
      {
        kind: 'quotation-overlapping',
        reference: placeOf(a.paragraph, a.quotation),
        other: placeOf(b.paragraph, b.quotation),
        note: `${run} words in a row are quoted in both`,
        quiet: false,
      },
    ];
  });
}

function longestRun(a: QuotedText, b: QuotedText): number {
  let longest = 0;
  let row = new Map<number, number>();
  for (const word of a.words) {
    const next = new Map<number, number>();
    for (const [at, their] of b.words.entries()) {
      if (word.key !== their.key) continue;
      const run = (row.get(at - 1) ?? 0) + 1;
      next.set(at, run);
      longest = Math.max(longest, run);
    }
    row = next;
  }
  return longest;
}
