import { wordCount } from './word-count';

// Fewer words are a heading, a place or a signature, which need no full stop.
const SENTENCE_WORDS = 8;
// Lines below a text that are no part of it: credits, licences, calls to go elsewhere.
const CLOSING_LINE =
  /\b(?:click here|licen[cs]e|lizenz|licencia|licenza|copyright|creative commons|photos?|fotos?|image|illustration)\b/iu;
const CLOSING_WORDS = 20;

/**
 * Whether a text breaks off. An ellipsis, a comma or a lower-case word at the end are signs of it. A capitalised last word is not: many texts
 * end with a line of credits ("Contributing: Jane Roe"). In scripts without capitals only the punctuation tells.
 */
export function endsOpen(last: string): boolean {
  const words = wordCount(last);
  if (words < SENTENCE_WORDS || (words <= CLOSING_WORDS && CLOSING_LINE.test(last))) return false;
  const end = last.split(' ').at(-1) ?? '';
  return /(?:…|\.\.\.|\[…\]|\[\.\.\.\]|[,;、，–—-])$/u.test(end) || /^["'“‘«(]?\p{Ll}[\p{L}'’-]*$/u.test(end);
}
