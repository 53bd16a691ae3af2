import { stem } from '#lib/text/stem';
import type { Token } from '#lib/text/tokenize';
import { PROFILE } from './thresholds';

// After these a capital may only open a sentence.
const OPENS = /[.!?:\n\r"\u201C\u201D\u00AB\u2018]/u;
const CALENDAR = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september ' +
    'october november december'
  ).split(' '),
);

/**
 * Runs of capitalised words that do not open a sentence: "on Tuesday Mayor Ana Ruiz said" → "Tuesday Mayor Ana Ruiz".
 * Scripts without capitals have none; there the terms must do.
 */
export function namesIn(text: string, tokens: readonly Token[]): string[] {
  const found = new Set<string>();
  let run: Token[] = [];
  const close = () => {
    if (run.length > 0) found.add(run.map((token) => token.text.replace(/['\u2019]s$/u, '')).join(' '));
    run = [];
  };
  let last: Token | undefined;
  for (const token of tokens) {
    const between = last === undefined ? '' : text.slice(last.end, token.start);
    const opens = last === undefined || OPENS.test(between);
    if (opens || !/^\s+$/u.test(between)) close();
    if (isCapital(token) && (!opens || run.length > 0)) run.push(token);
    else close();
    last = token;
  }
  close();
  return [...found];
}

/**
 * Whom and what a text is about: stems of the words it prints with a capital inside a sentence, each with how prominent it is.
 * A place in the title counts four, in the lead two, elsewhere one. Reports of two matches of one tournament share nearly all
 * words; the teams at the head of these lists differ.
 */
export function actorsIn(title: readonly Token[], text: string, body: readonly Token[]): Record<string, number> {
  const capital = new Set<string>();
  let last: Token | undefined;
  for (const token of body) {
    const opens = last === undefined || OPENS.test(text.slice(last.end, token.start));
    if (!opens && isCapital(token) && !CALENDAR.has(token.key)) capital.add(token.key);
    last = token;
  }
  const counts = new Map<string, number>();
  const count = (tokens: readonly Token[], places: number) => {
    for (const { key } of tokens) {
      if (capital.has(key)) counts.set(stem(key), (counts.get(stem(key)) ?? 0) + places);
    }
  };
  count(title, 4);
  count(body.slice(0, PROFILE.leadWords), 2);
  count(body.slice(PROFILE.leadWords), 1);
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1]).slice(0, PROFILE.actors));
}

// "I" has one letter, and "I'm" names nobody either.
function isCapital(token: Token): boolean {
  return /^\p{Lu}/u.test(token.text) && token.text.length > 1 && !/^i'(?:d|ll|m|ve)$/.test(token.key);
}
