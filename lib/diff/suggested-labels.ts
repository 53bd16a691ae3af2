import { type Difference, HEADLINE, type Span } from '#lib/types';
import { type PreparedParagraph, type PreparedText, type PreparedWord, placeOf } from './prepared-text';
import type { SentencePair } from './sentence-pairs';

type Phrase = { modifier: string; head: string; paragraph: PreparedParagraph; span: Span };

/**
 * L2: one modifier before different nouns in sentences that correspond: “trade deal” here, “trade agreement” there, each noun after this modifier
 * in one text only, and three such phrases in all. Off unless a reader asks: one in five to two in five named the same thing where it was measured;
 * the rest are two things with one attribute. Good for finding labels to put into a codebook.
 */
export function suggestedLabels(
  pairs: readonly SentencePair[],
  texts: { reference: PreparedText; other: PreparedText },
): Difference[] {
  const [ours, theirs] = [phrasesOf(texts.reference), phrasesOf(texts.other)];
  const [counted, countedThere] = [countPhrases(ours), countPhrases(theirs)];
  const [placed, placedThere] = [byParagraph(ours), byParagraph(theirs)];
  const found = new Map<string, Difference>();
  for (const { reference, other } of pairs) {
    for (const a of placed.get(reference.paragraph)?.filter((each) => isIn(each, reference)) ?? []) {
      const b = placedThere
        .get(other.paragraph)
        ?.find((each) => isIn(each, other) && each.modifier === a.modifier && each.head !== a.head);
      if (!b || found.has(a.modifier)) continue;
      const isOnly = !countedThere.has(nameOf(a)) && !counted.has(nameOf(b));
      if (!isOnly || (counted.get(nameOf(a)) ?? 0) + (countedThere.get(nameOf(b)) ?? 0) < 3) continue;
      const [here, there] = [placeOf(a.paragraph, a.span), placeOf(b.paragraph, b.span)];
      const note = `“${here.text}” here, “${there.text}” there: perhaps the same thing`;
      found.set(a.modifier, { kind: 'label-suggested', reference: here, other: there, note, quiet: false });
    }
  }
  return [...found.values()];
}

function phrasesOf(text: PreparedText): Phrase[] {
  return [...text.paragraphs.values()].flatMap((paragraph) =>
    paragraph.index === HEADLINE
      ? []
      : paragraph.words.flatMap((word, at): Phrase[] => {
          const next = paragraph.words[at + 1];
          if (!next || !isPhrase(paragraph, word, next, paragraph.words[at + 2])) return [];
          const span = { start: word.start, end: next.end };
          return [{ modifier: word.stem, head: next.stem, paragraph, span }];
        }),
  );
}

// Lower-case head, both words of some length, and nothing that goes on: "trade deal" but not the "trade deal" of "trade deal talks".
function isPhrase(
  paragraph: PreparedParagraph,
  a: PreparedWord,
  b: PreparedWord,
  after: PreparedWord | undefined,
): boolean {
  const isNoun = (word: PreparedWord) => word.content && word.key.length > 3 && !/(?:ly|ed|ing)$/.test(word.key);
  if (!isNoun(a) || !isNoun(b) || a.quoted || b.quoted || /^\p{Lu}/u.test(b.text)) return false;
  if (paragraph.text.slice(a.end, b.start) !== ' ') return false;
  return !after?.content || paragraph.text.slice(b.end, after.start) !== ' ' || /(?:ed|s)$/.test(after.key);
}

function isIn(phrase: Phrase, statement: { paragraph: number; start: number; end: number }): boolean {
  const { paragraph, span } = phrase;
  return paragraph.index === statement.paragraph && span.start >= statement.start && span.end <= statement.end;
}

function nameOf({ modifier, head }: Phrase): string {
  return `${modifier} ${head}`;
}

function countPhrases(phrases: readonly Phrase[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const phrase of phrases) counts.set(nameOf(phrase), (counts.get(nameOf(phrase)) ?? 0) + 1);
  return counts;
}

function byParagraph(phrases: readonly Phrase[]): Map<number, Phrase[]> {
  const found = new Map<number, Phrase[]>();
  for (const phrase of phrases)
    found.set(phrase.paragraph.index, [...(found.get(phrase.paragraph.index) ?? []), phrase]);
  return found;
}
