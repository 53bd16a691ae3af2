import type { StoryProfile } from '#lib/types';

/**
 * Wire copy shows in long runs of equal words, so a text is kept as hashes of its 5-word shingles: the smallest SKETCH of
 * them. The smallest hashes are a fair sample (Broder 1997), so shares can be told from samples, and a profile stays small
 * however long the text.
 */
const SHINGLE = 5;
const SKETCH = 256;

/** FNV-1a over UTF-16 units, unsigned 32 bits: stable across machines, no secrets here. */
export function hash(text: string): number {
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

/** Share of a text's shingles from which it is called a copy, and how many it must have: two short texts are alike by chance. */
const COPY = { share: 0.6, shingles: 12 } as const;

type Printed = Pick<StoryProfile, 'articleId' | 'outlet' | 'published' | 'shingles'>;

/**
 * The earliest text of another outlet that this one repeats nearly word for word ("same text as …"), by id; undefined when it
 * repeats none, or is itself the earliest. A text without a time counts as later than any with one.
 */
export function copiedFrom(text: Printed, others: readonly Printed[]): string | undefined {
  if (text.shingles.length < COPY.shingles) return undefined;
  const sources = others.filter(
    (other) =>
      other.outlet !== text.outlet &&
      isEarlier(other, text) &&
      other.shingles.length >= COPY.shingles &&
      reuseOf(text.shingles, other.shingles) >= COPY.share,
  );
  return sources.reduce<Printed | undefined>(
    (first, each) => (first && isEarlier(first, each) ? first : each),
    undefined,
  )?.articleId;
}

function isEarlier(a: Printed, b: Printed): boolean {
  const [x, y] = [a, b].map(({ published }) =>
    published === undefined ? Number.POSITIVE_INFINITY : Date.parse(published),
  );
  if (x !== y && x !== undefined && y !== undefined) return x < y;
  return a.articleId < b.articleId;
}
