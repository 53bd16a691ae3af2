import type { Passage } from '#lib/types';
import type { PreparedWord } from './prepared-text';
import { CUTS } from './thresholds';

type Run = { a: number; b: number; length: number };

/**
 * Words two passages share, in any order: greedy string tiling (Wise 1993) on stems. The longest run of equal stems is
 * taken first, then the longest of what is left, so that "the board on Monday" ~ "on Monday the board" gives two tiles.
 * A tile has at least `shortest` words and one content word. Sorted by place in the reference.
 */
export function shareWords(
  reference: readonly PreparedWord[],
  other: readonly PreparedWord[],
  shortest: number = CUTS.sharedRun,
): Passage['shared'] {
  const isWorthwhile = (run: Run) => run.length >= shortest && hasContent(run, reference);
  const queue = maximalRuns(reference, other).filter(isWorthwhile);
  const usedA = new Uint8Array(reference.length);
  const usedB = new Uint8Array(other.length);
  const tiles: Run[] = [];
  while (queue.length > 0) {
    queue.sort(byLength);
    const run = queue.shift();
    if (!run) break;
    const free = freeParts(run, usedA, usedB);
    if (free.length !== 1 || free[0]?.length !== run.length) {
      queue.push(...free.filter(isWorthwhile));
      continue;
    }
    usedA.fill(1, run.a, run.a + run.length);
    usedB.fill(1, run.b, run.b + run.length);
    tiles.push(run);
  }
  return tiles
    .sort((x, y) => x.a - y.a)
    .map((tile) => ({ reference: spanOf(reference, tile.a, tile.length), other: spanOf(other, tile.b, tile.length) }));
}

// Longest first; then the pair of places nearest to each other, which reads the same from both sides.
function byLength(x: Run, y: Run): number {
  return y.length - x.length || Math.abs(x.a - x.b) - Math.abs(y.a - y.b) || x.a + x.b - (y.a + y.b) || x.a - y.a;
}

function maximalRuns(reference: readonly PreparedWord[], other: readonly PreparedWord[]): Run[] {
  const positions = new Map<string, number[]>();
  for (const [at, word] of other.entries()) positions.set(word.stem, [...(positions.get(word.stem) ?? []), at]);
  const runs: Run[] = [];
  for (const [a, word] of reference.entries()) {
    for (const b of positions.get(word.stem) ?? []) {
      if (a > 0 && b > 0 && reference[a - 1]?.stem === other[b - 1]?.stem) continue;
      let length = 1;
      while (a + length < reference.length && reference[a + length]?.stem === other[b + length]?.stem) length++;
      runs.push({ a, b, length });
    }
  }
  return runs;
}

function hasContent({ a, length }: Run, reference: readonly PreparedWord[]): boolean {
  for (let at = a; at < a + length; at++) if (reference[at]?.content) return true;
  return false;
}

function freeParts(run: Run, usedA: Uint8Array, usedB: Uint8Array): Run[] {
  const parts: Run[] = [];
  let length = 0;
  for (let step = 0; step <= run.length; step++) {
    const free = step < run.length && !usedA[run.a + step] && !usedB[run.b + step];
    if (free) length++;
    else if (length > 0) {
      parts.push({ a: run.a + step - length, b: run.b + step - length, length });
      length = 0;
    }
  }
  return parts;
}

function spanOf(words: readonly PreparedWord[], from: number, length: number) {
  return { start: words[from]?.start ?? 0, end: words[from + length - 1]?.end ?? 0 };
}
