import { type Reading, withoutExcluded } from './blanking';
import type { CompiledCodebook, CompiledFrame } from './compile-codebook';
import { type Match, withoutOverlap } from './term-index';

/**
 * Matches that make one sentence carry a frame, in reading order; none when it does not carry it. Negation is not turned
 * round: "no blame" still talks about blame, and the reader sees the sentence.
 */
export function matchFrame(codebook: CompiledCodebook, frame: CompiledFrame, reading: Reading): Match[] {
  if (!frame.rules.some((rule) => holds(rule, reading))) return [];
  const { found } = withoutExcluded(codebook, reading, [frame.exclude]);
  if (frame.requires.length > 0 && !frame.requires.some((list) => found.has(list))) return [];
  const matches = frame.rules
    .filter((rule) => rule.every((list) => found.has(list)))
    .flatMap((rule) => rule.flatMap((list) => found.get(list) ?? []));
  return withoutOverlap(matches);
}

function holds(rule: readonly number[], { found }: Reading): boolean {
  return rule.every((list) => found.has(list));
}
