import type { Paragraph, Quality, Reason } from '#lib/types';
import { wordCount } from './boilerplate';
import { BOT_WALL, CONSENT_WALL, NEEDS_SCRIPT, PAYWALL } from './phrases';

/** What the judgement rests on. */
export type PageEvidence = {
  paragraphs: Paragraph[];
  /** All text of the page, menus included. */
  pageText: string;
  pageTitle: string;
  /** Script elements: an empty shell has little else. */
  scripts: number;
  /** The document has no end. */
  isCut: boolean;
  /** `false` when the page itself says that it is not free to read. */
  isFree?: boolean | undefined;
  /** Plain text of the same article from the feed or from the page's structured data. */
  otherTexts: { from: 'feed' | 'structured data'; text: string }[];
};

// Below this a page is not an article anybody can align; a short news item has 60 words and more.
const FEW_WORDS = 40;
// A wall's phrases also stand in menus and footers of whole articles, and some outlets send the whole text with a closed
// page. Each sign therefore counts only beside a text that is short for it; the two together beside a longer one.
const SHORT_WITH = { phrase: 150, statement: 300, both: 600 };
// Another copy that is this much longer shows that part of the text is missing here.
const MUCH_LONGER = 1.4;
const LOSS_IN_WORDS = 60;

/** How much of the article this is, with the evidence in plain words, the weightiest first. */
export function judgeQuality(evidence: PageEvidence): Quality {
  const words = evidence.paragraphs.reduce((sum, paragraph) => sum + wordCount(paragraph.text), 0);
  const wall = words < SHORT_WITH.phrase ? wallReason(evidence, words) : undefined;
  if (wall) return { status: 'blocked', reasons: [wall] };
  if (words === 0) return { status: 'failed', reasons: [nothingReason(evidence)] };

  const closed = closedReasons(evidence, words);
  const missing = missingReasons(evidence, words);
  if (missing.length > 0 || closed.isShort) return { status: 'partial', reasons: [...closed.reasons, ...missing] };
  if (words < FEW_WORDS)
    return { status: 'excerpt', reasons: [reason('few-words', `Only ${words} words were found.`)] };
  return { status: 'full', reasons: [] };
}

function nothingReason({ pageText, scripts }: PageEvidence): Reason {
  const isShell = NEEDS_SCRIPT.test(pageText) || (scripts > 0 && wordCount(pageText) < FEW_WORDS);
  if (!isShell) return reason('no-article-text', 'No article text was found on the page.');
  return reason('needs-script', 'The page is empty until a script has run; scripts are not run here.');
}

function closedReasons({ pageText, isFree }: PageEvidence, words: number): { reasons: Reason[]; isShort: boolean } {
  const phrase = PAYWALL.exec(pageText)?.[0];
  const reasons = [
    ...(isFree === false ? [reason('not-free', 'The page says that the article is not free to read.')] : []),
    ...(phrase === undefined ? [] : [asksToSubscribe(phrase)]),
  ];
  const limit = reasons.length === 2 ? SHORT_WITH.both : isFree === false ? SHORT_WITH.statement : SHORT_WITH.phrase;
  return { reasons, isShort: reasons.length > 0 && words < limit };
}

function missingReasons({ paragraphs, otherTexts, isCut }: PageEvidence, words: number): Reason[] {
  const reasons: Reason[] = [];
  for (const other of otherTexts) {
    const longer = wordCount(other.text);
    if (longer < words * MUCH_LONGER || longer - words < LOSS_IN_WORDS) continue;
    const message = `The ${other.from} of the same article has ${longer} words, the page gave ${words}.`;
    reasons.push(reason('shorter-than-known', message));
  }
  if (isCut) reasons.push(reason('page-cut', 'The page breaks off: its end was never sent.'));
  const last = paragraphs.findLast(({ kind }) => kind === 'paragraph' || kind === 'quote')?.text ?? '';
  if (endsOpen(last)) {
    const message = `The text ends in the middle of a sentence (“…${last.slice(-40)}”).`;
    reasons.push(reason('ends-mid-sentence', message));
  }
  return reasons;
}

function wallReason(evidence: PageEvidence, words: number): Reason | undefined {
  const shown = `${evidence.pageTitle} ${evidence.pageText}`.slice(0, 6_000);
  const total = wordCount(shown);
  const robot = BOT_WALL.exec(shown)?.[0];
  if (robot !== undefined && total < 400)
    return reason('bot-wall', `The server asks whether a person is reading (“${robot.toLowerCase()}”).`);
  const subscription = PAYWALL.exec(shown)?.[0];
  if (subscription !== undefined && words < FEW_WORDS) return asksToSubscribe(subscription);
  const phrases = matches(CONSENT_WALL, shown);
  const ownText = evidence.paragraphs.map((paragraph) => paragraph.text).join(' ');
  const isAllWall = words === 0 || matches(CONSENT_WALL, ownText).length > 0;
  const first = phrases[0];
  if (first !== undefined && isAllWall && total < 900 && (phrases.length >= 2 || total < 150)) {
    return reason('consent-wall', `The page shows a consent notice instead of the article (“${first}”).`);
  }
  return undefined;
}

function asksToSubscribe(phrase: string): Reason {
  return reason('paywall', `The page asks for a subscription (“${phrase.toLowerCase()}”).`);
}

function matches(pattern: RegExp, text: string): string[] {
  return [...new Set([...text.matchAll(new RegExp(pattern.source, 'gi'))].map((match) => match[0].toLowerCase()))];
}

/**
 * An ellipsis, a comma or a lower-case word at the end are signs of a cut. A capitalised last word is not: many texts end with
 * a line of credits ("Contributing: Jane Roe").
 */
function endsOpen(text: string): boolean {
  if (wordCount(text) < 8) return false;
  const last = text.split(' ').at(-1) ?? '';
  return /(?:…|\.\.\.|\[…\]|\[\.\.\.\]|[,;–—-])$/u.test(last) || /^["'“‘«(]?[\p{Ll}][\p{L}'’-]*$/u.test(last);
}

function reason(code: string, message: string): Reason {
  return { code, message };
}
