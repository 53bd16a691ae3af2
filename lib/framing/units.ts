import { splitSentences } from '#lib/text/sentences';
import { HEADLINE, type Position, type Span } from '#lib/types';
import { fold } from './term';

export type CountedArticle = { id: string; headline: string; paragraphs: string[] };

/** A sentence of fewer words ("More soon.") is a fragment: neither in n nor able to carry a frame. */
export const FEWEST_WORDS = 5;
/** The first paragraphs that make the lead. */
export const LEAD_PARAGRAPHS = 3;

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’\-.,][\p{L}\p{M}\p{N}]+)*/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** One sentence with its place: the unit of coding. The headline is one unit, whatever stops it holds. */
export type Unit = Span & {
  paragraph: number;
  /** Within its paragraph. */
  sentence: number;
  /** Within the article, the headline first: follow-ups are measured in it, across paragraphs. */
  order: number;
  position: Position;
  text: string;
  folded: string;
  words: number;
  /** In the denominator n. */
  counted: boolean;
};

export function unitsOf(article: CountedArticle, lang: string): Unit[] {
  const units: Unit[] = [];
  const add = (text: string, span: Span, paragraph: number, sentence: number): void => {
    const slice = text.slice(span.start, span.end);
    const words = countWords(slice);
    units.push({
      start: span.start,
      end: span.end,
      paragraph,
      sentence,
      order: units.length,
      position: positionOf(paragraph),
      text: slice,
      folded: fold(slice),
      words,
      counted: paragraph !== HEADLINE && words >= FEWEST_WORDS,
    });
  };
  if (article.headline.trim() !== '') add(article.headline, { start: 0, end: article.headline.length }, HEADLINE, 0);
  article.paragraphs.forEach((text, paragraph) => {
    splitSentences(text, lang).forEach((span, sentence) => {
      add(text, span, paragraph, sentence);
    });
  });
  return units;
}

export function positionOf(paragraph: number): Position {
  if (paragraph === HEADLINE) return 'headline';
  return paragraph < LEAD_PARAGRAPHS ? 'lead' : 'body';
}

/** Words of a text; where a script has no spaces, two signs are taken for one word, which is near its average. */
export function countWords(text: string): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  if (unspaced === 0) return text.match(WORD)?.length ?? 0;
  return Math.ceil(unspaced / 2) + (text.replace(UNSPACED, ' ').match(WORD)?.length ?? 0);
}
