/**
 * Wire copy shows in long runs of equal words, so a text is kept as hashes of its 5-word shingles: the smallest SKETCH of
 * them. The smallest hashes are a fair sample (Broder 1997), so shares can be told from samples, and a profile stays small
 * however long the text.
 */
const SHINGLE = 5;
const SKETCH = 256;

/** FNV-1a over UTF-16 units, unsigned 32 bits: stable across machines, no secrets here. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value ^= text.charCodeAt(at);
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
}

/** Hashed 5-word shingles of a text, ascending, at most 256. Texts under five words have none. */
export function sketch(words: readonly string[]): number[] {
  const found = new Set<number>();
  for (let at = 0; at + SHINGLE <= words.length; at++) found.add(hash(words.slice(at, at + SHINGLE).join(' ')));
  return [...found].sort((a, b) => a - b).slice(0, SKETCH);
}

/**
 * Share of the first text's shingles that the second also has, 0..1. Only hashes below the point up to which both
 * sketches are complete can be compared; for two short texts that is all of them.
 */
export function reuseOf(text: readonly number[], source: readonly number[]): number {
  const limit = Math.min(completeUpTo(text), completeUpTo(source));
  const there = new Set(source);
  let compared = 0;
  let shared = 0;
  for (const each of text) {
    if (each > limit) break;
    compared++;
    if (there.has(each)) shared++;
  }
  return compared === 0 ? 0 : shared / compared;
}

function completeUpTo(sketched: readonly number[]): number {
  return sketched.length < SKETCH ? Number.POSITIVE_INFINITY : (sketched[sketched.length - 1] ?? 0);
}
