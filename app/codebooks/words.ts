import { type Interval, wilson } from '#lib/framing/intervals';
import type { Codebook, FrameCode, Measured } from '#lib/types';

export const SOURCE_WORDS = {
  shipped: 'shipped with Synoptic',
  own: 'written here',
  'in-place-of-shipped': 'changed here, in place of the shipped one',
} as const;

/** Everything that can match: terms of rules and labels, expressions, topics. Exclusions and anchors are not counted. */
export function termCount({ frames, concepts, topics = [] }: Codebook): number {
  const rules = frames.flatMap(({ include }) =>
    include.map((rule) => ('any' in rule ? rule.any.length : 'all' in rule ? rule.all.flat().length : 1)),
  );
  const labels = concepts.flatMap(({ labels: each }) => each.map(({ terms }) => terms.length));
  return [...rules, ...labels, ...topics.map(({ terms }) => terms.length)].reduce((sum, count) => sum + count, 0);
}

/**
 * Intervals for what was measured: of n texts that people gave the frame, recall · n were found; of those found, precision are
 * right, so that recall · n / precision were found in all. Counts are rounded back from shares with two decimals.
 */
export function measuredIntervals({ n, precision, recall }: Measured): { precision: Interval; recall: Interval } {
  const right = Math.round(recall * n);
  const found = precision === 0 ? 0 : Math.round(right / precision);
  return { precision: wilson(right, Math.max(found, right)), recall: wilson(right, n) };
}

/** ".54 (.41 to .66)" */
export function withInterval(value: number, { low, high }: Interval): string {
  return `${share(value)} (${share(low)} to ${share(high)})`;
}

export function share(value: number): string {
  return value.toFixed(2).replace(/^(-?)0\./, '$1.');
}

/** Whether the frame's rules are no longer those its shipped reliability was measured with. */
export function isChangedSinceMeasured(frame: FrameCode, shipped: Codebook | undefined): boolean {
  const was = shipped?.frames.find(({ id }) => id === frame.id);
  if (frame.reliability === undefined || was === undefined) return false;
  const rules = ({ include, exclude, requires }: FrameCode) => JSON.stringify([include, exclude, requires]);
  return JSON.stringify(was.reliability) === JSON.stringify(frame.reliability) && rules(was) !== rules(frame);
}
