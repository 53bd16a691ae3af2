import type { Span } from '../types';
import { splitSentences } from './sentences';

/** A quotation with its marks; `inner` is the same without them. */
export type Quotation = Span & { inner: Span };

/**
 * Quotations of one paragraph, outermost only, in order and never overlapping: “ ” " " „ “ « » » « ‘ ’ ' ' ‚ ‘ 「 」『 』.
 *
 * Straight and single marks are read by their neighbours: an opening mark has space or a bracket before it and a word after
 * it, an apostrophe has letters on both sides or stands for left-out letters (’90s, ’em). A double mark that is
 * never closed runs to the end of the paragraph, which is how a quotation over several paragraphs is set.
 */
export function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  let at = 0;
  while (at < text.length) {
    const quotation = OPENING.test(text[at] ?? '') ? quotationAt(text, at) : undefined;
    if (!quotation) {
      at++;
      continue;
    }
    if (/[\p{L}\p{N}]/u.test(text.slice(quotation.inner.start, quotation.inner.end))) found.push(quotation);
    at = quotation.end;
  }
  return found;
}

type Style = { closing: string; single: boolean };

const OPENING = /[“”"„«»‹‘'’‚‛「『]/;
// What may close what. „ is closed by “ (German) or ” (Polish, Dutch); ” opens in Swedish and Finnish; » opens in Danish and some German books.
const STYLES: Record<string, Style> = {
  '“': { closing: '”“"', single: false },
  '”': { closing: '”', single: false },
  '"': { closing: '"”', single: false },
  '„': { closing: '“”"', single: false },
  '«': { closing: '»', single: false },
  '»': { closing: '«»', single: false },
  '‹': { closing: '›', single: false },
  '「': { closing: '」', single: false },
  '『': { closing: '』', single: false },
  '‘': { closing: '’', single: true },
  '‛': { closing: '’', single: true },
  '‚': { closing: '‘’', single: true },
  '’': { closing: '’', single: true },
  "'": { closing: "'’", single: true },
};
const UNSPACED = '「『';
// Left-out letters, not an opening mark: 'tis, 'em, '90s, rock 'n' roll.
const ELISION = /^.(?:tis|twas|twill|em|til|till|cause|cos|bout|round|n|\d0s|\d\d)(?![\p{L}\p{N}])/iu;
/** A single-marked quotation longer than this is two stray apostrophes. */
const LONGEST_SINGLE = 600;

/** Fewer words behind a straight mark that is never closed are a stray mark: six feet tall is 6". */
const LEAST_UNCLOSED = 6;

function quotationAt(text: string, at: number): Quotation | undefined {
  const mark = text[at] ?? '';
  const style = STYLES[mark];
  if (!style || !opens(text, at, style)) return undefined;
  const close = style.single ? closeSingle(text, at, style) : closeDouble(text, at, mark, style);
  if (close !== undefined) return { start: at, end: close + 1, inner: { start: at + 1, end: close } };
  const long = text.slice(at).split(/\s+/).length >= LEAST_UNCLOSED;
  const runsOn =
    mark === '"'
      ? /^\s*$|[.!?,:]\s$/.test(text.slice(0, at)) || long
      : !style.single || (text.slice(0, at).trim() === '' && (mark === '‘' || (mark === "'" && long)));
  if (text.slice(at + 1).includes(mark)) return undefined;
  const end = text.trimEnd().length;
  return runsOn && end > at + 1 ? { start: at, end, inner: { start: at + 1, end } } : undefined;
}

function opens(text: string, at: number, style: Style): boolean {
  const mark = text[at] ?? '';
  if (UNSPACED.includes(mark)) return true;
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  if ('“„«‹'.includes(mark)) return !(mark === '“' && endsHere(text, at));
  if (!/[\s([{—–\-/:“"‘']/u.test(before) || /\s/u.test(after)) return false;
  if (!style.single) return true;
  return /[\p{L}\p{N}“"[(…$£€]/u.test(after) && !ELISION.test(text.slice(at, at + 8));
}

/** Standing where a closing mark stands: a word or stop before it, no word after it. */
function endsHere(text: string, at: number): boolean {
  return (
    /\S/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + 1] ?? ' ') && !/[(—–]/u.test(text[at - 1] ?? ' ')
  );
}

/**
 * Balanced first (“a “b” c”), then the nearest closing mark unless another opening one stands before it:
 * in “Left open, he said. “Closed.” the first mark is a slip and only the second pair is a quotation.
 */
function closeDouble(text: string, at: number, mark: string, style: Style): number | undefined {
  let depth = 1;
  let nearest: number | undefined;
  let reopened = false;
  for (let next = at + 1; next < text.length; next++) {
    const here = text[next] ?? '';
    if (here === mark && mark !== '"' && !(style.closing.includes(mark) && endsHere(text, next))) {
      if (nearest === undefined) reopened = true;
      depth++;
    } else if (
      style.closing.includes(here) &&
      (endsHere(text, next) || UNSPACED.includes(mark) || here === '”' || here === '»')
    ) {
      if (mark === '"' || depth === 1) return next;
      nearest ??= next;
      depth--;
    } else if (here === mark && mark === '"' && opens(text, next, style)) {
      return undefined;
    }
  }
  const atStart = text.slice(0, at).trim() === '';
  return reopened && !atStart ? undefined : nearest;
}

/** The first mark with no letter after it; a plural possessive (“the voters’ choice”) only when nothing better follows. */
function closeSingle(text: string, at: number, style: Style): number | undefined {
  let possessive: number | undefined;
  const limit = Math.min(text.length, at + LONGEST_SINGLE);
  for (let next = at + 1; next < limit; next++) {
    const here = text[next] ?? '';
    if (here === '“') {
      const inner = text.indexOf('”', next);
      if (inner > 0 && inner < limit) next = inner;
      continue;
    }
    if (here === text[at] && here === '‘') break;
    if (!style.closing.includes(here) || !endsHere(text, next)) continue;
    if (/s$/i.test(text.slice(at + 1, next)) && /^\s\p{Ll}/u.test(text.slice(next + 1, next + 3))) {
      possessive ??= next;
      continue;
    }
    return next;
  }
  return possessive;
}

/** Sentences, but never cut inside a quotation: “We won. We did,” she said. is one statement. Spans into `text`. */
export function splitStatements(text: string, quotations: readonly Quotation[] = findQuotations(text)): Span[] {
  const statements: Span[] = [];
  for (const sentence of splitSentences(text)) {
    const last = statements.at(-1);
    const cut = last && quotations.some((each) => each.start < last.end && each.end > sentence.start);
    if (last && cut) last.end = sentence.end;
    else statements.push({ ...sentence });
  }
  return statements;
}
