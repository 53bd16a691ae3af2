import type { Dropped, Paragraph, Reason } from '#lib/types';
import type { PagePart, PageParts } from './page-parts';
import { toParagraphs } from './paragraphs';
import { ELSEWHERE, LOCK_STEMS, LOCKED, OFFER, straight } from './wall-phrases';
import { wordCount } from './word-count';

// A box that follows the text has hardly any of the text after it.
const AFTER_LOCK = 30;
// A box is a few lines; a longer paragraph with such a phrase in it reports about one.
const BOX_WORDS = 30;
const QUOTATION = 300;
const QUOTED = /["“„«「『][^"“”„«»「」『』]*["”“»」』]|‘[^‘’]*’/gu;
const OPENING = /["“„«「『‘]/u;
// By stems alone a lock is believed beside two or three paragraphs at most.
const STEMS_LEAD = 150;
const BOX: Reason = { code: 'paywall', message: 'An offer to subscribe.' };

/**
 * The words by which a page says that its text goes on for others. Not in head, foot or menu, not inside quotation marks (an
 * article about such boxes quotes them), and not in the midst of the text: a box comes before it or after it.
 */
export function lockPhrase(paragraphs: readonly Paragraph[], { parts }: PageParts): string | undefined {
  const texts = new Set(paragraphs.map(({ text }) => text));
  const isText = (part: PagePart) => texts.has(part.text);
  const isAmidst = (index: number) => {
    const after = parts.slice(index + 1).filter(isText);
    const hasTextBefore = parts.slice(0, index + 1).some(isText);
    return hasTextBefore && after.reduce((sum, { words }) => sum + words, 0) >= AFTER_LOCK;
  };
  for (const [index, { text, isEdge }] of parts.entries()) {
    const match = isEdge ? undefined : unquoted(LOCKED, text);
    if (match !== undefined && !isAmidst(index)) return match;
  }
  if (wordsOf(paragraphs) >= STEMS_LEAD) return undefined;
  return parts.find((part, index) => isLockByStems(part) && !isAmidst(index))?.text;
}

function isLockByStems({ text, words, isEdge }: PagePart): boolean {
  if (isEdge || words > BOX_WORDS || /newsletter/i.test(text)) return false;
  return LOCK_STEMS.every((stems) => stems.test(text.replace(QUOTED, '')));
}

/** The words by which a page offers a subscription, outside its head, foot and menu. */
export function offerPhrase({ parts }: PageParts): string | undefined {
  for (const { text, isEdge } of parts) {
    const match = isEdge ? undefined : unquoted(OFFER, text);
    if (match !== undefined) return match;
  }
  return undefined;
}

/** The words by which a page points to the whole text elsewhere: below a teaser, and below hardly anything else. */
export function pointer({ parts }: PageParts): string | undefined {
  return parts.find(({ text, words, isEdge }) => !isEdge && words <= BOX_WORDS && ELSEWHERE.test(straight(text)))?.text;
}

/** The text without the box at its end, which would otherwise be lined up with other outlets' last paragraphs. */
export function withoutOffer(body: { paragraphs: Paragraph[]; dropped: Dropped[] }): typeof body {
  const last = body.paragraphs.findLastIndex(({ text }) => !isOffer(text));
  if (last === body.paragraphs.length - 1) return body;
  const offers = body.paragraphs.slice(last + 1).map(({ text }) => ({ text, reason: BOX }));
  return { paragraphs: toParagraphs(body.paragraphs.slice(0, last + 1)), dropped: [...body.dropped, ...offers] };
}

function isOffer(text: string): boolean {
  return wordCount(text) <= BOX_WORDS && (unquoted(LOCKED, text) ?? unquoted(OFFER, text)) !== undefined;
}

function unquoted(phrases: RegExp, text: string): string | undefined {
  const match = phrases.exec(straight(text));
  if (!match) return undefined;
  const before = text.slice(Math.max(0, match.index - QUOTATION), match.index);
  return OPENING.test(before.replace(QUOTED, '')) ? undefined : match[0];
}

export function wordsOf(paragraphs: readonly Paragraph[]): number {
  return paragraphs.reduce((sum, { text }) => sum + wordCount(text), 0);
}
