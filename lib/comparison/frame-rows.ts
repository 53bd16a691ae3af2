import { withoutCopies } from '../framing/copies';
import { type Estimate, estimateShare } from '../framing/statistics';
import type { Article, CodeCount, FrameCount, Framing, Hit, Position, Quality, TextCopy, Voice } from '../types';
import { copyGroups } from './text-copies';
import type { Texts } from './texts';

/** `incomplete`: one of its texts was not read whole and is counted because the reader includes such texts. */
export type CountedOutlet = { id: string; name: string; counts: FrameCount[]; incomplete?: Quality };

export type Counted = {
  /** With their counted articles, alphabetical. */
  outlets: CountedOutlet[];
  /** Texts that were not counted. */
  left: Article[];
  /** Texts counted once, with the one whose text they repeat. */
  copies: TextCopy[];
};

export function countedOutlets({ comparison }: Pick<Texts, 'comparison'>, framing: Framing): Counted {
  const outlets = new Map<string, CountedOutlet>();
  const left: Article[] = [];
  const { counts, copies } = withoutCopies(framing.articles, copyGroups(comparison.copies ?? []));
  const isCopy = new Set(copies.map(({ articleId }) => articleId));
  for (const article of comparison.articles) {
    const count = counts.find((each) => each.articleId === article.id);
    if (isCopy.has(article.id)) continue;
    if (!count) left.push(article);
    else {
      const outlet = outlets.get(article.outletId) ?? { id: article.outletId, name: article.outletName, counts: [] };
      const incomplete = article.quality.status === 'full' ? {} : { incomplete: article.quality };
      outlets.set(article.outletId, { ...outlet, ...incomplete, counts: [...outlet.counts, count] });
    }
  }
  return { outlets: [...outlets.values()], left, copies };
}

export type FrameRow = {
  outlet: CountedOutlet;
  /** Sentences with the frame in the chosen voice, of all counted ones; with an interval only where articles allow it. */
  estimate: Estimate;
  byVoice: Record<Voice, number>;
  byPosition: Record<Position, number>;
};

export function frameRow(outlet: CountedOutlet, code: string, voice: Voice | 'all', seed: string): FrameRow {
  const rows = outlet.counts.map((count) => ({ count, row: rowOf(count, code) }));
  const shares = rows
    .filter(({ count }) => count.sentences > 0)
    .map(({ count, row }) => ({ k: inVoice(row, voice, row?.sentences ?? 0), n: count.sentences }));
  return {
    outlet,
    estimate: estimateShare(shares, `${seed} ${code} ${outlet.id} ${voice}`),
    byVoice: sumOf(
      rows.flatMap(({ row }) => row?.byVoice ?? []),
      ['own', 'attributed', 'quoted'],
    ),
    byPosition: sumOf(
      rows.flatMap(({ row }) => row?.byPosition ?? []),
      ['headline', 'lead', 'body'],
    ),
  };
}

/** Mentions of a label in an outlet's texts. */
export function mentionsOf(outlet: CountedOutlet, label: string, voice: Voice | 'all'): number {
  return outlet.counts.reduce((sum, count) => {
    const row = rowOf(count, label);
    return sum + inVoice(row, voice, row?.mentions ?? 0);
  }, 0);
}

export type EvidenceSentence = { articleId: string; hits: Hit[] };

/** The hits of one code in one outlet's texts (or in all), a group a sentence, in reading order. */
export function evidenceOf(
  outlets: readonly CountedOutlet[],
  code: string,
  outletId: string | undefined,
  voice: Voice | 'all',
): EvidenceSentence[] {
  const sentences = new Map<string, EvidenceSentence>();
  for (const { id, counts } of outlets) {
    if (outletId !== undefined && id !== outletId) continue;
    for (const { articleId, hits } of counts) {
      for (const hit of hits) {
        if (hit.code !== code || (voice !== 'all' && hit.voice !== voice)) continue;
        const key = `${articleId} ${hit.paragraph} ${hit.sentence}`;
        const known = sentences.get(key);
        if (known) known.hits.push(hit);
        else sentences.set(key, { articleId, hits: [hit] });
      }
    }
  }
  return [...sentences.values()];
}

function rowOf(count: FrameCount, code: string): CodeCount | undefined {
  return count.counts.find((row) => row.code === code);
}

function inVoice(row: CodeCount | undefined, voice: Voice | 'all', all: number): number {
  return row === undefined ? 0 : voice === 'all' ? all : row.byVoice[voice];
}

function sumOf<K extends string>(records: readonly Record<K, number>[], keys: readonly K[]): Record<K, number> {
  const total = (key: K) => records.reduce<number>((sum, record) => sum + record[key], 0);
  return Object.fromEntries(keys.map((key) => [key, total(key)])) as Record<K, number>;
}

/** Right end of the scale all charts of a codebook share: the largest share or interval, up to the next tenth. */
export function scaleEnd(rows: readonly FrameRow[]): number {
  const largest = Math.max(0.1, ...rows.map(({ estimate }) => estimate.interval?.high ?? estimate.share ?? 0));
  return Math.min(1, Math.ceil(largest * 10 - 1e-9) / 10);
}
