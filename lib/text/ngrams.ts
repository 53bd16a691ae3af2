/**
 * Character n-grams over words joined by single spaces, padded with a space at both ends.
 * charNgrams(['the', 'us'], 4) → " the", "the ", "he u", "e us", " us "
 */
export function charNgrams(words: readonly string[], n: number): string[] {
  const padded = ` ${words.join(' ')} `;
  const grams: string[] = [];
  for (let at = 0; at + n <= padded.length; at++) grams.push(padded.slice(at, at + n));
  return grams;
}

/** Word n-grams (shingles) as strings: shingles(['a', 'b', 'c'], 2) → "a b", "b c". */
export function shingles(words: readonly string[], n: number): string[] {
  const found: string[] = [];
  for (let at = 0; at + n <= words.length; at++) found.push(words.slice(at, at + n).join(' '));
  return found;
}
