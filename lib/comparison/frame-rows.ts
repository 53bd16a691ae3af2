import type { Share } from '../framing/bootstrap';
import { withoutCopies } from '../framing/copies';
import { tableOf } from '../framing/rates';
import { type Estimate, estimateShare } from '../framing/statistics';
import { sentenceVoice } from '../framing/voice';
import { addTables, type Cut, cellsOf, emptyTable, IN_BODY, POSITIONS, placeOf, VOICES } from '../framing/voice-table';
import type { Article, FrameCount, Framing, Hit, Position, Quality, TextCopy, Voice } from '../types';
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

/** Which part of what was counted is looked at. */
export type Filter = { voice: Voice | 'all'; position: Position | 'all' };

export type FrameRow = {
  outlet: CountedOutlet;
  /**
   * Sentences with the frame within the filter, of all counted ones, so that parts add up to the whole; at the position
   * `headline`, headlines of headlines. With an interval only where articles allow it.
   */
  estimate: Estimate;
  /** The shares it is made from, an article each. */
  shares: Share[];
  /** Sentences by voice, at the position looked at; the headline is in them only when it is what is looked at. */
  byVoice: Record<Voice, number>;
  /** Sentences (headlines) by position, in the voice looked at. */
  byPosition: Record<Position, number>;
};

export function frameRow(outlet: CountedOutlet, code: string, filter: Filter, seed: string): FrameRow {
  const tables = outlet.counts.map((count) => tableOf(count, code));
  const table = addTables(tables);
  const ofHeadlines = filter.position === 'headline';
  const shares = outlet.counts.flatMap((count, at): Share[] => {
    const n = ofHeadlines ? 1 : count.sentences;
    return n === 0 ? [] : [{ k: cellsOf(tables[at] ?? emptyTable(), sentenceCut(filter)), n }];
  });
  const { positions = IN_BODY } = sentenceCut(filter);
  return {
    outlet,
    estimate: estimateShare(shares, `${seed} ${code} ${outlet.id} ${filter.voice} ${filter.position}`),
    shares,
    byVoice: byEach(VOICES, (voice) => cellsOf(table, { voice, positions })),
    byPosition: byEach(POSITIONS, (position) => cellsOf(table, { ...voiceCut(filter), positions: [position] })),
  };
}

/** Mentions of a label in an outlet's texts; without a filter the headline's too. */
export function mentionsOf(outlet: CountedOutlet, label: string, filter: Filter): number {
  const cut = { ...voiceCut(filter), ...(filter.position === 'all' ? {} : { positions: [filter.position] }) };
  return cellsOf(addTables(outlet.counts.map((count) => tableOf(count, label))), cut);
}

/** The same by voice, at the position looked at. */
export function mentionsByVoice(outlet: CountedOutlet, label: string, filter: Filter): Record<Voice, number> {
  return byEach(VOICES, (voice) =>
    filter.voice === 'all' || filter.voice === voice ? mentionsOf(outlet, label, { ...filter, voice }) : 0,
  );
}

// Of a frame the headline is told by itself: it is no sentence of the text, and not in k.
function sentenceCut(filter: Filter): Cut {
  return { ...voiceCut(filter), positions: filter.position === 'all' ? IN_BODY : [filter.position] };
}

function voiceCut({ voice }: Filter): Cut {
  return voice === 'all' ? {} : { voice };
}

function byEach<K extends string>(keys: readonly K[], value: (key: K) => number): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, number>;
}

/** One sentence with its hits of one code. `articleId` says whose. */
export type EvidenceSentence = { articleId: string; hits: Hit[] };

/**
 * The sentences behind a count, in reading order: as many as the count says for a frame; for a label as many hits in them as
 * the count says. A sentence of a frame stands whole under one voice, the one it is counted in, and shows all of its hits.
 */
export function evidenceOf(
  outlets: readonly CountedOutlet[],
  code: string,
  outletId: string | undefined,
  { voice, position }: Filter,
): EvidenceSentence[] {
  const hits = outlets
    .filter(({ id }) => outletId === undefined || id === outletId)
    .flatMap(({ counts }) => counts.flatMap(({ articleId, hits }) => hits.map((hit) => ({ articleId, hit }))));
  const sentences = new Map<string, EvidenceSentence>();
  for (const { articleId, hit } of hits) {
    const isAt = position === 'all' ? hit.kind === 'label' || hit.position !== 'headline' : hit.position === position;
    if (hit.code !== code || !isAt) continue;
    if (hit.kind === 'label' && voice !== 'all' && hit.voice !== voice) continue;
    const key = `${articleId} ${placeOf(hit)}`;
    const known = sentences.get(key);
    if (known) known.hits.push(hit);
    else sentences.set(key, { articleId, hits: [hit] });
  }
  return [...sentences.values()].filter(
    ({ hits: own }) =>
      voice === 'all' || own[0]?.kind === 'label' || sentenceVoice(own.map((hit) => hit.voice)) === voice,
  );
}

/** Right end of the scale all charts of a codebook share: the largest share or interval, up to the next tenth. */
export function scaleEnd(rows: readonly FrameRow[]): number {
  const largest = Math.max(0.1, ...rows.map(({ estimate }) => estimate.interval?.high ?? estimate.share ?? 0));
  return Math.min(1, Math.ceil(largest * 10 - 1e-9) / 10);
}
