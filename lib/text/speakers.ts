import type { Span } from '../types';
import {
  BETWEEN,
  CLAUSE_WORDS,
  type ClauseWord,
  DAYS,
  DETERMINERS,
  isAdverb,
  LINKS,
  SUBJECT_PRONOUNS,
  TITLES,
} from './clause-words';

/** Words `from` to `to`, both included. */
export type Range = { from: number; to: number };

/** No name with its office is longer than this; a longer run is not a subject. */
const LONGEST = 12;
const ADVERBS = /^(?:instead|rather|still|also|then|later|earlier|now|together|simply)$/;
const PREPOSITIONS = new Set('in on at by for from with after before during under over as of to'.split(' '));

/**
 * The noun phrase that ends at word `head`, read leftwards: "a spokesman for the water board", "Mayor Ana Ruiz", "she".
 * Undefined when there is none. Commas end it; an office between commas ("Ana Ruiz, the mayor,") is skipped.
 */
export function phraseEndingAt(words: readonly ClauseWord[], head: number): Range | undefined {
  const last = words[head];
  if (!last || last.quoted || DAYS.has(last.key)) return undefined;
  if (SUBJECT_PRONOUNS.has(last.key)) return { from: head, to: head };
  if (CLAUSE_WORDS.has(last.key) || PREPOSITIONS.has(last.key) || ADVERBS.test(last.key)) return undefined;
  let from = head;
  for (let at = head - 1; at >= 0 && head - at < LONGEST; at--) {
    const word = words[at];
    const right = words[at + 1];
    if (!word || !right || word.quoted || !isSoft(right.gap, word)) break;
    if (DETERMINERS.has(right.key) && !LINKS.has(word.key)) break;
    if (CLAUSE_WORDS.has(word.key) && !joinsNames(words, at)) break;
    if (SUBJECT_PRONOUNS.has(word.key) || DAYS.has(word.key)) break;
    from = at;
  }
  while (from < head && startsBadly(words[from])) from++;
  return { from, to: head };
}

/** The noun phrase that starts at word `head`: after "said" or "according to". */
export function phraseStartingAt(words: readonly ClauseWord[], head: number, longest = 8): Range | undefined {
  const first = words[head];
  if (!first || first.quoted || DAYS.has(first.key) || CLAUSE_WORDS.has(first.key)) return undefined;
  if (SUBJECT_PRONOUNS.has(first.key)) return { from: head, to: head };
  let to = head;
  for (let at = head + 1; at < words.length && at - head < longest; at++) {
    const word = words[at];
    const left = words[at - 1];
    if (!word || !left || word.quoted || !isSoft(word.gap, left)) break;
    if (CLAUSE_WORDS.has(word.key) || DAYS.has(word.key) || SUBJECT_PRONOUNS.has(word.key)) break;
    if (/^(?:in|on|during|after|before|at|by|about)$/.test(word.key) && !words[at + 1]?.capital) break;
    if (/^(?:on|during|after|before|by|about|last|this|earlier|later)$/.test(word.key)) break;
    to = at;
  }
  while (to > head && (LINKS.has(words[to]?.key ?? '') || DETERMINERS.has(words[to]?.key ?? ''))) to--;
  return DETERMINERS.has(first.key) && to === head ? undefined : { from: head, to };
}

export function rangeSpan(words: readonly ClauseWord[], range: Range): Span {
  return { start: words[range.from]?.start ?? 0, end: words[range.to]?.end ?? 0 };
}

// A space, the stop of "Sen." or "J.", or the joint of "D.C".
function isSoft(gap: string, left: ClauseWord): boolean {
  if (gap === ' ' || gap === '.' || gap === '/' || gap === ' & ' || gap === "' ") return true;
  return gap === '. ' && (TITLES.has(left.key) || (left.text.length <= 2 && left.capital));
}

// "Ruiz and Okoye said": the "and" belongs to the phrase only between two names.
function joinsNames(words: readonly ClauseWord[], at: number): boolean {
  const word = words[at];
  return word?.key === 'and' && words[at - 1]?.capital === true && words[at + 1]?.capital === true;
}

function startsBadly(word: ClauseWord | undefined): boolean {
  return (
    word !== undefined &&
    (PREPOSITIONS.has(word.key) || /^(?:and|but|or|yet|still|also|earlier|later|now|then|year-old)$/.test(word.key))
  );
}

/** The subject of the verb at word `at`, auxiliaries, adverbs, brackets and appositions between them passed over. */
export function subjectOf(words: readonly ClauseWord[], at: number): Range | undefined {
  let head = at - 1;
  while (head >= 0 && words[head + 1]?.gap === ' ' && (BETWEEN.has(words[head]?.key ?? '') || isAdverb(words[head])))
    head--;
  if (words[head + 1]?.gap.startsWith(')')) head = beforeBracket(words, head);
  const gap = words[head + 1]?.gap.replace(/ \($/, ' ') ?? '';
  if (head < 0) return undefined;
  if (gap === ' ' || gap === '.') return withoutRelativeClause(words, phraseEndingAt(words, head));
  // "Ana Ruiz, the mayor of Tallow Bay, said"
  if (gap.trim() !== ',') return undefined;
  for (let comma = head; comma > 0 && head - comma < 16; comma--) {
    const here = words[comma];
    if (!here || here.quoted) return undefined;
    if (here.gap.trim() !== ',') continue;
    const apposition = withoutRelativeClause(words, phraseEndingAt(words, comma - 1));
    const first = words[comma];
    // "a spokeswoman for the board, Ana Ruiz, said": the name is the better speaker.
    if (first?.capital && words[head]?.capital && apposition && !words[apposition.to]?.capital)
      return { from: comma, to: head };
    const plausible =
      first !== undefined &&
      (DETERMINERS.has(first.key) ||
        /^(?:who|which|whose|an?|\d+|president|director|chairman|head|chief|spokesman|spokeswoman|spokesperson|leader|secretary|minister|mayor|professor|owner|founder|r|d)$/.test(
          first.key,
        ));
    return plausible ? apposition : undefined;
  }
  return undefined;
}

// "Rep. Ana Ruiz (Tallow Bay) said"
function beforeBracket(words: readonly ClauseWord[], from: number): number {
  for (let at = from; at > 0 && from - at < 6; at--) if (words[at]?.gap.endsWith('(')) return at - 1;
  return from;
}

// "the man who shot Ruiz said", "the man who sold the boat said": the subject stands before "who". In "the man who Ruiz said
// was ill" it is Ruiz.
function withoutRelativeClause(words: readonly ClauseWord[], range: Range | undefined): Range | undefined {
  if (!range) return undefined;
  const first = words[range.from];
  if (range.from === range.to && first?.key === 'who') return phraseEndingAt(words, range.from - 1);
  for (let at = range.from - 1; at > 0 && range.from - at < 7 && words[at + 1]?.gap === ' '; at--) {
    if (words[at]?.quoted || !/^(?:who|which)$/.test(words[at]?.key ?? '')) continue;
    const isOwnSubject = at === range.from - 1 && first && (first.capital || DETERMINERS.has(first.key));
    return isOwnSubject ? range : phraseEndingAt(words, at - 1);
  }
  return range;
}
