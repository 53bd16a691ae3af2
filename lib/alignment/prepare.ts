import { charNgrams, shingles } from '#lib/text/ngrams';
import { splitSentences } from '#lib/text/sentences';
import { stem } from '#lib/text/stem';
import { isContentWord } from '#lib/text/stop-words';
import { words } from '#lib/text/tokenize';
import { CUTS } from './weights';

/** Term → count. */
type Counts = Map<string, number>;

/** What the features need of one paragraph: counted once, compared many times. */
export type Prepared = {
  /** Index in the article as given. */
  index: number;
  words: Counts;
  /** Number of content words, repeats included. */
  length: number;
  grams: Counts;
  sentences: Counts[];
  /** Word trigrams, unstemmed, function words kept. */
  trigrams: Set<string>;
};

/** One paragraph counted; undefined when it has too few words to say anything about. */
export function prepareParagraph(text: string, index: number): Prepared | undefined {
  const keys = words(text);
  if (keys.length < CUTS.words) return undefined;
  const content = keys.filter(isContentWord).map(stem);
  const sentences = splitSentences(text)
    .map((span) => words(text.slice(span.start, span.end)))
    .filter((each) => each.length >= CUTS.words);
  return {
    index,
    words: counted(content),
    length: content.length,
    grams: counted(charNgrams(keys, 4)),
    sentences: sentences.map((each) => counted(charNgrams(each, 4))),
    trigrams: new Set(shingles(keys, 3)),
  };
}

export function prepareArticle(paragraphs: readonly string[]): Prepared[] {
  return paragraphs.flatMap((text, index) => prepareParagraph(text, index) ?? []);
}

function counted(terms: readonly string[]): Counts {
  const counts: Counts = new Map();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
