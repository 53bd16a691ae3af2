import { looksEnglish } from '#lib/text/looks-english';
import { findQuotations, type Quotation, splitStatements } from '#lib/text/quotations';
import { type Attribution, findAttributions } from '#lib/text/reported-speech';
import { stem } from '#lib/text/stem';
import { isContentWord } from '#lib/text/stop-words';
import { type Token, tokenize } from '#lib/text/tokenize';
import type { Place, Span } from '#lib/types';
import { charGrams } from './overlap';

export type DiffText = { headline: string; paragraphs: readonly string[] };

export type PreparedWord = Token & { stem: string; content: boolean; quoted: boolean };

/** One sentence of a paragraph with what comparing needs. Offsets are into the paragraph. */
export type Statement = Span & {
  paragraph: number;
  words: PreparedWord[];
  /** Stems of its content words. */
  content: ReadonlySet<string>;
  /** Character 4-grams of its keys. */
  grams: ReadonlySet<string>;
};

export type PreparedParagraph = {
  index: number;
  text: string;
  words: PreparedWord[];
  quotations: Quotation[];
  statements: Statement[];
  attributions: Attribution[];
};

/** Everything is read once per text, however many links touch a paragraph. */
export type PreparedText = { paragraphs: Map<number, PreparedParagraph>; english: boolean };

export function prepareText({ headline, paragraphs }: DiffText, headlineIndex: number): PreparedText {
  const english = looksEnglish(paragraphs.length > 0 ? paragraphs : [headline]);
  const texts: [number, string][] = [
    [headlineIndex, headline],
    ...paragraphs.map((text, index): [number, string] => [index, text]),
  ];
  return {
    english,
    paragraphs: new Map(texts.map(([index, text]) => [index, prepareParagraph(index, text, english)])),
  };
}

function prepareParagraph(index: number, text: string, english: boolean): PreparedParagraph {
  const quotations = findQuotations(text);
  const words = tokenize(text).map((token) => ({
    start: token.start,
    end: token.end,
    text: token.text,
    key: token.key,
    stem: stem(token.key),
    content: isContentWord(token.key),
    quoted: quotations.some((each) => each.start <= token.start && token.end <= each.end),
  }));
  const spans = splitStatements(text, quotations);
  const statements = spans.map((span): Statement => {
    const own = words.filter((word) => word.start >= span.start && word.end <= span.end);
    return {
      ...span,
      paragraph: index,
      words: own,
      content: new Set(own.filter((word) => word.content).map((word) => word.stem)),
      grams: charGrams(own.map((word) => word.key)),
    };
  });
  return {
    index,
    text,
    words,
    quotations,
    statements,
    attributions: english ? findAttributions(text, quotations, spans) : [],
  };
}

export function placeOf(paragraph: PreparedParagraph, span: Span): Place {
  return {
    paragraph: paragraph.index,
    start: span.start,
    end: span.end,
    text: paragraph.text.slice(span.start, span.end),
  };
}
