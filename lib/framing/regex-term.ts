/**
 * Codebooks come from outside and JavaScript's expressions backtrack: "a?a?a?…aaa" takes longer than anybody waits. So an
 * expression is taken only when the ways to read one place of a text are few (`waysOf`), an open-ended repetition (`*`, `+`,
 * `{2,}`) reaches at most 60 signs, and no more than the first 1,000 signs of a sentence are read: the work for one sentence is
 * bounded, whatever the expression and whatever the text.
 */
export const LONGEST_REGEX = 200;
export const LONGEST_READ = 1000;
/** How many times an open-ended repetition repeats at most. */
export const LONGEST_REPEAT = 60;
const MOST_WAYS = 50_000;

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
  if (waysOf(tokensOf(source)) > MOST_WAYS)
    return 'can be read in too many ways, which can take very long; repeat fewer parts, or use counts such as {0,20} or several shorter expressions';
  return undefined;
}

const TOKEN =
  /\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]|\(\?(?:[:=!]|<[=!]|<\w+>)|[*+?]\??|\{\d+(?:,\d*)?\}\??|./gsu;

function tokensOf(source: string): string[] {
  return [...source.matchAll(TOKEN)].map(([token]) => token);
}

/**
 * An upper bound on the ways an expression can take one place of a text: one for a sign; the product of what stands side by
 * side; the sum of alternatives; for a repetition from m to n, the sum over the counts of the ways of that many in a row.
 * `\d+(?:\.\d+)?` → 60 · (1 + 60) = 3,660; `(a+)+` → more than can be counted.
 */
function waysOf(tokens: readonly string[]): number {
  const open = [{ done: 0, here: 1 }];
  let piece = 1;
  for (const [at, token] of tokens.entries()) {
    const group = open.at(-1);
    if (!group) return Number.POSITIVE_INFINITY;
    if (token === '|') {
      group.done += group.here;
      group.here = 1;
      continue;
    }
    if (token.startsWith('(')) {
      open.push({ done: 0, here: 1 });
      continue;
    }
    if (token === ')') {
      open.pop();
      piece = group.done + group.here;
    } else {
      piece = 1;
    }
    const outer = open.at(-1);
    if (!outer || countsOf(token)) continue;
    outer.here *= repeated(piece, countsOf(tokens[at + 1] ?? ''));
  }
  return open.reduce((product, { done, here }) => product * (done + here), 1);
}

function repeated(ways: number, counts: { least: number; most: number } | undefined): number {
  if (!counts) return ways;
  let total = 0;
  for (let count = counts.least; count <= counts.most && total <= MOST_WAYS; count++) total += ways ** count;
  return total;
}

/** How often a quantifier lets what stands before it repeat; undefined for anything else. */
function countsOf(token: string): { least: number; most: number } | undefined {
  const [, least = '', comma, most] = /^\{(\d+)(,(\d*))?\}/.exec(token) ?? [];
  if (token.startsWith('*')) return { least: 0, most: LONGEST_REPEAT };
  if (token.startsWith('+')) return { least: 1, most: LONGEST_REPEAT };
  if (token.startsWith('?')) return { least: 0, most: 1 };
  if (least === '') return undefined;
  const open = comma !== undefined && most === '' ? Math.max(LONGEST_REPEAT, Number(least)) : undefined;
  return { least: Number(least), most: open ?? Number(most ?? least) };
}

/** An accepted expression. Texts are folded to lower case; the flag covers capitals in the expression. */
export type RegexTerm = { source: string; regex: RegExp };

export function compileRegex(source: string): RegexTerm {
  return { source, regex: new RegExp(tokensOf(source).map(bounded).join(''), 'giu') };
}

// "*" → "{0,60}", "+?" → "{1,60}?", "{2,}" → "{2,60}"
function bounded(token: string): string {
  const isOpen = /^(?:[*+]\??|\{\d+,\}\??)$/.test(token);
  const counts = isOpen ? countsOf(token) : undefined;
  return counts ? `{${counts.least},${counts.most}}${token.length > 1 && token.endsWith('?') ? '?' : ''}` : token;
}
