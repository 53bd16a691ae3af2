import type { Quotation } from '#lib/text/quotations';
import { isContentWord } from '#lib/text/stop-words';
import { tokenize } from '#lib/text/tokenize';
import type { Difference, DifferenceKind, Link, Span } from '#lib/types';
import { speakerOf } from './attribution-frames';
import { containment } from './overlap';
import { type PreparedParagraph, type PreparedText, placeOf, type Statement } from './prepared-text';
import { type QuotationWord, quotationWords } from './quotation-words';
import { CUTS } from './thresholds';
import { isTelling, matchUtterances, type UtteranceMatch } from './utterances';

/** A quotation where it stands, its words made comparable. */
export type QuotedText = {
  paragraph: PreparedParagraph;
  quotation: Quotation;
  words: QuotationWord[];
  telling: boolean;
};

/** Two quotations of one utterance. */
export type QuotationPair = { reference: QuotedText; other: QuotedText; match: UtteranceMatch };

export function collectQuotations(text: PreparedText): QuotedText[] {
  return [...text.paragraphs.values()].flatMap((paragraph) =>
    paragraph.quotations
      .filter(
        (quotation) =>
          paragraph.index < 0 || !isTitle(paragraph.text.slice(quotation.inner.start, quotation.inner.end)),
      )
      .map((quotation): QuotedText => {
        const words = quotationWords(paragraph.text, quotation.inner);
        return { paragraph, quotation, words, telling: isTelling(words) };
      }),
  );
}

/** “The Morning Show”, “Green Harbour Plan”: a name in quotation marks is nobody's utterance. */
function isTitle(quoted: string): boolean {
  const words = tokenize(quoted);
  return (
    words.length <= 5 &&
    words.every((word) => !isContentWord(word.key) || /^[\p{Lu}\d]/u.test(word.text)) &&
    !/[.!?]$/.test(quoted)
  );
}

/**
 * Which quotations of the two articles are the same utterance, wherever they stand. The longest match is taken first and
 * uses up its words on both sides, so that one long quotation can still meet both halves of “…,” she said, “…”.
 * Quotations of fewer than four words are compared in linked paragraphs only: “we won” may be anybody's.
 */
export function pairQuotations(
  reference: readonly QuotedText[],
  other: readonly QuotedText[],
  links: readonly Link[],
): QuotationPair[] {
  const linked = new Set(links.map((link) => `${link.reference} ${link.other}`));
  const pairs: QuotationPair[] = [];
  for (const a of reference) {
    for (const b of other) {
      const near = linked.has(`${a.paragraph.index} ${b.paragraph.index}`);
      if (!(a.telling && b.telling) && !(near && isShortButSayable(a.words) && isShortButSayable(b.words))) continue;
      if (!sharesContent(a.words, b.words)) continue;
      const match = matchUtterances(a.words, b.words);
      // “trying to take credit” may be said by two people: few words need the same place or the same speaker.
      const few = match !== undefined && match.equal < CUTS.quotation.sureWords;
      if (few && !near && !haveSameSpeaker(a, b)) continue;
      if (match) pairs.push({ reference: a, other: b, match });
    }
  }
  return takeBest(pairs, linked);
}

function haveSameSpeaker(a: QuotedText, b: QuotedText): boolean {
  const ours = speakerOf(a.paragraph, a.quotation)?.split(/\s+/).at(-1);
  return ours !== undefined && ours === speakerOf(b.paragraph, b.quotation)?.split(/\s+/).at(-1);
}

function isShortButSayable(words: readonly QuotationWord[]): boolean {
  return words.length >= 2 && words.some((word) => word.content);
}

function sharesContent(a: readonly QuotationWord[], b: readonly QuotationWord[]): boolean {
  const keys = new Set(a.filter((word) => word.content).map((word) => word.key));
  return b.some((word) => keys.has(word.key));
}

const ORDER = ['same', 'shortened', 'elided', 'worded-differently'];

function takeBest(pairs: QuotationPair[], linked: ReadonlySet<string>): QuotationPair[] {
  const isNear = ({ reference, other }: QuotationPair) =>
    linked.has(`${reference.paragraph.index} ${other.paragraph.index}`) ? 1 : 0;
  pairs.sort(
    (x, y) =>
      y.match.equal - x.match.equal ||
      ORDER.indexOf(x.match.kind) - ORDER.indexOf(y.match.kind) ||
      isNear(y) - isNear(x) ||
      Math.abs(x.reference.paragraph.index - x.other.paragraph.index) -
        Math.abs(y.reference.paragraph.index - y.other.paragraph.index) ||
      x.reference.paragraph.index + x.other.paragraph.index - y.reference.paragraph.index - y.other.paragraph.index,
  );
  const used = new Map<QuotedText, Span[]>();
  const isFree = (text: QuotedText, span: Span) =>
    !(used.get(text) ?? []).some((each) => each.start < span.end && span.start < each.end);
  return pairs.filter(({ reference, other, match }) => {
    if (!isFree(reference, match.words.a) || !isFree(other, match.words.b)) return false;
    used.set(reference, [...(used.get(reference) ?? []), match.words.a]);
    used.set(other, [...(used.get(other) ?? []), match.words.b]);
    return true;
  });
}

/** W1–W4 of the pairs found. */
export function quotationDifferences(pairs: readonly QuotationPair[]): Difference[] {
  return pairs.map(({ reference, other, match }): Difference => {
    const speaker = speakerOf(reference.paragraph, reference.quotation) ?? speakerOf(other.paragraph, other.quotation);
    return {
      kind: KINDS[match.kind],
      reference: placeOf(reference.paragraph, reference.quotation),
      other: placeOf(other.paragraph, other.quotation),
      note: noteOf(reference, other, match),
      ...(match.grade === undefined ? {} : { grade: match.grade }),
      ...(speaker === undefined ? {} : { speaker }),
      quiet: match.kind === 'same' || match.grade === 'function-word',
    };
  });
}

const KINDS: Record<UtteranceMatch['kind'], DifferenceKind> = {
  same: 'quotation-same',
  shortened: 'quotation-shortened',
  elided: 'quotation-elided',
  'worded-differently': 'quotation-worded-differently',
};

function noteOf(reference: QuotedText, other: QuotedText, match: UtteranceMatch): string {
  const here = printedWords(reference);
  const there = printedWords(other);
  switch (match.kind) {
    case 'same':
      return 'the same quotation in both texts';
    case 'shortened':
      if (here !== there) return `${here} words quoted here, ${there} there`;
      return 'the same utterance, cut at different words';
    case 'elided':
      return match.words.a.end - match.words.a.start < match.words.b.end - match.words.b.start
        ? 'quoted with an ellipsis here, with more of its words there'
        : 'quoted with more of its words here, with an ellipsis there';
    case 'worded-differently':
      if (sortedKeys(match.onlyA) === sortedKeys(match.onlyB)) return 'the same words quoted in another order';
      return `quoted with different words: ${sideNote(reference, match.onlyA, 'here')}, ${sideNote(other, match.onlyB, 'there')}`;
  }
}

function sortedKeys(words: readonly QuotationWord[]): string {
  return words
    .map((word) => word.key)
    .sort()
    .join(' ');
}

function printedWords(quoted: QuotedText): number {
  return new Set(quoted.words.map((word) => word.start)).size;
}

function sideNote(quoted: QuotedText, words: readonly QuotationWord[], where: string): string {
  if (words.length === 0) return `nothing in its place ${where}`;
  const printed: string[] = [];
  let last: QuotationWord | undefined;
  for (const word of words) {
    const text = quoted.paragraph.text.slice(word.start, word.end);
    if (text === '' || (last && last.start === word.start)) continue;
    const follows = last && /^\s?$/.test(quoted.paragraph.text.slice(last.end, word.start));
    if (follows) printed.push(`${printed.pop() ?? ''} ${text}`);
    else printed.push(text);
    last = word;
  }
  return `${printed.map((each) => `“${each}”`).join(' … ')} ${where}`;
}

/** W6: quoted on one side, told without quotation marks in a sentence of a linked paragraph on the other. */
export function paraphrases(
  reference: readonly QuotedText[],
  other: readonly QuotedText[],
  pairs: readonly QuotationPair[],
  texts: { reference: PreparedText; other: PreparedText },
  links: readonly Link[],
): Difference[] {
  const matched = new Set(pairs.flatMap((pair) => [pair.reference, pair.other]));
  const found: Difference[] = [];
  for (const link of links) {
    const left = texts.reference.paragraphs.get(link.reference);
    const right = texts.other.paragraphs.get(link.other);
    if (!left || !right) continue;
    for (const quoted of reference.filter((each) => each.paragraph === left && !matched.has(each))) {
      const telling = bestTelling(quoted, right);
      if (telling) found.push(paraphrase(quoted, telling, right, 'reference'));
    }
    for (const quoted of other.filter((each) => each.paragraph === right && !matched.has(each))) {
      const telling = bestTelling(quoted, left);
      if (telling) found.push(paraphrase(quoted, telling, left, 'other'));
    }
  }
  return found;
}

type Telling = { statement: Statement; share: number; verbatim: boolean };

function bestTelling(quoted: QuotedText, paragraph: PreparedParagraph): Telling | undefined {
  const own = paragraphWords(quoted);
  const content = new Set(own.filter((word) => word.content).map((word) => word.stem));
  if (content.size < CUTS.quotation.paraphraseWords) return undefined;
  let best: Telling | undefined;
  for (const statement of paragraph.statements) {
    const free = statement.words.filter((word) => !word.quoted);
    const share = containment(content, new Set(free.filter((word) => word.content).map((word) => word.stem)));
    if (share < CUTS.quotation.paraphrase || share <= (best?.share ?? 0)) continue;
    const keys = ` ${free.map((word) => word.key).join(' ')} `;
    const verbatim = keys.includes(` ${own.map((word) => word.key).join(' ')} `);
    if (!verbatim && Math.round(share * content.size) < CUTS.quotation.paraphraseShared) continue;
    best = { statement, share, verbatim };
  }
  return best;
}

function paragraphWords({ paragraph, quotation }: QuotedText) {
  return paragraph.words.filter((word) => word.start >= quotation.start && word.end <= quotation.end);
}

function paraphrase(
  quoted: QuotedText,
  telling: Telling,
  paragraph: PreparedParagraph,
  quotedIn: 'reference' | 'other',
): Difference {
  const [quotes, tells] = quotedIn === 'reference' ? ['here', 'there'] : ['there', 'here'];
  const speaker = speakerOf(quoted.paragraph, quoted.quotation);
  const quotation = placeOf(quoted.paragraph, quoted.quotation);
  const sentence = placeOf(paragraph, telling.statement);
  return {
    kind: 'quotation-paraphrased',
    ...(quotedIn === 'reference'
      ? { reference: quotation, other: sentence }
      : { reference: sentence, other: quotation }),
    note: telling.verbatim
      ? `quoted ${quotes}, the same words without quotation marks ${tells}`
      : `quoted ${quotes}, paraphrased ${tells}`,
    grade: quotedIn === 'reference' ? 'reference-only' : 'other-only',
    ...(speaker === undefined ? {} : { speaker }),
    quiet: false,
  };
}
