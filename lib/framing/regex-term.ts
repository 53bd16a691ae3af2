/**
 * Codebooks come from outside and JavaScript's expressions backtrack, so only expressions whose cost stays small are taken:
 * no repeated group that repeats or chooses inside, at most two open-ended wide pieces (`.`, `\w`, `[^…]`), no back
 * references, and no more than the first 1,000 characters of a sentence are read.
 */
export const LONGEST_REGEX = 200;
export const LONGEST_READ = 1000;
const MOST_REPEATS = 6;
const MOST_WIDE_REPEATS = 2;

/** What is wrong with an expression, as a sentence with its cure; undefined when nothing is. */
export function regexProblem(source: string): string | undefined {
  if (source === '') return 'is empty; write an expression or take it out';
  if (source.length > LONGEST_REGEX) return `has more than ${LONGEST_REGEX} characters; use several shorter ones`;
  if (/\\[1-9]|\\k</.test(source)) return 'refers back to a group (\\1), which can take very long; write it out';
  let compiled: RegExp;
  try {
    compiled = new RegExp(source, 'giu');
  } catch (error) {
    return `is not a regular expression: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (compiled.test('')) return 'matches an empty text; make at least one sign obligatory';
  return costProblem(source);
}

type Group = { repeats: boolean; chooses: boolean };

function costProblem(source: string): string | undefined {
  const open: Group[] = [{ repeats: false, chooses: false }];
  let piece: { group?: Group; wide: boolean } | undefined;
  let repeats = 0;
  let wide = 0;
  for (let at = 0; at < source.length; ) {
    const token = tokenAt(source, at);
    at += token.length;
    const inner = open.at(-1);
    if (token === '|' && inner) inner.chooses = true;
    if (token.startsWith('(')) open.push({ repeats: false, chooses: false });
    const quantifier = /^[*+?{]/.test(token);
    if (token === ')') {
      const group = open.pop();
      const outer = open.at(-1);
      if (group && outer) outer.repeats ||= group.repeats;
      if (group?.chooses && outer && open.length > 1) outer.chooses = true;
      piece = { wide: false, ...(group ? { group } : {}) };
      continue;
    }
    if (!quantifier) {
      piece = { wide: /^(?:\.|\\[SWDw]|\\[pP]\{L\}|\[\^|\[.*(?:\\[SWDw]|a-z))/.test(token) };
      continue;
    }
    if (token.startsWith('?')) continue;
    if (piece?.group?.repeats)
      return 'repeats a group that repeats inside, which can take very long; use one of the two';
    if (piece?.group?.chooses)
      return 'repeats a group with alternatives inside, which can take very long; write the repetition out';
    if (inner) inner.repeats = true;
    if (!isOpenEnded(token)) continue;
    repeats++;
    if (piece?.wide) wide++;
  }
  if (wide > MOST_WIDE_REPEATS || repeats > MOST_REPEATS)
    return 'has too many open-ended repetitions; use a count such as {0,20} or several shorter expressions';
  return undefined;
}

const TOKEN =
  /\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]|\(\?(?:[:=!]|<[=!]|<\w+>)|[*+?]\??|\{\d+(?:,\d*)?\}\??|./suy;

function tokenAt(source: string, at: number): string {
  TOKEN.lastIndex = at;
  return TOKEN.exec(source)?.[0] ?? source.charAt(at);
}

// {3,400} costs about what * costs.
function isOpenEnded(quantifier: string): boolean {
  const counted = /^\{(\d+)(,(\d*))?\}/.exec(quantifier);
  if (!counted) return true;
  const most = counted[2] === undefined ? counted[1] : counted[3];
  return most === undefined || most === '' || Number(most) > 50;
}

/** An accepted expression. Texts are folded to lower case; the flag covers capitals in the expression. */
export type RegexTerm = { source: string; regex: RegExp };

export function compileRegex(source: string): RegexTerm {
  return { source, regex: new RegExp(source, 'giu') };
}
