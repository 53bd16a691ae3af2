import { countOf } from '#lib/text/count-of';
import type { Link, Position, QualityStatus, Voice } from '#lib/types';
import type { Piece } from '../comparison/spine';

/** What the screen calls things, for exports to call them the same. */

export const QUALITY_WORDS: Record<QualityStatus, string> = {
  full: 'complete',
  partial: 'partial text',
  excerpt: 'excerpt only',
  blocked: 'blocked',
  failed: 'not read',
};

export const VOICE_WORDS: Record<Voice, string> = {
  own: 'outlet’s own words',
  attributed: 'attributed',
  quoted: 'quoted',
};

export const POSITION_WORDS: Record<Position, string> = {
  headline: 'headline',
  lead: 'first three paragraphs',
  body: 'further down',
};

/** "strong match, 87 %" */
export function confidenceText({ confidence, tier, byHand }: Pick<Link, 'confidence' | 'tier' | 'byHand'>): string {
  if (byHand) return 'matched by hand';
  return `${tier === 'strong' ? 'strong match' : 'possible match'}, ${percent(confidence)}`;
}

/** How sure a match is, and whether it stands where one would look for it. Absent: no match, only a difference leads there. */
export function matchText(link: Pick<Link, 'confidence' | 'tier' | 'moved' | 'byHand'> | undefined): string {
  if (link === undefined) return 'found through the difference below, the paragraphs as a whole were not matched';
  return `${confidenceText(link)}${link.moved ? ', stands elsewhere in the order' : ''}`;
}

/** 0.344 → "34 %"; never 0 or 100, since no estimate is certain. */
export function percent(share: number): string {
  return `${Math.min(99, Math.max(1, Math.round(100 * share)))} %`;
}

/** A counted share, which may well be 0 or 100. Absent: nothing was counted. */
export function shareText(share: number | undefined): string {
  return share === undefined ? '–' : `${Math.round(100 * share)} %`;
}

/** "Paragraph 3", "Headline". */
export function paragraphText(paragraph: number): string {
  return paragraph < 0 ? 'Headline' : `Paragraph ${paragraph + 1}`;
}

/** "In 3 other texts · possibly in 1 more · 2 differences · no matching paragraph found in 2 of 5 texts" */
export function summaryOf({
  carrying,
  differences,
  absent,
}: Pick<Piece, 'carrying' | 'differences' | 'absent'>): string {
  const { carried, judged, beside, possible } = carrying;
  const more = carried + beside > 0 ? ' more' : '';
  const parts = [
    carried > 0 ? `in ${countOf(carried, 'other text')}` : '',
    beside > 0 ? `in ${beside} short or incomplete` : '',
    possible > 0 ? `possibly in ${possible}${more}` : '',
    differences > 0 ? countOf(differences, 'difference') : '',
    absent.length > 0 ? `no matching paragraph found in ${absent.length} of ${countOf(judged, 'text')}` : '',
  ].filter((part) => part !== '');
  const text = parts.length === 0 ? 'other texts' : parts.join(' · ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
