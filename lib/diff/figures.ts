import { foldPunctuation } from '#lib/text/normalize';
import type { Span } from '#lib/types';
import type { PreparedParagraph } from './prepared-text';
import { CUTS } from './thresholds';

/** One number with what it counts. The span holds currency, scale and percent sign, not the qualifier. */
export type Figure = Span & {
  text: string;
  value: number;
  /** `%`, a currency sign, or '' for a plain count. */
  unit: string;
  /** Stems of the words of the thing counted, at most three: "12 injured people" → injur, peopl. */
  noun: string[];
  /** "more than", "nearly", … as a class; '' without one. */
  qualifier: '' | 'above' | 'below' | 'about';
  qualifierText: string;
  /** One end of "10 to 15". */
  inRange: boolean;
  /** Content stems within CUTS.figure.context characters on either side. */
  context: ReadonlySet<string>;
};

const SCALES: Record<string, number> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
  tn: 1e12,
  k: 1e3,
};
const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const MONTH =
  'jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)|apr(?:il|\\.)|may|june?|july?|aug(?:ust|\\.)|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?';

const WORD_NUMBER = `(?:(?:${TENS.join('|')})(?:-(?:${ONES.slice(1, 10).join('|')}))?|${ONES.slice(2).join('|')})`;
const DIGITS = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const CURRENCY = '(?:US|A|C|HK)?[$€£¥]';
// currency? number scale? percent-or-currency-word?; spelled numbers may carry "hundred" and "dozen".
const FIGURE = new RegExp(
  `(?<![\\p{L}\\p{N}.,:/-]|[\\p{L}\\p{N}]['])(?:(${CURRENCY})\\s?)?(?:(${DIGITS})|(${WORD_NUMBER}(?:\\s(?:hundred|dozen))?|a\\s(?:hundred|dozen)))` +
    `(?:(?:\\s|-)(thousand|million|billion|trillion|bn|mn|tn)\\b|(m|k|bn|mn|tn)\\b)?` +
    `(?:\\s?(%)|[\\s-](percent|per cent|pct|percentage points?)\\b|\\s((?:U\\.?S\\.? )?dollars|euros?|pounds|yen)\\b)?`,
  'giu',
);
const UNITS: Record<string, string> = { dollars: '$', euro: '€', euros: '€', pounds: '£', yen: '¥' };

const BEFORE_DATE = new RegExp(`\\b(?:${MONTH})\\s$`, 'i');
const AFTER_DATE = new RegExp(`^(?:st|nd|rd|th)?\\s(?:of\\s)?(?:${MONTH})\\b`, 'i');
const NOT_A_COUNT =
  /^(?:st|nd|rd|th|s|am|pm)\b|^\s?(?:a\.m|p\.m|am\b|pm\b|o'clock)|^:\d|^[-/–](?:\d|to-)|^-(?:[a-z]+-)?(?:old|day|year|month|week|hour|minute|member|point|page|mile|foot|seat|person|man|story|part|time|way|degree|figure)\b|^'s\b|^[.,]\d|^\.\d/i;

const ABOVE =
  /\b(?:more than|(?:just|well|little) over|over|at least|upwards of|above|exceeding|some more than|no fewer than|no less than)\s(?:the\s|a\s)?$/i;
const BELOW =
  /\b(?:less than|fewer than|under|below|up to|at most|nearly|almost|close to|just under|as many as|as much as|no more than)\s$/i;
const ABOUT = /\b(?:about|around|roughly|approximately|some|an estimated|estimated|or so|circa)\s$/i;

/** Figures of a paragraph. Dates, years, clock times, ages, scores ("57-43"), ordinals and numbers that are part of a name are not counts. */
export function findFigures(paragraph: PreparedParagraph): Figure[] {
  const folded = foldPunctuation(paragraph.text);
  const found: Figure[] = [];
  for (const match of folded.matchAll(FIGURE)) {
    const text = match[0];
    const start = match.index;
    const end = start + text.length;
    const [, currency, digits, spelled, scale, shortScale, percentSign, percentWord, currencyWord] = match;
    const value = readValue(digits, spelled) * scaleOf(scale ?? shortScale);
    const unit =
      currency !== undefined
        ? currency.slice(-1)
        : (percentSign ?? percentWord) !== undefined
          ? '%'
          : (UNITS[currencyWord?.toLowerCase().split(' ').at(-1) ?? ''] ?? '');
    const before = folded.slice(Math.max(0, start - 40), start);
    const after = folded.slice(end, end + 30);
    if (!Number.isFinite(value) || (unit === '' && !isCount(start, before, after, digits, scale))) continue;
    const [qualifier, qualifierText] = qualify(before, value, unit);
    found.push({
      start,
      end,
      text: paragraph.text.slice(start, end),
      value,
      unit: percentWord?.startsWith('percentage') ? 'points' : unit,
      noun: nounAfter(paragraph, folded, end, unit),
      qualifier,
      qualifierText,
      inRange: RANGE_BEFORE.test(before) || RANGE_AFTER.test(after),
      context: contextOf(paragraph, start, end),
    });
  }
  return found;
}

const RANGE_BEFORE = /\d(?:\s?(?:thousand|million|billion|m|bn|%|percent))?\s?(?:to|-|–|and)\s?$|\bbetween\s$/i;
const RANGE_AFTER = /^\s(?:to|and)\s(?:US)?[$€£]?\d/;

function scaleOf(scale: string | undefined): number {
  return scale === undefined ? 1 : (SCALES[scale.toLowerCase()] ?? 1);
}

function readValue(digits: string | undefined, spelled: string | undefined): number {
  if (digits !== undefined) return Number(digits.replaceAll(',', ''));
  let value = 0;
  for (const word of (spelled ?? '').toLowerCase().split(/[\s-]/)) {
    const one = ONES.indexOf(word);
    const ten = TENS.indexOf(word);
    if (word === 'hundred') value = Math.max(1, value) * 100;
    else if (word === 'dozen') value = Math.max(1, value) * 12;
    else if (one >= 0) value += one;
    else if (ten >= 0) value += 20 + ten * 10;
  }
  return value;
}

function isCount(
  start: number,
  before: string,
  after: string,
  digits: string | undefined,
  scale: string | undefined,
): boolean {
  if (NOT_A_COUNT.test(after)) return false;
  if (BEFORE_DATE.test(before) || AFTER_DATE.test(after)) return false;
  if (scale !== undefined) return true;
  const year = digits !== undefined && /^(?:1[5-9]|20)\d\d$/.test(digits);
  if (year) return false;
  // "Section 230", "Article 50", "No. 5": a number after a capital belongs to the name, unless the sentence starts there.
  const name = /(?:^|(.)\s|["(])(\p{Lu}[\p{L}.']*)\s$/u.exec(before);
  if (name?.[1] !== undefined && !/[.!?"]/.test(name[1])) return false;
  if (name && !/[.!?]\s*\S+\s$/.test(before) && start - (name[0]?.length ?? 0) > 0) return false;
  return !/(?:\bsection|\barticle|\bchapter|\bpage|\bnumber|\broom|\bage|\baged|\bgroup of|#|\bday|\bphase|\blevel|\bgrade|\broute)\s?$/i.test(
    before,
  );
}

function qualify(before: string, value: number, unit: string): [Figure['qualifier'], string] {
  for (const [name, pattern] of [
    ['above', ABOVE],
    ['below', BELOW],
    ['about', ABOUT],
  ] as const) {
    const found = pattern.exec(before);
    // "over five days" is how long it took, "over 500" is more than that.
    if (found && /^over\b/i.test(found[0]) && unit === '' && value < 25) continue;
    if (found) return [name, found[0].trim()];
  }
  return ['', ''];
}

const NOUN_STOP = new Set('more other others per each percent in-person new additional total'.split(' '));

function nounAfter(paragraph: PreparedParagraph, folded: string, end: number, unit: string): string[] {
  const noun: string[] = [];
  let last = end;
  let passedOf = false;
  for (const word of paragraph.words) {
    if (word.start < end) continue;
    const gap = folded.slice(last, word.start);
    if (!/^[ -]$/.test(gap)) break;
    last = word.end;
    const links = unit === '%' ? /^(?:of|the|all|in)$/ : /^(?:of|the)$/;
    if (noun.length === 0 && (unit !== '' || passedOf || word.key === 'of') && links.test(word.key)) {
      passedOf = true;
      continue;
    }
    if (!word.content) break;
    if (NOUN_STOP.has(word.key)) continue;
    noun.push(word.stem);
    if (noun.length === 3) break;
  }
  return noun;
}

function contextOf(paragraph: PreparedParagraph, start: number, end: number): ReadonlySet<string> {
  const near = paragraph.words.filter(
    (word) =>
      word.content &&
      !/\d/.test(word.key) &&
      ((word.end <= start && word.start >= start - CUTS.figure.context) ||
        (word.start >= end && word.end <= end + CUTS.figure.context)),
  );
  return new Set(near.map((word) => word.stem));
}
