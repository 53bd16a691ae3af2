import type { FrameCount, Timestamp } from '#lib/types';
import type { Share } from './bootstrap';
import { tableOf } from './rates';
import { type Estimate, estimateShare } from './statistics';
import { type Cut, cellsOf, IN_BODY } from './voice-table';

export type Step = 'day' | 'week';

/** A counted text with the time it stands at. */
export type TimedCount = { at: Timestamp; count: FrameCount };

/** One point of a line: a day, a week or one text. Without texts there is no number, and the line has a gap. */
export type Point = {
  /** First day, UTC: `2026-03-02`; a week begins on Monday. */
  start: string;
  counts: FrameCount[];
  /** Frames: k of n sentences; absent where there is no text. */
  estimate?: Estimate;
  /** Labels: mentions and words. */
  mentions: number;
  words: number;
};

/** Day of a time, UTC, or the Monday of its week. */
export function binOf(at: Timestamp, step: Step): string {
  const day = new Date(at);
  day.setUTCHours(0, 0, 0, 0);
  if (step === 'week') day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}

/** Every bin from first to last, both included: a day nobody wrote on is a gap to be seen, not a place to be skipped. */
export function binsBetween(first: string, last: string, step: Step): string[] {
  const bins: string[] = [];
  for (let day = new Date(`${first}T00:00:00Z`); day.toISOString().slice(0, 10) <= last; ) {
    bins.push(day.toISOString().slice(0, 10));
    day = new Date(day.getTime() + (step === 'day' ? 1 : 7) * 86_400_000);
  }
  return bins;
}

/**
 * One code over time, oldest first; at most the last `most` bins up to the newest text.
 *
 * @param cut which voice and position; a frame's headline is in no share unless it is asked for alone.
 */
export function seriesOf(texts: readonly TimedCount[], code: string, step: Step, cut: Cut, most: number): Point[] {
  const byBin = new Map<string, FrameCount[]>();
  for (const { at, count } of texts) {
    const bin = binOf(at, step);
    byBin.set(bin, [...(byBin.get(bin) ?? []), count]);
  }
  const known = [...byBin.keys()].sort();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  return binsBetween(first, last, step)
    .slice(-most)
    .map((start) => pointOf(start, byBin.get(start) ?? [], code, cut));
}

/** One point a text, in order of time. */
export function pointsByText(texts: readonly TimedCount[], code: string, cut: Cut): Point[] {
  return [...texts]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ at, count }) => pointOf(binOf(at, 'day'), [count], code, cut));
}

function pointOf(start: string, counts: FrameCount[], code: string, cut: Cut): Point {
  const ofHeadlines = cut.positions?.length === 1 && cut.positions[0] === 'headline';
  const sentences = { ...cut, positions: cut.positions ?? IN_BODY };
  const shares = counts.flatMap((count): Share[] => {
    const n = ofHeadlines ? 1 : count.sentences;
    return n === 0 ? [] : [{ k: cellsOf(tableOf(count, code), sentences), n }];
  });
  return {
    start,
    counts,
    ...(shares.length === 0 ? {} : { estimate: estimateShare(shares, `${code} ${start}`) }),
    mentions: counts.reduce((sum, count) => sum + cellsOf(tableOf(count, code), cut), 0),
    words: counts.reduce((sum, { words }) => sum + words, 0),
  };
}
