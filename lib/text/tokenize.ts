import type { Span } from '../types';
import { foldCase, foldPunctuation } from './normalize';

/** `text` as printed; `key` for comparing: lower case, marks unified, English possessive 's taken off. */
export type Token = Span & { text: string; key: string };

// A word is a run of letters with inner ' or -, or a number with inner . or ,: "don't", "Russia-Ukraine", "2,480.75", "G20".
const WORD = /[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*\d*|\d+(?:[.,]\d+)*[\p{L}\p{M}]*/gu;
// Scripts that put no space between words: cut by the segmenter that ships with the engine.
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Words of `text` in order, with their places. Punctuation is not a token.
 * "Putin’s 2,480.75" → putin (0–7), 2,480.75 (8–16)
 */
export function tokenize(text: string): Token[] {
  const folded = foldPunctuation(text);
  const tokens: Token[] = [];
  for (const match of folded.matchAll(WORD)) {
    const word = match[0];
    const start = match.index;
    if (!UNSPACED.test(word)) {
      tokens.push(token(text, word, start));
      continue;
    }
    for (const piece of segmenter.segment(word)) {
      if (piece.isWordLike) tokens.push(token(text, piece.segment, start + piece.index));
    }
  }
  return tokens;
}

function token(text: string, folded: string, start: number): Token {
  const end = start + folded.length;
  return { text: text.slice(start, end), key: keyOf(folded), start, end };
}

function keyOf(folded: string): string {
  return foldCase(folded).normalize('NFKC').replace(/'s$/, '');
}

/** The keys alone, for counting and comparing. */
export function words(text: string): string[] {
  return tokenize(text).map((each) => each.key);
}
