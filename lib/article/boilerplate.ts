import type { Dropped, Reason } from '#lib/types';
import type { Block } from './blocks';
import { nameKey } from './byline';
import { readDate } from './dates';
import { FURNITURE } from './phrases';
import { wordCount } from './word-count';

/** What else is known of the page, so that its own title or names are not printed as a paragraph. */
export type PageFacts = { headline?: string | undefined; byline?: string | undefined; printedHeadings?: string[] };

/**
 * Thresholds of the link rule: at least 80 % of the letters in links and at most 25 words. Measured on 519 pages of three public
 * collections; raising the share keeps lists of links, lowering it loses sentences full of sources.
 */
const LINK_SHARE = 0.8;
const LINK_WORDS = 25;
const SHORT_LIST_ITEM = 3;
// In a list a label may stand before the link ("Energy: How safe is the grid?"); half is enough where the item is no sentence.
const LIST_LINK_SHARE = 0.5;
const MOST_FOR_HINT = 0.4;

/** Blocks of the article, in order, and the rest with the reason each was left out. */
export function dropBoilerplate(blocks: Block[], page: PageFacts = {}): { kept: Block[]; dropped: Dropped[] } {
  const dropped: Dropped[] = [];
  const seen = new Set<string>();
  const kept: Block[] = [];
  const believed = believedHints(blocks);
  let isPointing = false;
  // Below an offer to subscribe stand its conditions, questions and answers, until the text goes on.
  let isAtWall = false;
  for (const raw of blocks) {
    const block = withTrueKind(raw);
    const hint = block.hint && believed.has(block.hint.code) ? block.hint : undefined;
    const pointed: Reason | undefined =
      isPointing && block.kind === 'list' && !FINISHED.test(block.text) ? POINTED_AT : undefined;
    const atWall: Reason | undefined = isAtWall && !isProse(block) ? BELOW_OFFER : undefined;
    const reason: Reason | undefined =
      hint ?? reasonToDrop(block, page, kept.length) ?? pointed ?? atWall ?? repeated(block, seen);
    if (reason) dropped.push({ text: block.text, reason });
    else kept.push(block);
    isPointing = reason?.code === 'read-more';
    isAtWall = reason?.code === 'paywall';
  }
  const prose = withoutPullQuotes(kept, dropped);
  const first = prose.findIndex((block) => !isLooseStart(block));
  for (const { text } of prose.splice(0, Math.max(0, first))) dropped.push({ text, reason: LEADING_LINE });
  // What stands below the last full sentence announces a list that was dropped ("More on this story") or signs the text.
  for (let last = prose.at(-1); last && (isLooseEnd(last) || isSignature(last, page)); last = prose.at(-1)) {
    prose.pop();
    const isHeading = last.kind === 'heading';
    dropped.push({ text: last.text, reason: isHeading ? TRAILING_HEADING : TRAILING_LINE });
  }
  return { kept: prose, dropped };
}

const FINISHED = /[.!?…。！？]["'”’»)\]]*$/u;
const POINTED_AT = because('read-more', 'A pointer to another article.');
const BELOW_OFFER = because('paywall', 'An offer to subscribe.');
const LEADING_LINE = because('leading-line', 'A heading or a few words above the beginning of the text.');
const TRAILING_HEADING = because('trailing-heading', 'A heading with no text below it.');
const TRAILING_LINE = because('trailing-line', 'A few words after the end of the text.');

// Lists and lines of a few words go with the offer above them; a paragraph does not.
function isProse(block: Block): boolean {
  return block.kind !== 'list' && wordCount(block.text) >= 15;
}

// Some templates print every paragraph as a heading; a heading this long that ends like a sentence is one.
function withTrueKind(block: Block): Block {
  if (
    block.kind === 'heading' &&
    (wordCount(block.text) > 25 || (wordCount(block.text) > 15 && FINISHED.test(block.text)))
  ) {
    return { ...block, kind: 'paragraph' };
  }
  if (
    block.kind === 'paragraph' &&
    block.boldShare > 0.95 &&
    wordCount(block.text) <= 12 &&
    !/[.,;:…]["'”’»)]*$/u.test(block.text)
  ) {
    return { ...block, kind: 'heading' };
  }
  return block;
}

// A kicker, a second headline, "Contents": what stands above the first sentence names the text and is not part of it.
function isLooseStart(block: Block): boolean {
  // A heading of more words, or one that ends like a sentence, is a lede set large.
  if (block.kind === 'heading') return wordCount(block.text) <= 12 && !FINISHED.test(block.text);
  return block.kind === 'paragraph' && wordCount(block.text) <= 6 && !/[.!?…:;,。！？"'”’»)\]]$/u.test(block.text);
}

function isLooseEnd(block: Block): boolean {
  if (block.kind === 'heading') return true;
  return block.kind === 'paragraph' && wordCount(block.text) <= 3 && !/[.!?…:。！？"'”’»)\]]$/u.test(block.text);
}

// "Radio Estuary (Ilse Marnow)": the last line names who wrote the text, and is no sentence.
function isSignature({ text }: Block, { byline }: PageFacts): boolean {
  if (byline === undefined || wordCount(text) > 8 || FINISHED.test(text.replace(/\)$/u, ''))) return false;
  const line = ` ${nameKey(text)} `;
  return byline.split(', ').some((name) => name.includes(' ') && line.includes(` ${nameKey(name)} `));
}

// Above this many blocks the search for pull quotes, which compares every short block with the whole text, is left out.
const MOST_FOR_PULL_QUOTES = 400;

/** A sentence lifted out of the text and printed once more in large letters: the same words stand in a longer block. */
function withoutPullQuotes(blocks: Block[], dropped: Dropped[]): Block[] {
  if (blocks.length > MOST_FOR_PULL_QUOTES) return blocks;
  const keys = blocks.map((block) => ` ${nameKey(block.text)} `);
  const whole = `\n${keys.join('\n')}\n`;
  return blocks.filter((block, index) => {
    const key = keys[index] ?? '';
    const words = wordCount(block.text);
    if (words < 6 || words > 60) return true;
    const first = whole.indexOf(key);
    const isElsewhere = first !== whole.lastIndexOf(key) && whole.split(key).length > 2;
    const standsInLonger = isElsewhere && keys.some((other) => other.length > key.length && other.includes(key));
    if (standsInLonger)
      dropped.push({ text: block.text, reason: because('repeated', 'The same words stand in another paragraph.') });
    return !standsInLonger;
  });
}

// One "article-widget" is furniture; when such parts hold much of the text, the template calls its paragraphs that.
function believedHints(blocks: Block[]): Set<string> {
  const words = new Map<string, number>();
  let total = 0;
  for (const block of blocks) {
    const count = wordCount(block.text);
    total += count;
    if (block.hint) words.set(block.hint.code, (words.get(block.hint.code) ?? 0) + count);
  }
  return new Set([...words].filter(([, count]) => count <= total * MOST_FOR_HINT).map(([code]) => code));
}

function reasonToDrop(block: Block, page: PageFacts, before: number): Reason | undefined {
  const { text } = block;
  if (!/[\p{L}\p{N}]/u.test(text)) return because('no-words', 'A line without words.');
  if (block.isCaption) return because('caption', 'The caption of a picture.');
  const words = wordCount(text);
  if (block.linkShare >= LINK_SHARE && words <= LINK_WORDS) return because('links', 'A line made of links.');
  if (block.kind === 'list' && block.linkShare >= LIST_LINK_SHARE && words <= LINK_WORDS && !FINISHED.test(text))
    return because('links', 'A line made of links.');
  if (block.kind === 'list' && words <= SHORT_LIST_ITEM)
    return because('short-list-item', 'A list item of three words or fewer.');
  if (before < 4 && isHeadline(block, page)) return because('headline', 'The headline once more.');
  if (
    page.byline !== undefined &&
    words <= 8 &&
    [page.byline, ...page.byline.split(', ')].some((name) => sameLetters(text, name))
  )
    return because('byline', 'A line about who wrote the text.');
  if (words <= 12 && isOnlyDate(text))
    return because('date-line', 'A line with nothing but a date, a time or a reading time.');
  for (const group of FURNITURE) {
    if (words <= group.words && group.patterns.some((pattern) => pattern.test(text)))
      return because(group.code, group.message);
  }
  return undefined;
}

// The printed form may have a kicker in front that the headline has not, and an h1 that was not believed is no paragraph either.
function isHeadline({ text, kind }: Block, { headline, printedHeadings }: PageFacts): boolean {
  if (headline !== undefined && sameLetters(text, headline)) return true;
  return kind === 'heading' && (printedHeadings ?? []).some((heading) => sameLetters(text, heading));
}

function repeated(block: Block, seen: Set<string>): Reason | undefined {
  const key = block.text.toLowerCase();
  if (seen.has(key)) return because('repeated', 'The same text stands above.');
  seen.add(key);
  return undefined;
}

// "Wednesday, 8 November 2023, 14:05 CET": a date, and what remains without it is no sentence.
function isOnlyDate(text: string): boolean {
  if (/^\d{1,2}[:.h]\d{2}(?:\s*(?:uhr|am|pm|a\.m\.|p\.m\.|[A-Z]{2,4}))?$/i.test(text)) return true;
  if (!/\d/.test(text) || !readDate(text, 'day-first')) return false;
  return text.length <= 60 && text.replace(/[\d\s.,:|/–—-]/g, '').length <= 28;
}

function sameLetters(a: string, b: string): boolean {
  return letters(a) === letters(b);
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function because(code: string, message: string): Reason {
  return { code, message };
}
