import type { Difference, Link } from '#lib/types';
import { sharedCount } from './overlap';
import { type PreparedParagraph, type PreparedText, type PreparedWord, placeOf } from './prepared-text';
import type { QuotedText } from './quotation-differences';
import { CUTS } from './thresholds';

/**
 * W7: one to three words in quotation marks in running text, the same words without marks in a linked paragraph: an “historic” vote,
 * an historic vote. What the marks mean is the reader's to judge. A whole utterance (“Yes,” she said) is no fragment.
 */
export function quotedFragments(
  reference: readonly QuotedText[],
  other: readonly QuotedText[],
  texts: { reference: PreparedText; other: PreparedText },
  links: readonly Link[],
): Difference[] {
  return links.flatMap((link) => {
    const left = texts.reference.paragraphs.get(link.reference);
    const right = texts.other.paragraphs.get(link.other);
    if (!left || !right) return [];
    const ours = fragmentsIn(reference, left).flatMap((quoted): Difference[] => {
      const plain = unquotedIn(right, quoted);
      return plain ? [fragment(placeOf(left, quoted.quotation), placeOf(right, plain), 'reference-only')] : [];
    });
    const theirs = fragmentsIn(other, right).flatMap((quoted): Difference[] => {
      const plain = unquotedIn(left, quoted);
      return plain ? [fragment(placeOf(left, plain), placeOf(right, quoted.quotation), 'other-only')] : [];
    });
    return [...ours, ...theirs];
  });
}

function fragment(
  reference: Difference['reference'],
  other: Difference['other'],
  grade: 'reference-only' | 'other-only',
): Difference {
  const [marked, plain] = grade === 'reference-only' ? ['here', 'there'] : ['there', 'here'];
  return {
    kind: 'quoted-fragment',
    reference,
    other,
    note: `in quotation marks ${marked}, without them ${plain}`,
    grade,
    quiet: false,
  };
}

function fragmentsIn(all: readonly QuotedText[], paragraph: PreparedParagraph): QuotedText[] {
  return all.filter(({ paragraph: own, quotation, words }) => {
    if (own !== paragraph || words.length === 0 || words.length > CUTS.fragmentWords) return false;
    const inner = own.text.slice(quotation.inner.start, quotation.inner.end);
    const before = own.text.slice(0, quotation.start).trimEnd();
    const isRunningText = before !== '' && !/[.!?:]$/.test(before) && !/[.!?]$/.test(inner);
    return isRunningText && words.some((word) => word.content);
  });
}

/** The same printed words, outside quotation marks. */
function unquotedIn(
  paragraph: PreparedParagraph,
  { paragraph: own, quotation }: QuotedText,
): { start: number; end: number } | undefined {
  const inside = own.words.filter((word) => word.start >= quotation.start && word.end <= quotation.end);
  // “a lynching” ~ a “lynching”: the article is no part of what is marked.
  const wanted = /^(?:an?|the)$/.test(inside[0]?.key ?? '') ? inside.slice(1) : inside;
  const isHere = (at: number) =>
    wanted.every((word, step) => isSame(paragraph.words[at + step], word)) && wanted.length > 0;
  // With the marks also there, the texts do not differ.
  if (paragraph.words.some((word, at) => word.quoted && isHere(at))) return undefined;
  const isPlain = (index: number) => wanted.every((_, step) => paragraph.words[index + step]?.quoted === false);
  // One word is of one thing only where a word beside it agrees: a “limited” reopening is no limited budget.
  const isOfIt = (index: number) =>
    wanted.length > 1 ||
    sharedCount(beside(own, own.words.indexOf(wanted[0] as PreparedWord)), beside(paragraph, index)) > 0;
  const at = paragraph.words.findIndex((_, index) => isHere(index) && isPlain(index) && isOfIt(index));
  const [first, last] = [paragraph.words[at], paragraph.words[at + wanted.length - 1]];
  return first && last ? { start: first.start, end: last.end } : undefined;
}

function beside({ words }: PreparedParagraph, at: number): ReadonlySet<string> {
  const near = words.slice(Math.max(0, at - CUTS.label.beside), at + CUTS.label.beside + 1);
  return new Set(near.filter((word) => word.content && word !== words[at]).map((word) => word.stem));
}

function isSame(a: PreparedWord | undefined, b: PreparedWord): boolean {
  return a !== undefined && a.key === b.key;
}
