import { countFrames } from '#lib/framing/count-frames';
import type { Codebook, Hit } from '#lib/types';
import { HALVES, halfOf } from './halves';

export type LabelRow = {
  id: string;
  event: string;
  paragraphs: string[];
  mentions: { type: string; concept: string; paragraph: number; start: number; end: number }[];
};

type Covered = { event: string; gold: string; ours: string };

/**
 * Among coded mentions that hold one of our labels: are two of one gold concept also of one of ours? Halves are by event, so
 * that what a group was drawn up from is not what it is scored on.
 */
export function scoreLabels(articles: readonly LabelRow[], codebook: Codebook): Record<string, number> {
  const scores: Record<string, number> = {};
  for (const half of [...HALVES, 'all'] as const) {
    const some = articles.filter(({ event }) => half === 'all' || halfOf(event) === half);
    Object.assign(
      scores,
      scoreHalf(some, codebook, half),
      scoreHalf(some.map(thingsOnly), codebook, `${half}, things`),
    );
  }
  return scores;
}

// A property is coded on what is said of somebody ("a bad deal": unreason), so its mentions are not what a thing is called.
function thingsOnly(article: LabelRow): LabelRow {
  return { ...article, mentions: article.mentions.filter(({ type }) => type !== 'PROPERTY') };
}

function scoreHalf(articles: readonly LabelRow[], codebook: Codebook, half: string): Record<string, number> {
  const covered: Covered[] = [];
  let mentions = 0;
  for (const article of articles) {
    const { hits } = countFrames({ id: article.id, headline: '', paragraphs: article.paragraphs }, codebook);
    for (const mention of article.mentions) {
      mentions++;
      const hit = hits.find((each) => lies(each, mention));
      if (hit?.concept !== undefined) covered.push({ event: article.event, gold: mention.concept, ours: hit.concept });
    }
  }
  const { right, shown, total } = countPairs(covered);
  const precision = right / Math.max(1, shown);
  const recall = right / Math.max(1, total);
  const name = `labels [${half}, ${new Set(articles.map(({ event }) => event)).size} events]`;
  return {
    [`${name} coverage (coded mentions that hold a label)`]: covered.length / Math.max(1, mentions),
    [`${name} covered mentions`]: covered.length,
    [`${name} pairwise P`]: precision,
    [`${name} pairwise R`]: recall,
    [`${name} pairwise F1`]: (2 * precision * recall) / (precision + recall || 1),
  };
}

function countPairs(covered: readonly Covered[]): { right: number; shown: number; total: number } {
  const pairs = { right: 0, shown: 0, total: 0 };
  covered.forEach((one, at) => {
    for (const two of covered.slice(at + 1)) {
      if (one.event !== two.event) continue;
      const same = one.gold === two.gold;
      const shown = one.ours === two.ours;
      if (same) pairs.total++;
      if (shown) pairs.shown++;
      if (same && shown) pairs.right++;
    }
  });
  return pairs;
}

function lies(hit: Hit, place: { paragraph: number; start: number; end: number }): boolean {
  return hit.paragraph === place.paragraph && hit.start >= place.start && hit.end <= place.end;
}
