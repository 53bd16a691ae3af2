import { type Token, tokenize } from '#lib/text/tokenize';
import type { Span } from '#lib/types';

/** What editors write where words were left out; not the bare dots that a text may have of its own. */
export const LEFT_OUT = '[…]';

export type Cut = {
  text: string;
  /** Words kept. */
  words: number;
  isWhole: boolean;
  /** Where a place of the whole text stands now; where nothing of it was kept, an empty place. */
  move(span: Span): Span;
};

/**
 * A text cut to `most` words: those that are marked, then those nearest to a mark; without marks the first ones.
 * `tokens`: the text's words, where they are known already.
 * "We have waited far too long, she said." marked "far too", 4 words → "[…] waited far too long, […]"
 */
export function cutText(
  text: string,
  marked: readonly Span[],
  {
    most,
    markedOnly = false,
    tokens = tokenize(text),
  }: { most: number; markedOnly?: boolean; tokens?: readonly Token[] },
): Cut {
  const kept = keptTokens(tokens, marked, most, markedOnly);
  if (kept.length === tokens.length)
    return { text, words: kept.length, isWhole: true, move: ({ start, end }) => ({ start, end }) };
  const runs = runsOf(text, tokens, kept);
  return { ...joined(text, runs), words: kept.length, isWhole: false };
}

// Indices in order. Marked words come before all others, every place's first words before any place's last, so that no
// place is lost to a long one; then the words nearest to a mark.
function keptTokens(tokens: readonly Token[], marked: readonly Span[], most: number, markedOnly: boolean): number[] {
  const all = tokens.map((_, index) => index);
  if (!markedOnly && tokens.length <= most) return all;
  const depths = depthsIn(tokens, marked);
  const away = distances(depths);
  return (markedOnly ? all.filter((index) => depths[index] !== undefined) : all)
    .map((index) => ({ index, depth: depths[index] ?? tokens.length, away: away[index] ?? index }))
    .sort((a, b) => a.depth - b.depth || a.away - b.away || a.index - b.index)
    .slice(0, most)
    .map(({ index }) => index)
    .sort((a, b) => a - b);
}

// Words between each word and the nearest marked one; without any marked one, from the beginning.
function distances(depths: readonly (number | undefined)[]): number[] {
  const found = depths.map((depth, index) => (depth === undefined ? index + depths.length : 0));
  if (!depths.some((depth) => depth !== undefined)) return found;
  for (let at = 1; at < found.length; at++) found[at] = Math.min(found[at] ?? 0, (found[at - 1] ?? 0) + 1);
  for (let at = found.length - 2; at >= 0; at--) found[at] = Math.min(found[at] ?? 0, (found[at + 1] ?? 0) + 1);
  return found;
}

// Of each marked word, the how-manieth it is of its place; of several places, where it comes first.
function depthsIn(tokens: readonly Token[], marked: readonly Span[]): (number | undefined)[] {
  const depths: (number | undefined)[] = tokens.map(() => undefined);
  for (const { start, end } of marked) {
    const first = firstEndingAfter(tokens, start);
    for (let index = first; (tokens[index]?.start ?? end) < end; index++) {
      depths[index] = Math.min(depths[index] ?? index - first, index - first);
    }
  }
  return depths;
}

function firstEndingAfter(tokens: readonly Token[], place: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

// Neighbouring words as stretches of text, each with the signs that touch it: quotation marks before, a comma after.
function runsOf(text: string, tokens: readonly Token[], kept: readonly number[]): Span[] {
  const runs: Span[] = [];
  kept.forEach((index, at) => {
    const isFollowing = at > 0 && kept[at - 1] === index - 1;
    const start = index === 0 ? 0 : touching(text, tokens[index]?.start ?? 0, tokens[index - 1]?.end ?? 0, -1);
    const end =
      index === tokens.length - 1
        ? text.length
        : touching(text, tokens[index]?.end ?? 0, tokens[index + 1]?.start ?? 0, 1);
    const last = runs.at(-1);
    if (isFollowing && last) last.end = end;
    else runs.push({ start, end });
  });
  return runs;
}

function touching(text: string, from: number, limit: number, step: 1 | -1): number {
  let at = from;
  while (at !== limit && !/\s/.test(text.charAt(step === 1 ? at : at - 1))) at += step;
  return at;
}

function joined(text: string, runs: readonly Span[]): Pick<Cut, 'text' | 'move'> {
  let written = '';
  const placed = runs.map((run) => {
    if (run.start > 0) written += written === '' ? `${LEFT_OUT} ` : ` ${LEFT_OUT} `;
    const at = written.length;
    written += text.slice(run.start, run.end);
    return { ...run, at };
  });
  if (runs.length === 0) written = LEFT_OUT;
  else if ((runs.at(-1)?.end ?? 0) < text.length) written += ` ${LEFT_OUT}`;
  const move = ({ start, end }: Span): Span => {
    const first = placed.find((run) => start < run.end);
    const last = placed.findLast((run) => run.start < end);
    if (!first || !last || first.start > last.start) return { start: 0, end: 0 };
    const from = first.at + Math.max(0, start - first.start);
    return { start: from, end: Math.max(from, last.at + Math.min(last.end, end) - last.start) };
  };
  return { text: written, move };
}
