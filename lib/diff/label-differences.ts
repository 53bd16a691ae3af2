import { type Difference, HEADLINE, type LabelMention, type Link, type Place } from '#lib/types';
import { sharedCount } from './overlap';
import { type PreparedText, placeOf, type Statement } from './prepared-text';
import type { SentencePair } from './sentence-pairs';
import { CUTS } from './thresholds';

/**
 * L1: one concept, named differently in corresponding places: two sentences that correspond, the two headlines, or two
 * strongly linked paragraphs. A content word must stand right beside both labels (“the harbour inquiry” ~ “the harbour
 * investigation”), or two near them in sentences that say mostly the same: without that a quarter of them named two different things,
 * in sentences and headlines as in paragraphs. A side that uses both labels there makes no difference.
 */
export function labelDifferences(
  labels: { reference: readonly LabelMention[]; other: readonly LabelMention[] },
  texts: { reference: PreparedText; other: PreparedText },
  pairs: readonly SentencePair[],
  links: readonly Link[],
): Difference[] {
  if (labels.reference.length === 0 || labels.other.length === 0) return [];
  const found: Difference[] = [];
  const compare = (ours: LabelMention[], theirs: LabelMention[], similarity = 0) => {
    for (const concept of new Set(ours.map((mention) => mention.concept))) {
      const a = ours.filter((mention) => mention.concept === concept);
      const b = theirs.filter((mention) => mention.concept === concept);
      const difference = labelDifference(a, b, texts);
      if (difference && nameOneThing(difference, texts, similarity)) found.push(difference);
    }
  };
  compare(inParagraph(labels.reference, HEADLINE), inParagraph(labels.other, HEADLINE));
  for (const pair of pairs)
    compare(inStatement(labels.reference, pair.reference), inStatement(labels.other, pair.other), pair.similarity);
  const covered = new Set(pairs.map(({ reference, other }) => `${reference.paragraph} ${other.paragraph}`));
  for (const link of links) {
    if (link.tier !== 'strong' || covered.has(`${link.reference} ${link.other}`)) continue;
    compare(inParagraph(labels.reference, link.reference), inParagraph(labels.other, link.other));
  }
  return found;
}

function labelDifference(
  ours: readonly LabelMention[],
  theirs: readonly LabelMention[],
  texts: { reference: PreparedText; other: PreparedText },
): Difference | undefined {
  const [a, b] = [ours[0], theirs[0]];
  if (!a || !b) return undefined;
  const used = new Set(ours.map((mention) => mention.label));
  if (theirs.some((mention) => used.has(mention.label))) return undefined;
  const left = texts.reference.paragraphs.get(a.paragraph);
  const right = texts.other.paragraphs.get(b.paragraph);
  if (!left || !right) return undefined;
  const reference = placeOf(left, a);
  const other = placeOf(right, b);
  return {
    kind: 'label',
    reference,
    other,
    note: `“${reference.text}” here, “${other.text}” there`,
    grade: a.concept,
    quiet: false,
  };
}

function nameOneThing(
  { reference, other }: Difference,
  texts: { reference: PreparedText; other: PreparedText },
  similarity: number,
): boolean {
  const shared = (window: number) =>
    sharedCount(surroundings(texts.reference, reference, window), surroundings(texts.other, other, window));
  return (
    shared(CUTS.label.beside) > 0 || (similarity >= CUTS.strongPair && shared(CUTS.label.near) >= CUTS.label.shared)
  );
}

/** Content stems of the words on either side of a place, `window` of them a side. */
function surroundings(text: PreparedText, place: Place, window: number): ReadonlySet<string> {
  const words = text.paragraphs.get(place.paragraph)?.words ?? [];
  const first = words.findIndex((word) => word.end > place.start);
  const last = words.findLastIndex((word) => word.start < place.end);
  const near = words.filter((word, index) => {
    const outside = index < first || index > last;
    return outside && word.content && index >= first - window && index <= last + window;
  });
  return new Set(near.map((word) => word.stem));
}

function inParagraph(mentions: readonly LabelMention[], paragraph: number): LabelMention[] {
  return mentions.filter((mention) => mention.paragraph === paragraph);
}

function inStatement(mentions: readonly LabelMention[], statement: Statement): LabelMention[] {
  return mentions.filter(
    (mention) =>
      mention.paragraph === statement.paragraph && mention.start >= statement.start && mention.end <= statement.end,
  );
}
