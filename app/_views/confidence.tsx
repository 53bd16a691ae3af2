import { matchText } from '#lib/share/screen-words';
import type { Link } from '#lib/types';

export { confidenceText, percent } from '#lib/share/screen-words';

/** How sure the match is, in words first. */
export function Confidence({ link }: { link: Pick<Link, 'confidence' | 'tier' | 'moved' | 'byHand'> | undefined }) {
  return matchText(link);
}
