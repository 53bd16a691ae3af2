import type { CodeCount, FrameCount, Voice } from '#lib/types';
import type { Share } from './bootstrap';
import { addTables, type Cut, cellsOf, IN_BODY, type VoiceTable, voiceTable } from './voice-table';

/** One code over some articles: the three numbers that belong together, and whose words they are. */
export type Rate = {
  code: string;
  /** k of n sentences. */
  sentences: { k: number; n: number };
  /** a of A articles with at least one hit (the headline's included). */
  articles: { a: number; of: number };
  /** Hits, the headline's included. */
  mentions: number;
  words: number;
  /** Mentions for each 1,000 words, headlines included on both sides. Meant for labels; absent without words. */
  perThousandWords?: number;
  byVoice: Record<Voice, number>;
  /** The same by position too. */
  table: VoiceTable;
};

export function rateOf(counts: readonly FrameCount[], code: string): Rate {
  const rows = counts.flatMap((count) => count.counts.filter((row) => row.code === code));
  const words = total(counts, (count) => count.words);
  const mentions = total(rows, (row) => row.mentions);
  return {
    code,
    sentences: { k: total(rows, (row) => row.sentences), n: total(counts, (count) => count.sentences) },
    articles: { a: rows.filter((row) => row.mentions > 0).length, of: counts.length },
    mentions,
    words,
    ...(words === 0 ? {} : { perThousandWords: (1000 * mentions) / words }),
    byVoice: {
      own: total(rows, (row) => row.byVoice.own),
      attributed: total(rows, (row) => row.byVoice.attributed),
      quoted: total(rows, (row) => row.byVoice.quoted),
    },
    table: addTables(counts.map((count) => tableOf(count, code))),
  };
}

/** The same code article by article, for `estimateShare` and `contrastShares`. Articles without a sentence are left out. */
export function sharesOf(counts: readonly FrameCount[], code: string): Share[] {
  return counted(counts).map((count) => ({ k: rowOf(count, code)?.sentences ?? 0, n: count.sentences }));
}

/** Sentences that carry a frame in one voice or at some positions only, of all that were counted. */
export function sharesWithin(
  counts: readonly FrameCount[],
  frame: string,
  { voice, positions = IN_BODY }: Cut,
): Share[] {
  const inBody = positions.filter((position) => IN_BODY.includes(position));
  return counted(counts).map((count) => ({
    k: cellsOf(tableOf(count, frame), { ...(voice === undefined ? {} : { voice }), positions: inBody }),
    n: count.sentences,
  }));
}

function counted(counts: readonly FrameCount[]): FrameCount[] {
  return counts.filter((count) => count.sentences > 0);
}

/** One article's table for one code. */
export function tableOf(count: FrameCount, code: string): VoiceTable {
  return voiceTable(count.hits.filter((hit) => hit.code === code));
}

function rowOf(count: FrameCount, code: string): CodeCount | undefined {
  return count.counts.find((row) => row.code === code);
}

function total<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}
