import { htmlToText } from '#lib/html';
import type { Reason } from '#lib/types';
import type { Body } from './main-text';
import { toParagraphs } from './paragraphs';

// A copy with less of the text than this is a teaser or another version, and its silence says nothing.
const COVERS = 0.8;
// Copies are edited at their joints: of a long paragraph the beginning and the end must be there.
const LONG = 60;
const BEGINNING = 40;
const END = 20;
const NOT_IN_COPY: Reason = {
  code: 'not-in-copy',
  message: 'The copy of the article that the page or its feed carries does not have it.',
};

/**
 * Furniture that looks like text: a second story in the midst of the first, a question for readers. Where another copy of the article has four
 * fifths of what was found, a paragraph that it lacks is not the article's, nor is a heading above nothing else. Only between the first
 * paragraph that the copy has and the last: most copies leave out the lede, and a copy that ends early must not cut off the text's end. Copies also leave out subheads, quotations and lists, so these stay.
 *
 * page: lede · a · b · "More: x" · x · c, copy: a b c → lede · a · b · c
 */
export function dropUnconfirmed(body: Body, copies: readonly string[]): Body {
  const texts = body.paragraphs.map(({ text }) => letters(text));
  const whole = copies.map((copy) => letters(htmlToText(copy))).filter((copy) => covers(copy, texts));
  if (whole.length === 0) return body;
  const isKnown = texts.map((text) => whole.some((copy) => has(copy, text)));
  const [first, last] = [isKnown.indexOf(true), isKnown.lastIndexOf(true)];
  const isOut = body.paragraphs.map(({ kind }, at) => at > first && at < last && kind === 'paragraph' && !isKnown[at]);
  body.paragraphs.forEach(({ kind }, at) => {
    if (kind === 'heading' && !isKnown[at] && isOut[at + 1]) isOut[at] = true;
  });
  if (!isOut.includes(true)) return body;
  const out = body.paragraphs.filter((_, at) => isOut[at]).map(({ text }) => ({ text, reason: NOT_IN_COPY }));
  return {
    paragraphs: toParagraphs(body.paragraphs.filter((_, at) => !isOut[at])),
    dropped: [...body.dropped, ...out],
  };
}

function covers(copy: string, texts: string[]): boolean {
  const total = texts.reduce((sum, text) => sum + text.length, 0);
  const known = texts.reduce((sum, text) => sum + (has(copy, text) ? text.length : 0), 0);
  return total > 0 && known >= total * COVERS;
}

function has(copy: string, text: string): boolean {
  return (
    copy.includes(text) ||
    (text.length > LONG && copy.includes(text.slice(0, BEGINNING)) && copy.includes(text.slice(-END)))
  );
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
