import type { CodeCount, FrameCount, Voice } from '#lib/types';
import type { Share } from './bootstrap';

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
  };
}

/** The same code article by article, for `estimateShare` and `contrastShares`. Articles without a sentence are left out. */
export function sharesOf(counts: readonly FrameCount[], code: string): Share[] {
  return counts
    .filter((count) => count.sentences > 0)
    .map((count) => ({ k: rowOf(count, code)?.sentences ?? 0, n: count.sentences }));
}

function rowOf(count: FrameCount, code: string): CodeCount | undefined {
  return count.counts.find((row) => row.code === code);
}

function total<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}
