import type { Link } from '#lib/types';
import { containment, dice } from './overlap';
import type { PreparedText, Statement } from './prepared-text';
import { CUTS } from './thresholds';

/** Two sentences that say the same thing, at least in part. `similarity` is 0..1. */
export type SentencePair = { reference: Statement; other: Statement; similarity: number };

/**
 * Sentence pairs inside linked paragraphs: each is the other's best and above CUTS.sentencePair. Similarity is the mean of
 * the overlap of character 4-grams and of content words, so that "tariffs" helps "tariff" without counting as the word.
 */
export function pairSentences(reference: PreparedText, other: PreparedText, links: readonly Link[]): SentencePair[] {
  const pairs = links.flatMap((link) => {
    const left = reference.paragraphs.get(link.reference)?.statements ?? [];
    const right = other.paragraphs.get(link.other)?.statements ?? [];
    return left.flatMap((a) =>
      right.map((b): SentencePair => ({ reference: a, other: b, similarity: similarity(a, b) })),
    );
  });
  const best = new Map<Statement, number>();
  for (const { reference: a, other: b, similarity: value } of pairs) {
    best.set(a, Math.max(best.get(a) ?? 0, value));
    best.set(b, Math.max(best.get(b) ?? 0, value));
  }
  return pairs.filter(
    (pair) =>
      pair.similarity >= CUTS.sentencePair &&
      pair.similarity === best.get(pair.reference) &&
      pair.similarity === best.get(pair.other),
  );
}

/** A short sentence inside a longer one counts for more than its dice: half containment, when it has words enough to mean something. */
function similarity(a: Statement, b: Statement): number {
  if (a.content.size < 3 || b.content.size < 3) return 0;
  const words = dice(a.content, b.content);
  const smaller = a.content.size <= b.content.size ? a : b;
  const larger = smaller === a ? b : a;
  const inside = smaller.content.size >= 5 ? containment(smaller.content, larger.content) : words;
  return (dice(a.grams, b.grams) + (words + inside) / 2) / 2;
}
