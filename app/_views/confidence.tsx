import type { Link } from '#lib/types';

/** How sure the match is, in words first. */
export function Confidence({ link }: { link: Pick<Link, 'confidence' | 'tier' | 'moved' | 'byHand'> | undefined }) {
  if (link === undefined) return <>found through the difference below, the paragraphs as a whole were not matched</>;
  return (
    <>
      {confidenceText(link)}
      {link.moved ? ', stands elsewhere in the order' : ''}
    </>
  );
}

export function confidenceText({ confidence, tier, byHand }: Pick<Link, 'confidence' | 'tier' | 'byHand'>): string {
  if (byHand) return 'matched by hand';
  return `${tier === 'strong' ? 'strong match' : 'possible match'}, ${percent(confidence)}`;
}

/** 0.344 → "34 %"; never 0 or 100, since no estimate is certain. */
export function percent(share: number): string {
  return `${Math.min(99, Math.max(1, Math.round(100 * share)))} %`;
}
