import { type Difference, HEADLINE, type Link } from '#lib/types';
import { type PreparedText, placeOf } from './prepared-text';
import { CUTS } from './thresholds';

/**
 * E1 (grade: in whose lead it stands): a passage among the first three paragraphs of one text that the other has further down, by at least
 * `CUTS.positionApart` paragraphs. Quiet, because a mark over two whole paragraphs would drown the marks inside them. Of each paragraph only its surest match counts, and only in texts long enough to have a lead.
 */
export function positionDifferences(
  texts: { reference: PreparedText; other: PreparedText },
  links: readonly Link[],
): Difference[] {
  const strong = links.filter((link) => link.tier === 'strong' && link.reference !== HEADLINE);
  const isSurest = (link: Link) =>
    strong.every(
      (each) => (each.reference !== link.reference && each.other !== link.other) || each.confidence <= link.confidence,
    );
  return strong.filter(isSurest).flatMap((link): Difference[] => {
    const left = texts.reference.paragraphs.get(link.reference);
    const right = texts.other.paragraphs.get(link.other);
    const inLead = [link.reference, link.other].filter((index) => index < CUTS.lead).length;
    const isApart = Math.abs(link.reference - link.other) >= CUTS.positionApart;
    if (!left || !right || inLead !== 1 || !isApart) return [];
    return [
      {
        kind: 'position',
        reference: placeOf(left, { start: 0, end: left.text.length }),
        other: placeOf(right, { start: 0, end: right.text.length }),
        note: `paragraph ${link.reference + 1} here, paragraph ${link.other + 1} there`,
        grade: link.reference < CUTS.lead ? 'reference-only' : 'other-only',
        quiet: true,
      },
    ];
  });
}
