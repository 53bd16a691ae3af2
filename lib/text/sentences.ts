import type { Span } from '../types';
import { foldPunctuation } from './normalize';

// After these a full stop does not end a sentence. Months and titles: English first, then the commonest German, French and Spanish ones.
const ABBREVIATION =
  /(?:^|[\s("'[])(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Sr|Jr|St|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Cmdr|Adm|Rev|Hon|Pres|Amb|Atty|Supt|Det|No|Nos|vs|v|etc|al|approx|Inc|Corp|Co|Ltd|Bros|Dept|Univ|Ave|Blvd|Rd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Fig|pp?|cf|e\.g|i\.e|a\.m|p\.m|z\.B|d\.h|bzw|ca|Nr|Mio|Mrd|M|Mme|Mlle|Dra|Ud|Uds|Ph\.D|U\.S|U\.K|U\.N|E\.U|D\.C)\.$/u;
const INITIAL = /(?:^|[\s("'[.])\p{Lu}\.$/u;
// After these the engine may have been right after all: "in the U.S. The talks …", "at 5 p.m. They …".
const MAY_END = /(?:U\.S|U\.K|U\.N|E\.U|D\.C|a\.m|p\.m|etc|Inc|Corp|Co|Ltd|Jr|Sr)\.$/u;
const SENTENCE_STARTER =
  /^["'([]*(?:The|This|That|These|Those|It|He|She|They|We|I|But|And|In|On|At|A|An|As|For|If|When|While|After|Before|Its|His|Her|Their|There)\b/;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(lang: string): Intl.Segmenter {
  let found = segmenters.get(lang);
  if (!found) {
    found = new Intl.Segmenter(supported(lang), { granularity: 'sentence' });
    segmenters.set(lang, found);
  }
  return found;
}

/**
 * Sentences of one paragraph, in order, trimmed of outer white space; together they hold every non-space character.
 * The engine's segmenter (UAX 29) proposes, four repairs join what it cut wrongly: abbreviations ("Sen.| Ruiz"), initials
 * ("J.| Smith"), a lower-case start ("“Why?”| she asked") and a still open quotation ("“We won.| We did.” he said").
 *
 * @param lang BCP 47 tag; an unknown one falls back to English.
 */
export function splitSentences(text: string, lang = 'en'): Span[] {
  const folded = foldPunctuation(text);
  const pieces = [...segmenterFor(lang).segment(folded)].map((piece) => ({
    start: piece.index,
    end: piece.index + piece.segment.length,
  }));
  const joined: Span[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && belongsTogether(folded, text, last, piece)) last.end = piece.end;
    else joined.push({ ...piece });
  }
  return joined.map((span) => trimmed(folded, span)).filter((span) => span.end > span.start);
}

function belongsTogether(folded: string, text: string, last: Span, next: Span): boolean {
  const before = folded.slice(last.start, last.end).trimEnd();
  const after = folded.slice(next.start, next.end).trimStart();
  if (after === '' || /^[^\p{L}\p{N}]*$/u.test(after)) return true;
  if (/^["')\]]*\p{Ll}/u.test(after) && !/["')\]]$/.test(after.slice(0, 1))) return true;
  const abbreviated = ABBREVIATION.test(before) || INITIAL.test(before);
  if (abbreviated && !(MAY_END.test(before) && SENTENCE_STARTER.test(after))) return true;
  return isQuotationOpen(text.slice(last.start, last.end));
}

// Only the unambiguous marks: a straight " may be either, and guessing wrong would join a whole paragraph.
function isQuotationOpen(text: string): boolean {
  const opened = text.lastIndexOf('\u201C');
  return opened >= 0 && text.indexOf('\u201D', opened) < 0 && text.length - opened < 400;
}

function supported(lang: string): string {
  try {
    return Intl.Segmenter.supportedLocalesOf(lang).length > 0 ? lang : 'en';
  } catch {
    return 'en';
  }
}

function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/u.test(text[start] ?? '')) start++;
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end--;
  return { start, end };
}
