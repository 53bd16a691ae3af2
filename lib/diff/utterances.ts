import type { Span } from '#lib/types';
import type { QuotationWord } from './quotation-words';
import { CUTS } from './thresholds';

/** Word ranges, end exclusive. */
type Ranges = { a: Span; b: Span };

/** How two quotations of one utterance stand to each other; `words` are the ranges that correspond. */
export type UtteranceMatch = {
  kind: 'same' | 'shortened' | 'elided' | 'worded-differently';
  words: Ranges;
  /** Number of equal words: longer matches are chosen first. */
  equal: number;
  /** Words only one side has, inside the aligned span. */
  onlyA: QuotationWord[];
  onlyB: QuotationWord[];
  grade?: 'function-word' | 'content-word' | 'negation-or-number';
};

const { quotation: LIMITS } = CUTS;

/** How `a` and `b` give the same utterance; undefined when they do not, or when there is too little to say so. */
export function matchUtterances(a: readonly QuotationWord[], b: readonly QuotationWord[]): UtteranceMatch | undefined {
  if (a.length === 0 || b.length === 0) return undefined;
  return matchWhole(a, b) ?? matchPieces(a, b) ?? matchPieces(b, a, true) ?? matchLoosely(a, b);
}

/** Enough words to know an utterance by. */
export function isTelling(words: readonly QuotationWord[]): boolean {
  return words.length >= LIMITS.words && words.filter((word) => word.content).length >= LIMITS.contentWords;
}

function matchWhole(a: readonly QuotationWord[], b: readonly QuotationWord[]): UtteranceMatch | undefined {
  const whole = { a: { start: 0, end: a.length }, b: { start: 0, end: b.length } };
  const base = { equal: Math.min(a.length, b.length), onlyA: [], onlyB: [] };
  if (a.length === b.length) return startsAt(a, b, 0) ? { kind: 'same', words: whole, ...base } : undefined;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (!isTelling(short)) return undefined;
  for (let at = 0; at + short.length <= long.length; at++) {
    if (!startsAt(long, short, at)) continue;
    const part = { start: at, end: at + short.length };
    return { kind: 'shortened', words: short === a ? { ...whole, b: part } : { ...whole, a: part }, ...base };
  }
  return undefined;
}

function startsAt(long: readonly QuotationWord[], short: readonly QuotationWord[], at: number): boolean {
  return short.every((word, step) => word.key === long[at + step]?.key);
}

/** The pieces of `a` between its ellipses occur in order in `b`: “the bridge … will open”. */
function matchPieces(
  a: readonly QuotationWord[],
  b: readonly QuotationWord[],
  swapped = false,
): UtteranceMatch | undefined {
  if (!isTelling(a)) return undefined;
  const pieces: QuotationWord[][] = [];
  for (const word of a) {
    const piece = pieces.at(-1);
    if (!piece || word.elided) pieces.push([word]);
    else piece.push(word);
  }
  if (pieces.length < 2 || pieces.some((piece) => piece.length < 2)) return undefined;
  let from = 0;
  let first: number | undefined;
  for (const piece of pieces) {
    let at = from;
    while (at + piece.length <= b.length && !startsAt(b, piece, at)) at++;
    if (at + piece.length > b.length) return undefined;
    first ??= at;
    from = at + piece.length;
  }
  const own = { start: 0, end: a.length };
  const theirs = { start: first ?? 0, end: from };
  const words = swapped ? { a: theirs, b: own } : { a: own, b: theirs };
  return { kind: 'elided', words, equal: a.length, onlyA: [], onlyB: [] };
}

/** Same utterance with some words changed: the best local alignment, if it is dense, long and covers the shorter one. */
function matchLoosely(a: readonly QuotationWord[], b: readonly QuotationWord[]): UtteranceMatch | undefined {
  if (!isTelling(a) || !isTelling(b) || longestRun(a, b) < LIMITS.run) return undefined;
  const steps = withoutStubs(alignLocally(a, b), a, b);
  const first = steps[0];
  const last = steps.at(-1);
  if (!first || !last) return undefined;
  const words = { a: { start: first.a, end: last.a + 1 }, b: { start: first.b, end: last.b + 1 } };
  const { onlyA, onlyB, excused, elided } = unequalWords(steps, a, b);
  const wholeA = words.a.end - words.a.start === a.length;
  const wholeB = words.b.end - words.b.start === b.length;
  const alike = { words, equal: steps.length, onlyA: [], onlyB: [] };
  // “cover-up” ~ “coverup”: the same letters, spaced otherwise.
  if (
    onlyA.length > 0 &&
    onlyA.map((word) => word.key).join('') === onlyB.map((word) => word.key).join('') &&
    onlyA.length !== onlyB.length
  ) {
    return { kind: wholeA && wholeB ? 'same' : 'shortened', ...alike };
  }
  const longer = Math.max(words.a.end - words.a.start, words.b.end - words.b.start) - excused;
  if (steps.length / longer < LIMITS.equal) return undefined;
  const shorter = Math.min(a.length, b.length);
  const run = longestRunOf(steps);
  if (run < LIMITS.run) return undefined;
  const covers = steps.length / shorter >= LIMITS.covered;
  if (!covers && run < LIMITS.longRun) return undefined;
  if (!isTelling(steps.map((step) => a[step.a]).filter((word) => word !== undefined))) return undefined;
  if (onlyA.length + onlyB.length === 0) {
    // Both go on, and differently: two utterances that begin or end alike, unless what they share is long.
    const bothBefore = words.a.start > 0 && words.b.start > 0;
    const bothAfter = words.a.end < a.length && words.b.end < b.length;
    if ((bothBefore || bothAfter) && run < LIMITS.longOverlap) return undefined;
    return { kind: elided ? 'elided' : wholeA && wholeB ? 'same' : 'shortened', ...alike };
  }
  const grade = gradeOf(onlyA, onlyB);
  // “at the end of the year” ~ “at the end of the two-year term”: few equal words inside a long quotation, and a word that
  // tells is different, are two sentences.
  const few = steps.length < LIMITS.fewEqual && steps.length / Math.max(a.length, b.length) < LIMITS.fewCovered;
  if (few && grade !== 'function-word') return undefined;
  return { kind: 'worded-differently', words, equal: steps.length, onlyA, onlyB, grade };
}

/**
 * One equal word behind changed ones is chance (“we hate to lose – hopefully you will” ~ “we hate to lose you”), unless both
 * quotations end there; one before them, unless one begins there.
 */
function withoutStubs(steps: Step[], a: readonly QuotationWord[], b: readonly QuotationWord[]): Step[] {
  const [first, second] = steps;
  const [before, last] = steps.slice(-2);
  const kept = [...steps];
  if (before && last && !follows(before, last) && !(last.a === a.length - 1 && last.b === b.length - 1)) kept.pop();
  if (first && second && !follows(first, second) && first.a !== 0 && first.b !== 0) kept.shift();
  return kept;
}

function follows(one: Step, next: Step): boolean {
  return next.a === one.a + 1 && next.b === one.b + 1;
}

/**
 * The words between equal ones that one side alone has. Where the other side says it left something out ("…") or put something
 * in ("[his]"), they are no difference: `excused` counts them.
 */
function unequalWords(steps: readonly Step[], a: readonly QuotationWord[], b: readonly QuotationWord[]) {
  const found = { onlyA: [] as QuotationWord[], onlyB: [] as QuotationWord[], excused: 0, elided: false };
  for (const [index, step] of steps.entries()) {
    const previous = steps[index - 1];
    if (!previous) continue;
    const ofA = a.slice(previous.a + (b[previous.b]?.withS && a[previous.a + 1]?.key === 'is' ? 2 : 1), step.a);
    const ofB = b.slice(previous.b + (a[previous.a]?.withS && b[previous.b + 1]?.key === 'is' ? 2 : 1), step.b);
    const [cutA, cutB] = [a.slice(previous.a + 1, step.a + 1), b.slice(previous.b + 1, step.b + 1)].map((words) => ({
      elided: words.some((word) => word.elided),
      edited: words.some((word) => word.edited),
    }));
    if (cutB?.elided || cutB?.edited) found.excused += ofA.length;
    else found.onlyA.push(...ofA);
    if (cutA?.elided || cutA?.edited) found.excused += ofB.length;
    else found.onlyB.push(...ofB);
    found.elided ||= (cutB?.elided === true && ofA.length > 0) || (cutA?.elided === true && ofB.length > 0);
  }
  return found;
}

const NEGATION = new Set('not no never nothing none nobody neither nor without nowhere'.split(' '));

// Function words that change what is said: “I don’t see” ~ “I can’t see”.
const MODALS = new Set('can could may might must shall should will would do does did'.split(' '));

function gradeOf(
  onlyA: readonly QuotationWord[],
  onlyB: readonly QuotationWord[],
): NonNullable<UtteranceMatch['grade']> {
  // A word on both lists has only moved: “I would prefer that the board” ~ “I prefer the board would”.
  const moved = new Set(onlyA.map((word) => word.key).filter((key) => onlyB.some((word) => word.key === key)));
  const words = [...onlyA, ...onlyB].filter((word) => !moved.has(word.key));
  if (words.some((word) => NEGATION.has(word.key) || /\d/.test(word.key))) return 'negation-or-number';
  if (words.some((word) => word.content)) return 'content-word';
  const swapped = [onlyA, onlyB].every((side) => side.some((word) => MODALS.has(word.key) && !moved.has(word.key)));
  return swapped ? 'content-word' : 'function-word';
}

type Step = { a: number; b: number };

function longestRun(a: readonly QuotationWord[], b: readonly QuotationWord[]): number {
  let longest = 0;
  let row = new Uint16Array(b.length + 1);
  for (const word of a) {
    const next = new Uint16Array(b.length + 1);
    for (let at = 1; at <= b.length; at++) {
      if (word.key !== b[at - 1]?.key) continue;
      const run = (row[at - 1] ?? 0) + 1;
      next[at] = run;
      longest = Math.max(longest, run);
    }
    row = next;
  }
  return longest;
}

function longestRunOf(steps: readonly Step[]): number {
  let longest = 0;
  let run = 0;
  for (const [index, step] of steps.entries()) {
    const previous = steps[index - 1];
    run = previous && previous.a === step.a - 1 && previous.b === step.b - 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

// 3 to 2, so that one equal word behind one changed word is still worth taking in: “The staff were …” ~ “The workers were …”.
const EQUAL = 3;
const CHANGED = 2;

/** Words are passed over for nothing where the other side's next word stands behind "…": it says that something is missing there. */
function skip(next: QuotationWord | undefined): number {
  return next?.elided ? 0 : CHANGED;
}

/** Smith & Waterman 1981 on words: the equal word pairs of the best-scoring stretch. */
function alignLocally(a: readonly QuotationWord[], b: readonly QuotationWord[]): Step[] {
  const width = b.length + 1;
  const score = new Int16Array((a.length + 1) * width);
  let best = 0;
  let end = 0;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const at = i * width + j;
      const match = a[i - 1]?.key === b[j - 1]?.key ? EQUAL : -CHANGED;
      const value = Math.max(
        0,
        (score[at - width - 1] ?? 0) + match,
        (score[at - width] ?? 0) - skip(b[j]),
        (score[at - 1] ?? 0) - skip(a[i]),
      );
      score[at] = value;
      if (value > best) {
        best = value;
        end = at;
      }
    }
  }
  const steps: Step[] = [];
  for (let at = end; (score[at] ?? 0) > 0; ) {
    const i = Math.floor(at / width);
    const j = at % width;
    const here = score[at] ?? 0;
    const equal = a[i - 1]?.key === b[j - 1]?.key;
    if ((score[at - width - 1] ?? 0) + (equal ? EQUAL : -CHANGED) === here) {
      if (equal) steps.push({ a: i - 1, b: j - 1 });
      at -= width + 1;
    } else if ((score[at - width] ?? 0) - skip(b[j]) === here) at -= width;
    else at -= 1;
  }
  return steps.reverse();
}
