import { type Reading, withoutExcluded } from './blanking';
import type { CompiledCodebook, CompiledFrame, Rule } from './compile-codebook';
import { type Match, withoutOverlap } from './term-index';

export type Weighed = Match & { weight: number };

/** What the hits of a sentence must weigh together for it to carry the frame. A rule without a weight weighs as much alone. */
export const ENOUGH = 1;
// Decimals added up: .5 + .3 + .2 is a little under 1.
const ROOM = 1e-9;

/**
 * Matches that make one sentence carry a frame, in reading order; none when it does not carry it. Negation is not turned
 * round: "no blame" still talks about blame, and the reader sees the sentence.
 *
 * Why weights: a broad frame has plain terms ("poll", "petition") and terms that belong to it only in company ("the public",
 * "Twitter"). Alone the second kind filled evidence lists with sentences readers would not give the frame; left out, sentences
 * with several of them were missed.
 */
export function matchFrame(codebook: CompiledCodebook, frame: CompiledFrame, reading: Reading): Weighed[] {
  const matches = weighFrame(codebook, frame, reading);
  return isEnough(matches) ? matches : [];
}

export function isEnough(matches: readonly Weighed[]): boolean {
  return weightOf(matches) >= ENOUGH - ROOM;
}

export function weightOf(matches: readonly Weighed[]): number {
  return matches.reduce((sum, { weight }) => sum + weight, 0);
}

/** The same, also where it is not enough. */
export function weighFrame(codebook: CompiledCodebook, frame: CompiledFrame, reading: Reading): Weighed[] {
  if (!frame.rules.some((rule) => holds(rule, reading))) return [];
  const { found } = withoutExcluded(codebook, reading, [frame.exclude]);
  if (frame.requires.length > 0 && !frame.requires.some((list) => found.has(list))) return [];
  const matches = frame.rules
    .filter((rule) => holds(rule, { found }))
    .flatMap(({ lists, weight }) =>
      lists.flatMap((list) => (found.get(list) ?? []).map((match) => ({ ...match, weight }))),
    );
  return withoutOverlap(matches);
}

function holds({ lists }: Rule, { found }: Pick<Reading, 'found'>): boolean {
  return lists.every((list) => found.has(list));
}
