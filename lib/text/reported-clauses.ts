import { type ClauseWord, DETERMINERS, FILLERS, isAdverb } from './clause-words';
import type { ReportingVerb } from './reporting-verbs';
import { subjectOf } from './speakers';

export type Before = 'quotation' | 'clause' | 'none';

/** What stands left of "X said": a quotation, a clause that a comma ends, or nothing that could be what X said. */
export function reportedBefore(words: readonly ClauseWord[], at: number): Before {
  const subject = subjectOf(words, at);
  const edge = subject ? subject.from : at;
  const left = words[edge - 1];
  if (!left) return 'none';
  const gap = words[edge]?.gap ?? '';
  if (left.quoted) return 'quotation';
  if (gap.trim() === ',' && edge >= 4) return 'clause';
  return 'none';
}

/** A quotation, "that", a colon or a subject pronoun follows, with nothing between but adverbs, days and the like. */
export function complementAfter(words: readonly ClauseWord[], at: number, entry: ReportingVerb): boolean {
  const takesObject = /^(?:tell|ask|warn|urge|call|describe|demand|accuse)$/.test(entry.lemma);
  const reach = takesObject ? 8 : 7;
  for (let next = at + 1; next <= at + reach; next++) {
    const word = words[next];
    if (!word) return false;
    if (word.gap.includes(':')) return true;
    if (word.quoted)
      return next === at + 1 || entry.requirement !== 'strict' || /^(?:call|describe)$/.test(entry.lemma);
    if (/[;.!?]/.test(word.gap.replace(/\. ?$/, ''))) return false;
    if (word.key === 'that') return !DETERMINERS.has(words[next - 1]?.key ?? '') && isConjunction(words, next);
    if (entry.lemma === 'ask' && /^(?:whether|if|why|how|what)$/.test(word.key)) return true;
    if (next === at + 1 && entry.requirement !== 'strict' && startsClause(words, next)) return true;
    if (next === at + 1 && statesBareClause(words, next, entry)) return true;
    const passes = FILLERS.has(word.key) || word.capital || isAdverb(word) || /^\d/.test(word.key);
    if (!passes && !takesObject) return false;
  }
  return false;
}

// "said that the school", not "said that morning".
function isConjunction(words: readonly ClauseWord[], at: number): boolean {
  return (
    words[at + 1] !== undefined &&
    !/^(?:day|morning|evening|night|week|month|year|afternoon)$/.test(words[at + 1]?.key ?? '')
  );
}

// "said he would", "claims it was": a pronoun with a verb after it. "confirmed it Tuesday" has none.
function startsClause(words: readonly ClauseWord[], at: number): boolean {
  const word = words[at];
  if (word?.gap !== ' ') return false;
  if (/^(?:he|she|they|we|i|there)$/.test(word.key)) return true;
  return (
    word.key === 'it' &&
    /^(?:is|was|will|has|had|would|could|does|did|can|may|might|should|must)$/.test(words[at + 1]?.key ?? '')
  );
}

const SELDOM_WITH_OBJECT = /^(?:insist|argue|contend|explain|complain|boast|remark|reply|respond|reiterate)$/;
const BARE_CLAUSE =
  /^(?:claim|allege|admit|announce|warn|acknowledge|confirm|concede|maintain|suggest|report|declare|assert|note|add|state)$/;
const FINITE = /^(?:is|are|was|were|will|would|has|have|had|could|may|might|did|does|do|should|must|can)$|n't$/;

// "insisted the plan was safe": no "that", but a finite verb soon after, with nothing in between that could own it.
function statesBareClause(words: readonly ClauseWord[], at: number, entry: ReportingVerb): boolean {
  if (!SELDOM_WITH_OBJECT.test(entry.lemma) && !BARE_CLAUSE.test(entry.lemma)) return false;
  if (FILLERS.has(words[at]?.key ?? '') && !DETERMINERS.has(words[at]?.key ?? '')) return false;
  for (let next = at; next < at + 8; next++) {
    const word = words[next];
    if (!word || word.quoted || /[,;:.!?–—]/.test(word.gap.replace(/^\. ?$/, ''))) return false;
    if (/^(?:that|who|which|and|but|as|when|if|what|how|to)$/.test(word.key)) return false;
    if (next > at && FINITE.test(word.key)) return true;
  }
  return false;
}

export function isClosed(words: readonly ClauseWord[], at: number): boolean {
  const next = words[at + 1];
  return (
    !next ||
    next.quoted ||
    /[.,;:!?–—]/.test(next.gap) ||
    /^(?:on|in|at|during|to|after|last|this|yesterday|today|late|early)$/.test(next.key) ||
    /day$/.test(next.key)
  );
}

// "told reporters the ferry was old": a finite verb follows the listener. "told them to leave" is an order, not a report.
export function toldAClause(words: readonly ClauseWord[], at: number): boolean {
  const rest = words.slice(at + 1, at + 13);
  const order = rest.findIndex((word) => word.key === 'to');
  const finite = rest.findIndex((word, index) => index > 1 && FINITE.test(word.key));
  return finite > 0 && (order < 0 || order > 3);
}

// The verb's subject was given to an earlier verb: "closed the school and said", "; but insisted".
export function isElided(words: readonly ClauseWord[], at: number): boolean {
  let left = at - 1;
  while (left >= 0 && (isAdverb(words[left]) || /^(?:also|then|later|has|have|had)$/.test(words[left]?.key ?? '')))
    left--;
  return /^(?:and|but|then)$/.test(words[left]?.key ?? '');
}
