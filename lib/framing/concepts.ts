import type { Span } from '#lib/types';
import { type Reading, withoutExcluded } from './blanking';
import type { CompiledCodebook, CompiledConcept } from './compile-codebook';
import { type Match, withoutOverlap } from './term-index';
import { countWords, type Unit } from './units';

export type Mention = Match & { unit: Unit; label: string };

/**
 * Mentions of one concept in one article. A label counts when the concept has no anchor; when an anchor stands within the
 * window ("war in Ukraine"); or when it follows up an anchored mention with a determiner ("the war") at most `maxSentences`
 * later, paragraphs not minded. A follow-up may take another label than the mention it follows: "the Ukraine crisis … the
 * conflict" is the change of wording we are after. It does not itself start a new chain, so an article that moves on to
 * another war stops counting soon.
 *
 * @param readings one for each unit, same order.
 */
export function findMentions(
  codebook: CompiledCodebook,
  concept: CompiledConcept,
  units: readonly Unit[],
  readings: readonly Reading[],
): Mention[] {
  const mentions: Mention[] = [];
  let anchoredAt: number | undefined;
  units.forEach((unit, at) => {
    const raw = readings[at];
    if (!raw || !concept.labels.some((label) => raw.found.has(label.terms))) return;
    const reading = withoutExcluded(codebook, raw, [concept.never]);
    for (const match of labelMatches(codebook, concept, reading)) {
      const anchored = !concept.anchor || isAnchored(match, concept.anchor, reading);
      if (anchored) anchoredAt = unit.order;
      else if (!isFollowUp(match, concept, reading, unit, anchoredAt)) continue;
      mentions.push({ ...match, unit });
    }
  });
  return mentions;
}

function labelMatches(
  codebook: CompiledCodebook,
  concept: CompiledConcept,
  reading: Reading,
): (Match & { label: string })[] {
  return withoutOverlap(
    concept.labels.flatMap((label) => {
      if (!reading.found.has(label.terms)) return [];
      const { found } = withoutExcluded(codebook, reading, [label.exclude]);
      return (found.get(label.terms) ?? []).map((match) => ({ ...match, label: label.id }));
    }),
  );
}

// Inside a sentence a full stop is nearly always an abbreviation's; one after a longer word stands in a headline of two sentences.
const SENTENCE_PUNCTUATION = /[!?;:…]|(?<=[\p{Ll}\p{N}]{3})\.(?=\s|$)/u;

function isAnchored(label: Span, anchor: { terms: number; window: number }, reading: Reading): boolean {
  return (reading.found.get(anchor.terms) ?? []).some((match) => {
    const gap = reading.folded.slice(Math.min(label.end, match.end), Math.max(label.start, match.start));
    if (match.start < label.end && label.start < match.end) return true;
    return !SENTENCE_PUNCTUATION.test(gap) && countWords(gap) < anchor.window;
  });
}

function isFollowUp(
  label: Span,
  { follow }: CompiledConcept,
  reading: Reading,
  unit: Unit,
  anchoredAt: number | undefined,
): boolean {
  if (!follow || anchoredAt === undefined || unit.order - anchoredAt > follow.maxSentences) return false;
  return (reading.found.get(follow.determiners) ?? []).some(
    ({ end }) => end <= label.start && reading.folded.slice(end, label.start).trim() === '',
  );
}
