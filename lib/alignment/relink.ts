import type { Alignment, Link } from '#lib/types';
import { markMoved } from './decode';

/** What a person said of two paragraphs. */
export type Relink = { reference: number; other: number; linked: boolean };

/**
 * An alignment with a person's corrections: linked pairs are strong matches made by hand, parted ones are gone, and the order is judged
 * anew. A paragraph that loses its last link is not "without a match": somebody said that two do not match, not that none does.
 *
 *     links 0–0, 1–2    part 1–2, link 1–3    →    0–0, 1–3 by hand
 */
export function relink(alignment: Alignment, corrections: readonly Relink[]): Alignment {
  if (corrections.length === 0) return alignment;
  const isSame = (a: { reference: number; other: number }, b: { reference: number; other: number }) =>
    a.reference === b.reference && a.other === b.other;
  const kept = alignment.links.filter((link) => !corrections.some((each) => isSame(each, link)));
  const made = corrections
    .filter(({ linked }) => linked)
    .map(({ reference, other }) => ({ reference, other, confidence: 1, byHand: true as const }));
  const cells = [...kept, ...made].sort((a, b) => a.reference - b.reference || a.other - b.other);
  const links: Link[] = markMoved(cells);
  const touched = (side: 'reference' | 'other') => new Set(corrections.map((each) => each[side]));
  return {
    links,
    unmatched: {
      reference: alignment.unmatched.reference.filter((each) => !touched('reference').has(each)),
      other: alignment.unmatched.other.filter((each) => !touched('other').has(each)),
    },
  };
}
