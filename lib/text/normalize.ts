/**
 * Two faces for each token: the text that is printed, and a key that is compared. Everything here keeps the length of
 * its input in UTF-16 units, so offsets into the folded text are offsets into the printed one.
 */

const FOLD: Record<string, string> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201A': "'",
  '\u201B': "'",
  '\u02BC': "'",
  '\u2032': "'",
  '\u201C': '"',
  '\u201D': '"',
  '\u201E': '"',
  '\u201F': '"',
  '\u00AB': '"',
  '\u00BB': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u00A0': ' ',
  '\u202F': ' ',
  '\u2009': ' ',
};
const FOLDABLE = new RegExp(`[${Object.keys(FOLD).join('')}]`, 'g');

/** Curly and straight quotation marks, non-breaking hyphens and spaces made equal; same length as `text`. */
export function foldPunctuation(text: string): string {
  return text.replace(FOLDABLE, (mark) => FOLD[mark] ?? mark);
}

/** Lower case that never changes the length: the few letters whose lower case is longer (İ) stay as they are. */
export function foldCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  let folded = '';
  for (const char of text) {
    const small = char.toLowerCase();
    folded += small.length === char.length ? small : char;
  }
  return folded;
}

/** White space collapsed, trimmed, NFC: the form every stored text has. */
export function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
