import type { Paragraph, Quality, Reason } from '#lib/types';
import { lockPhrase, offerPhrase, pointer, wordsOf } from './lock';
import { endsOpen } from './open-end';
import type { PageKind, PageParts } from './page-parts';
import { findWall } from './walls';
import { wordCount } from './word-count';

/** What the judgement rests on. */
export type PageEvidence = {
  paragraphs: Paragraph[];
  page: PageParts;
  /** The document has no end. */
  isCut: boolean;
  /** `false` when the page itself says that it is not free to read. */
  isFree?: boolean | undefined;
  /** Words of the article by the page's own count. */
  statedWords?: number | undefined;
  /** Plain text of the same article from the feed or from the page's structured data. */
  otherTexts: { from: 'feed' | 'structured data'; text: string }[];
};

// Below this a page is not an article anybody can align; a short news item has 40 words and more.
const FEW_WORDS = 40;
/**
 * A lock's phrases also stand in menus and boxes of whole articles, and some outlets send the whole text with a page marked as
 * closed. Each sign therefore counts only beside a text that is short for it; the two together beside a longer one.
 */
const SHORT_WITH = { phrase: 300, statement: 300, both: 600 };
// A teaser above a pointer to the whole text. Longer texts have such pointers too: to other articles.
const TEASER = 80;
// What is given away before a lock: two or three paragraphs.
const FREE_LEAD = 150;
// Another copy that is this much longer shows that part of the text is missing here.
const MUCH_LONGER = 1.4;
const LOSS_IN_WORDS = 60;
// A page's own count: within a quarter of what was found on 23 of 27 pages that state one. Two of the other four count something else
// and had a whole text of more than 300 words, two had lost most of it, so the count is a sign beside a short text only.
const STATED = { longer: 1.8, whole: 0.8 };
// A page for a video, pictures or a sound has a short description beside it; a report with a video in it has more.
const DESCRIPTION = 120;

/** How much of the article this is, with the evidence in plain words, the weightiest first. */
export function judgeQuality(evidence: PageEvidence): Quality {
  const { paragraphs, page } = evidence;
  const words = wordsOf(paragraphs);
  const wall = findWall(
    paragraphs.map(({ text }) => text),
    page,
  );
  if (wall) return { status: wall.status, reasons: [wall.reason] };

  // Beside a text of this length no lock is believed, so none is looked for.
  const lock = words < SHORT_WITH.both ? lockPhrase(paragraphs, page) : undefined;
  const offer = words < FEW_WORDS ? (lock ?? offerPhrase(page)) : undefined;
  if (offer !== undefined) return { status: 'blocked', reasons: [asksToSubscribe(offer)] };
  if (words === 0)
    return { status: 'failed', reasons: [reason('no-article-text', 'No article text was found on the page.')] };

  const elsewhere = words < TEASER ? pointer(page) : undefined;
  if (elsewhere !== undefined) return { status: 'excerpt', reasons: [pointsOn(elsewhere, words)] };
  const closed = closedReasons(evidence, lock, words);
  const missing = missingReasons(evidence, words);
  if (page.kind === 'live') return { status: 'partial', reasons: [LIVE, ...closed, ...missing] };
  if (closed.length + missing.length > 0) return { status: 'partial', reasons: [...closed, ...missing] };
  if (page.kind && words < DESCRIPTION) return { status: 'excerpt', reasons: [beside(page.kind, words)] };
  if (words < FEW_WORDS)
    return { status: 'excerpt', reasons: [reason('few-words', `Only ${words} words were found.`)] };
  return { status: 'full', reasons: [] };
}

/**
 * A live page is never whole: it grows, newest first, and most send only the last entries. What it does not have, it may have had an hour ago,
 * so nothing may rest on its silence. Its entries can be read and aligned like any text.
 */
const LIVE = reason(
  'live-blog',
  'A live page: its entries come and go, so what is not here may have been or may come.',
);

function pointsOn(pointer: string, words: number): Reason {
  return reason(
    'whole-text-elsewhere',
    `The page points to the whole text elsewhere (“${pointer}”), ${words} words were found.`,
  );
}

function beside(kind: Exclude<PageKind, 'live'>, words: number): Reason {
  return reason(`${kind}-page`, `The page is made for ${THINGS[kind]}, with ${words} words beside it.`);
}
const THINGS = { video: 'a video', pictures: 'pictures', audio: 'a recording' };

function closedReasons(evidence: PageEvidence, lock: string | undefined, words: number): Reason[] {
  const { isFree, page } = evidence;
  if (hasAll(evidence, words) && (lock === undefined || words >= FREE_LEAD)) return [];
  const isClosed = isFree === false || page.closedPart === 'not-here';
  const limit = isClosed && lock !== undefined ? SHORT_WITH.both : isClosed ? SHORT_WITH.statement : SHORT_WITH.phrase;
  if (words >= limit) return [];
  return [
    ...(isClosed ? [reason('not-free', 'The page says that the article is not free to read.')] : []),
    ...(lock === undefined ? [] : [asksToSubscribe(lock)]),
  ];
}

// The page marks a part as closed and sends it all the same, or another account of its length agrees with what was found.
function hasAll({ page, statedWords, otherTexts }: PageEvidence, words: number): boolean {
  if (page.closedPart === 'here' || (statedWords !== undefined && words >= statedWords * STATED.whole)) return true;
  return (
    words >= SHORT_WITH.statement &&
    otherTexts.some(({ from, text }) => from === 'structured data' && wordCount(text) < words * MUCH_LONGER)
  );
}

function missingReasons({ paragraphs, otherTexts, statedWords, isFree, isCut }: PageEvidence, words: number): Reason[] {
  const reasons: Reason[] = [];
  for (const other of otherTexts) {
    const longer = wordCount(other.text);
    if (longer < words * MUCH_LONGER || longer - words < LOSS_IN_WORDS) continue;
    const message = `The ${other.from} of the same article has ${longer} words, the page gave ${words}.`;
    reasons.push(reason('shorter-than-known', message));
  }
  if (isFree !== true && words < SHORT_WITH.statement && isFarOff(statedWords, words)) {
    const message = `The page counts ${statedWords} words of its article, ${words} were found.`;
    reasons.push(reason('shorter-than-stated', message));
  }
  if (isCut) reasons.push(reason('page-cut', 'The page breaks off: its end was never sent.'));
  const last = paragraphs.findLast(({ kind }) => kind === 'paragraph' || kind === 'quote')?.text ?? '';
  if (endsOpen(last)) {
    const message = `The text ends in the middle of a sentence (“…${last.slice(-40)}”).`;
    reasons.push(reason('ends-mid-sentence', message));
  }
  return reasons;
}

function isFarOff(stated: number | undefined, words: number): stated is number {
  return stated !== undefined && stated >= words * STATED.longer && stated - words >= LOSS_IN_WORDS;
}

function asksToSubscribe(phrase: string): Reason {
  return reason('paywall', `The page asks for a subscription (“${phrase.toLowerCase()}”).`);
}

function reason(code: string, message: string): Reason {
  return { code, message };
}
