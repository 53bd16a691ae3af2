import { datelineLength } from '#lib/text/dateline';
import { looksEnglish } from '#lib/text/looks-english';
import { countFourGrams, shingles } from '#lib/text/ngrams';
import { findQuotations } from '#lib/text/quotations';
import { splitSentences } from '#lib/text/sentences';
import { stem } from '#lib/text/stem';
import { isContentWord } from '#lib/text/stop-words';
import { type Token, tokenize } from '#lib/text/tokenize';
import type { Embedding } from '#lib/types';
import { isFurniture } from './furniture';
import { CUTS } from './weights';
import { type Speaking, whoSpeaks } from './who-speaks';

/** Term → count. */
export type Counts<Term> = ReadonlyMap<Term, number>;

/** What the features need of one paragraph: counted once, compared many times. */
export type Prepared = Speaking & {
  /** Index in the article as given. */
  index: number;
  words: Counts<string>;
  /** Number of content words, repeats included. */
  length: number;
  /** Neighbouring words with capitals, as stems: "Ana Ruiz". */
  names: readonly (readonly [string, string])[];
  /** Character 4-grams, by code, of the paragraph and of each sentence of at least CUTS.words words. */
  grams: Counts<number>;
  sentences: readonly Counts<number>[];
  numbers: ReadonlySet<string>;
  /** Word trigrams inside quotation marks, unstemmed. */
  quotedRuns: ReadonlySet<string>;
  english: boolean;
  /** What an encoder gave for the paragraph, where one is set up. */
  embedding?: Embedding;
};

/**
 * Paragraphs of fewer than CUTS.words words, dateline left out, and page furniture are dropped: there is nothing to say about them.
 *
 * @param embeddings one a paragraph, in order, or none at all
 */
export function prepareArticle(paragraphs: readonly string[], embeddings: readonly Embedding[] = []): Prepared[] {
  const texts = paragraphs.map((text) => text.slice(datelineLength(text)));
  const english = looksEnglish(texts);
  const speaking = english ? whoSpeaks(texts) : texts.map(() => NOBODY);
  return texts.flatMap((text, index) => {
    const prepared = prepareParagraph(text, index, english, speaking[index] ?? NOBODY);
    const embedding = embeddings[index];
    return prepared === undefined ? [] : { ...prepared, ...(embedding === undefined ? {} : { embedding }) };
  });
}

const NOBODY: Speaking = { speakers: new Set(), quoted: 0 };

function prepareParagraph(text: string, index: number, english: boolean, speaking: Speaking): Prepared | undefined {
  const tokens = tokenize(text);
  if (tokens.length < CUTS.words || isFurniture(text)) return undefined;
  const keys = tokens.map((token) => token.key);
  const content = keys.filter(isContentWord).map(stem);
  return {
    ...speaking,
    index,
    english,
    words: counted(content),
    length: content.length,
    names: capitalPairs(tokens),
    grams: countFourGrams(keys),
    sentences: splitSentences(text)
      .map(({ start, end }) => keysWithin(tokens, start, end))
      .filter((each) => each.length >= CUTS.words)
      .map(countFourGrams),
    numbers: new Set(keys.filter((key) => /\d/.test(key))),
    quotedRuns: new Set(findQuotations(text).flatMap(({ start, end }) => shingles(keysWithin(tokens, start, end), 3))),
  };
}

function keysWithin(tokens: readonly Token[], start: number, end: number): string[] {
  return tokens.filter((token) => token.start >= start && token.end <= end).map((token) => token.key);
}

function capitalPairs(tokens: readonly Token[]): [string, string][] {
  return tokens.flatMap((token, at): [string, string][] => {
    const next = tokens[at + 1];
    const both = next !== undefined && CAPITAL.test(token.text) && CAPITAL.test(next.text);
    return both ? [[stem(token.key), stem(next.key)]] : [];
  });
}

const CAPITAL = /^\p{Lu}/u;

function counted(terms: readonly string[]): Counts<string> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
