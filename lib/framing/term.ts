import type { Stemmer } from '#lib/text/inflections';
import { foldCase, foldPunctuation } from '#lib/text/normalize';

/** Lower case with marks unified: what terms are compared on. Same length as `text`, so its offsets are the text's. */
export function fold(text: string): string {
  return foldCase(foldPunctuation(text));
}

export const LONGEST_TERM = 80;
/** Terms that end with `*` are indexed by their first letters, as many as they have of these. */
export const PREFIXES = [2, 3, 4];

const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const GAP = 1;
const WILD = 2;
type Inflected = { stem: string; of: Stemmer };
type Piece = string | typeof GAP | typeof WILD | Inflected;

/**
 * A term ready to be looked for in folded text. It is a list of pieces and not a regular expression because a codebook
 * holds thousands of terms and compiling that many expressions with Unicode classes takes seconds.
 * `lookup` says what an index may find it by: a whole word, a word's stem, the beginning of a word, its first sign, or any
 * word's beginning.
 */
export type Term = {
  /** As written in the codebook. */
  source: string;
  lookup: { by: 'word' | 'stem' | 'prefix' | 'sign'; key: string } | { by: 'any-word' };
  pieces: Piece[];
  edges: { left: boolean; right: boolean };
};

/** What is wrong with a term as a codebook writes it, as a sentence with its cure; undefined when nothing is. */
export function termProblem(source: string): string | undefined {
  const words = source.trim().split(/\s+/u);
  if (source.trim() === '') return 'is empty; write a word or take it out';
  if (source.length > LONGEST_TERM) return `has more than ${LONGEST_TERM} characters; use a shorter phrase`;
  if (/\*\*/.test(source)) return `(${source}) has two asterisks in a row; one is enough`;
  for (const word of words) {
    if (word.includes('~') && !/^[\p{L}\p{M}]{2,}~$/u.test(word))
      return `(${source}) may have “~” only at the end of a word of letters alone`;
    if (!word.includes('*')) continue;
    const letters = [...word].filter((sign) => /[\p{L}\p{N}]/u.test(sign)).length;
    if (letters === 0) return `(${source}) has an asterisk without a word; write at least two letters beside it`;
    if (letters < 2) return `(${source}) would match nearly everything; write at least two letters beside the asterisk`;
  }
  if (!/[\p{L}\p{N}\p{S}]/u.test(source)) return `(${source}) holds no letter, figure or sign`;
  return undefined;
}

/**
 * `*` stands for letters and hyphens, a space for a space, a hyphen or an en dash, `word~` for the word in any inflection.
 * Edges are word edges in any script, except where the script itself has none ("危机" inside a line of Han).
 *
 * @param stem of the codebook's language; without it `~` says nothing and the word stands as written.
 */
export function compileTerm(source: string, stem?: Stemmer): Term {
  const folded = fold(source.normalize('NFC').trim()).replace(/\s+/gu, ' ');
  const first = folded[0] ?? '';
  const last = folded.at(-1) ?? '';
  const pieces = folded.split(/([ *])/u).flatMap((part): Piece[] => {
    if (part === '') return [];
    if (part === ' ') return [GAP];
    if (part === '*') return [WILD];
    if (!part.endsWith('~')) return [part.replaceAll('\u2013', '-')];
    const word = part.slice(0, -1);
    return [stem ? { stem: stem(word), of: stem } : word];
  });
  const opening = pieces[0];
  return {
    source,
    lookup: typeof opening === 'object' ? { by: 'stem', key: opening.stem } : lookupOf(folded),
    pieces,
    edges: {
      left: (WORD_CHARACTER.test(first) || first === '*') && !UNSPACED.test(first),
      right: (WORD_CHARACTER.test(last) || last === '*' || last === '~') && !UNSPACED.test(last),
    },
  };
}

function lookupOf(folded: string): Term['lookup'] {
  if (folded.startsWith('*')) return { by: 'any-word' };
  const key = /^[\p{L}\p{M}\p{N}]+/u.exec(folded)?.[0] ?? '';
  if (key === '' || UNSPACED.test(folded)) return { by: 'sign', key: folded[0] ?? '' };
  if (folded[key.length] !== '*') return { by: 'word', key };
  return key.length >= 2 ? { by: 'prefix', key } : { by: 'sign', key: folded[0] ?? '' };
}

/** A folded sentence with, for every place, whether it is inside a word: 1 a letter, 2 a figure, 0 neither. */
export type Line = { text: string; inside: Uint8Array; words: { start: number; text: string }[] };

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const FIGURE = /\p{N}/u;

export function lineOf(folded: string): Line {
  const text = folded.replaceAll('\u2013', '-');
  const inside = new Uint8Array(text.length);
  const words: Line['words'] = [];
  for (const match of text.matchAll(WORD)) {
    words.push({ start: match.index, text: match[0] });
    for (let at = match.index; at < match.index + match[0].length; at++) {
      const code = text.charCodeAt(at);
      const isFigure = code < 128 ? code < 58 : FIGURE.test(text[at] ?? '');
      inside[at] = isFigure ? 2 : 1;
    }
  }
  return { text, inside, words };
}

/** Where the term ends when it stands at this place of the line; undefined when it does not. */
export function endOfTerm(term: Term, line: Line, at: number): number | undefined {
  if (term.edges.left && at > 0 && line.inside[at - 1]) return undefined;
  return endOfPieces(term, line, 0, at);
}

function endOfPieces(term: Term, line: Line, index: number, at: number): number | undefined {
  const piece = term.pieces[index];
  if (piece === undefined) return !term.edges.right || isEdge(line, at) ? at : undefined;
  if (typeof piece === 'string') {
    return line.text.startsWith(piece, at) ? endOfPieces(term, line, index + 1, at + piece.length) : undefined;
  }
  if (piece === GAP) {
    const next = endOfGap(line, at);
    return next === undefined ? undefined : endOfPieces(term, line, index + 1, next);
  }
  if (piece !== WILD) {
    let end = at;
    while (line.inside[end]) end++;
    const fits = end > at && piece.of(line.text.slice(at, end)) === piece.stem;
    return fits ? endOfPieces(term, line, index + 1, end) : undefined;
  }
  let most = at;
  while (line.inside[most] === 1 || line.text[most] === '-') most++;
  for (let next = most; next >= at; next--) {
    const end = endOfPieces(term, line, index + 1, next);
    if (end !== undefined) return end;
  }
  return undefined;
}

function endOfGap({ text }: Line, at: number): number | undefined {
  if (text[at] === '-') return at + 1;
  let next = at;
  while (/\s/u.test(text[next] ?? '')) next++;
  return next > at ? next : undefined;
}

// A word and its negation differ: "won" does not stand in "won't".
function isEdge({ text, inside }: Line, at: number): boolean {
  return !inside[at] && !(text[at] === "'" && text[at + 1] === 't' && !inside[at + 2]);
}
