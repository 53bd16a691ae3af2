import type { Token } from '#lib/text/tokenize';
import { PROFILE } from './thresholds';

const WEEKDAYS = new Set('monday tuesday wednesday thursday friday saturday sunday'.split(' '));
const MONTHS = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((month) => [month, month.slice(0, 3)].map((name) => [name, month.slice(0, 3)] as const))
    .concat([['sept', 'sep']]),
);
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

/**
 * What tells look-alikes apart when their words are the same: scores and votes, days, ordinals. A match is its "2-1", a hearing
 * its Tuesday, a ballot its second round. Weekdays and dates are read in English only; figures in every language.
 *
 *     "won 2–1"            → =2-1
 *     "on Tuesday, 4 March" → @tuesday, @mar4     weekdays in title and lead only: later ones are history
 *     "the second round"   → #2                   title and lead only
 *     "kills 14"           → !14                  numbers of title and lead that are no year
 *
 * @returns marks with their sign, each once.
 */
export function marksIn(text: string, tokens: readonly Token[], leadEnds: number): string[] {
  const found = new Set<string>();
  for (const [score] of text.matchAll(/\b\d{1,3}\s?[-\u2013:]\s?\d{1,3}\b/gu)) {
    found.add(`=${score.replace(/\s/g, '').replace('\u2013', '-')}`);
  }
  for (const [at, { key, text: printed }] of tokens.entries()) {
    if (at < leadEnds + PROFILE.leadWords && WEEKDAYS.has(key)) found.add(`@${key}`);
    const month = /^\p{Lu}/u.test(printed) ? MONTHS.get(key) : undefined;
    if (month !== undefined) {
      for (const beside of [tokens[at - 1], tokens[at + 1]]) {
        const day = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(beside?.key ?? '')?.[1];
        if (day !== undefined) found.add(`@${month}${Number(day)}`);
      }
    }
    if (at >= leadEnds) continue;
    const ordinal = ORDINALS.indexOf(key) + 1 || Number(/^(\d+)(?:st|nd|rd|th)$/.exec(key)?.[1] ?? 0);
    if (ordinal > 0) found.add(`#${ordinal}`);
    else if (/^\d/.test(key) && !/^(?:19|20)\d\d$/.test(key)) found.add(`!${key}`);
  }
  return [...found].slice(0, PROFILE.marks);
}

/** Marks by kind, for comparing. */
export type Marks = { scores: Set<string>; days: Set<string>; ordinals: Set<string>; figures: Set<string> };

export function sortMarks(marks: readonly string[]): Marks {
  const of = (sign: string) => new Set(marks.filter((mark) => mark.startsWith(sign)));
  return { scores: of('='), days: of('@'), ordinals: of('#'), figures: of('!') };
}

/** How many both have, and whether both have some and none in common. */
export function compareMarks(a: ReadonlySet<string>, b: ReadonlySet<string>): { shared: number; apart: boolean } {
  let shared = 0;
  for (const mark of a) if (b.has(mark)) shared++;
  return { shared, apart: shared === 0 && a.size > 0 && b.size > 0 };
}
