/** Width of a text in the units of its size: 1 is the size itself. */
export type Measure = (text: string, face: Face) => number;
export type Face = 'serif' | 'sans' | 'strong';
/** A piece of a text that one font draws. */
export type Run = { text: string; family: string; weight: number };
/** Whether one of the shipped fonts has this character. */
export type Covers = (codePoint: number) => boolean;

// Pictures in texts, with what joins and colours them. Fonts for them weigh tens of megabytes and a headline is whole without.
const PICTURE =
  '\\p{Extended_Pictographic}|\\p{Regional_Indicator}|\\p{Emoji_Modifier}|[\\u{E0020}-\\u{E007F}]|\\uFE0E|\\uFE0F|\\u20E3';
const PICTURES = new RegExp(`(?:${PICTURE})(?:${PICTURE}|\\u200D)*`, 'gu');
// Typed every day, and pictures only by the letter of the standard.
const SIGNS = /[©®™‼⁉ℹ↔↕]/u;
/** Marks of direction draw nothing by themselves; those of joining (U+200C, U+200D) are spelling in Persian and stay. */
const INVISIBLE = /[\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\p{Cc}]/gu;

/**
 * A text as the shipped fonts can draw it: pictures dropped, a run of letters no font has replaced by "…".
 * undefined when most of its letters cannot be drawn: better no headline than a row of dots.
 */
export function drawable(text: string, covers: Covers): string | undefined {
  const plain = text
    .replace(/[\s\p{Zs}]+/gu, ' ')
    .replace(PICTURES, (found) => [...found].filter((sign) => SIGNS.test(sign)).join(''))
    .replace(INVISIBLE, '')
    .normalize('NFC');
  const signs = [...plain].map((sign) => ({ sign, isDrawn: covers(sign.codePointAt(0) ?? 0) }));
  const letters = signs.filter(({ sign }) => /[\p{L}\p{N}]/u.test(sign));
  if (letters.length === 0 || letters.filter(({ isDrawn }) => isDrawn).length * 2 < letters.length) return undefined;
  const drawn = signs
    .map(({ sign, isDrawn }) => (isDrawn ? sign : '\uFFFF'))
    .join('')
    .replace(/\uFFFF[\uFFFF\p{M}\s]*\uFFFF|\uFFFF/gu, '…');
  // What a dropped picture leaves: two spaces, or one before a comma.
  return drawn
    .replace(/ {2,}/g, ' ')
    .replace(/ ([,.;!?])/g, '$1')
    .trim();
}

/** Whether a text runs from right to left: its first strong letter decides, as in browsers. */
export function isRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(first);
}

// What no line may begin or end with (Chinese and Japanese rules, the common part).
const NO_START = /^[\p{Pe}\p{Pf},.;:!?…、。，．・：；？！％ー々”’»]/u;
const NO_END = /[\p{Ps}\p{Pi}“‘«$£¥€]$/u;

/**
 * A text in lines no wider than `width`, at most `most`; what does not fit is cut and "…" put in its place.
 *
 * Pieces come from Intl.Segmenter, so that lines break between words where words are not spaced; a word wider than a line is cut.
 */
export function linesOf(text: string, width: number, most: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (widthOf((line + piece).trimEnd()) <= width) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trim());
    line = piece.trimStart();
    while (widthOf(line) > width) {
      const cut = cutAt(line, width, widthOf);
      lines.push(line.slice(0, cut));
      line = line.slice(cut);
    }
  }
  if (line.trim() !== '') lines.push(line.trim());
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  return [...kept.slice(0, -1), shortened(kept.at(-1) ?? '', width, widthOf)];
}

/** The longest beginning that fits with "…" behind it. */
export function shortened(text: string, width: number, widthOf: (text: string) => number): string {
  const edges = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)].map(({ index }) => index);
  const cut = [...edges, text.length].findLast((edge) => widthOf(`${text.slice(0, edge).trimEnd()}…`) <= width) ?? 0;
  const kept = text
    .slice(0, cut)
    .trimEnd()
    .replace(/[\p{P}\p{Z}]+$/u, '');
  return `${kept}…`;
}

function cutAt(line: string, width: number, widthOf: (text: string) => number): number {
  const edges = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(line)].map(({ index }) => index);
  return edges.findLast((edge) => edge > 0 && widthOf(line.slice(0, edge)) <= width) ?? edges[1] ?? line.length;
}

/** Words, each with the space and the signs that must stay with it. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    const last = pieces.at(-1);
    const stays =
      last !== undefined &&
      (/^\s/.test(segment) || NO_START.test(segment) || NO_END.test(last) || isGlued(last, segment));
    if (stays) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces;
}

// "mid-air", "AT&T": signs between letters without a space; not in scripts that have no spaces.
function isGlued(before: string, after: string): boolean {
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
  return !/\s$/.test(before) && !unspaced.test(before.slice(-1)) && !unspaced.test(after.charAt(0));
}
