import type { Alignment, Difference, LabelMention, Link, Passage, WordingDiff } from '#lib/types';
import { DIFFERENCE_KINDS, HEADLINE } from '#lib/types';
import { attributedOrNot, verbsAtQuotations, verbsInSentences } from './attribution-differences';
import { certaintyDifferences } from './certainty';
import { wordChanges } from './changes';
import { descriptorDifferences } from './descriptors';
import { figureDifferences } from './figure-differences';
import { labelDifferences } from './label-differences';
import { actorDifferences } from './named-actors';
import { negationDifferences } from './negation';
import { positionDifferences } from './positions';
import { type DiffText, type PreparedText, prepareText } from './prepared-text';
import { collectQuotations, pairQuotations, paraphrases, quotationDifferences } from './quotation-differences';
import { quotationOverlaps } from './quotation-overlaps';
import { quotedFragments } from './quoted-fragments';
import { pairSentences } from './sentence-pairs';
import { shareWords } from './shared-words';
import { suggestedLabels } from './suggested-labels';
import { CUTS } from './thresholds';

export type DiffInput = {
  reference: DiffText;
  other: DiffText;
  alignment: Alignment;
  /** Label mentions already found with a codebook; without them no label is compared. */
  labels?: { reference: LabelMention[]; other: LabelMention[] };
};

/**
 * How two articles word what they both report.
 *
 * Same-event paragraphs share about two fifths of their content words, so an insert/delete diff would mark nearly
 * everything. Instead every link gets the words both sides use, in any order (inline changes only when near-verbatim), and
 * `differences` lists what a reader can check one by one: quotations, labels, reporting verbs, missing attribution,
 * figures, certainty, negation, descriptions of people, position. Each has a place on both sides. When in doubt there is no difference.
 *
 * English word lists are used only on texts that look English; quotations and shared words work in any language.
 *
 * @returns passages in the order of the links; differences by paragraph and place in the reference. Swapping the two sides
 *   gives the same differences mirrored.
 */
export function diffWording({ reference, other, alignment, labels }: DiffInput): WordingDiff {
  return diffPrepared(prepareWording(reference), prepareWording(other), alignment, labels);
}

/** Reads a text once, for comparing it with many. */
export function prepareWording(text: DiffText): PreparedText {
  return prepareText(text, HEADLINE);
}

/** The same as `diffWording` for texts already read. */
export function diffPrepared(
  reference: PreparedText,
  other: PreparedText,
  alignment: Alignment,
  labels?: DiffInput['labels'],
): WordingDiff {
  const texts = { reference, other };
  const headlines: Link = { reference: HEADLINE, other: HEADLINE, confidence: 1, tier: 'strong', moved: false };
  return {
    passages: alignment.links.map((link) => passageOf(texts, link)),
    differences: sorted(differencesOf(texts, alignment.links, headlines, labels)),
    headline: passageOf(texts, headlines),
  };
}

type Texts = { reference: PreparedText; other: PreparedText };

function passageOf(texts: Texts, link: Link): Passage {
  const reference = texts.reference.paragraphs.get(link.reference) ?? EMPTY;
  const other = texts.other.paragraphs.get(link.other) ?? EMPTY;
  const changes = wordChanges(reference, other);
  const shortest = link.reference === HEADLINE ? CUTS.sharedRunInHeadlines : CUTS.sharedRun;
  return {
    reference: link.reference,
    other: link.other,
    shared: shareWords(reference.words, other.words, shortest),
    ...(changes === undefined ? {} : { changes }),
  };
}

const EMPTY = { text: '', words: [] };

function differencesOf(
  texts: Texts,
  links: readonly Link[],
  headlines: Link,
  labels: DiffInput['labels'],
): Difference[] {
  const ours = collectQuotations(texts.reference);
  const theirs = collectQuotations(texts.other);
  const quotations = pairQuotations(ours, theirs, [headlines, ...links]);
  const found = [
    ...quotationDifferences(quotations),
    ...quotationOverlaps(ours, theirs, quotations),
    ...paraphrases(ours, theirs, quotations, texts, links),
    ...quotedFragments(ours, theirs, texts, links),
    ...positionDifferences(texts, links),
  ];
  const sentences = pairSentences(texts.reference, texts.other, links);
  found.push(...labelDifferences(labels ?? { reference: [], other: [] }, texts, sentences, links));
  if (!texts.reference.english || !texts.other.english) return found;
  return [
    ...found,
    ...verbsAtQuotations(quotations),
    ...verbsInSentences(sentences, texts),
    ...attributedOrNot(sentences, texts),
    ...figureDifferences(texts, [headlines, ...links], sentences),
    ...certaintyDifferences(sentences, texts),
    ...negationDifferences(sentences, texts),
    ...descriptorDifferences(texts),
    ...suggestedLabels(sentences, texts),
    ...actorDifferences(sentences, texts),
  ];
}

/** In reading order of the reference; of equal kind and places the first stays. */
function sorted(differences: readonly Difference[]): Difference[] {
  const seen = new Set<string>();
  return differences
    .filter(({ kind, reference, other }) => {
      const key = [
        kind,
        reference.paragraph,
        reference.start,
        reference.end,
        other.paragraph,
        other.start,
        other.end,
      ].join(' ');
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .sort(
      (x, y) =>
        x.reference.paragraph - y.reference.paragraph ||
        x.reference.start - y.reference.start ||
        x.other.paragraph - y.other.paragraph ||
        x.other.start - y.other.start ||
        DIFFERENCE_KINDS.indexOf(x.kind) - DIFFERENCE_KINDS.indexOf(y.kind),
    );
}
