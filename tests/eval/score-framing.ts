import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseCodebook } from '#lib/framing/codebook';
import { countFrames } from '#lib/framing/count-frames';
import type { Codebook, Hit } from '#lib/types';
import { readJsonl } from './read-jsonl';

type FrameRow = { id: string; set: string; text: string; frames: string[] };
type LabelRow = {
  id: string;
  event: string;
  paragraphs: string[];
  mentions: { concept: string; paragraph: number; start: number; end: number }[];
};

/** Which of our frames stands for which gold frame, by set and codebook. Frames that are not named stay unpredicted. */
const MAPPINGS: { set: string; codebook: string; gold: Record<string, string> }[] = [
  { set: 'gvfc', codebook: 'generic', gold: { economic: 'economic_consequences' } },
  { set: 'frac', codebook: 'generic', gold: { economic: 'economic', morality: 'morality' } },
  {
    set: 'gvfc',
    codebook: 'policy',
    gold: {
      economic: 'economic_consequences',
      fairness: 'race_ethnicity',
      legality: 'gun_rights',
      policy: 'gun_control',
      security: 'public_safety',
      health: 'mental_health',
      identity: 'society_culture',
      'public-opinion': 'public_opinion',
      political: 'politics',
    },
  },
  {
    set: 'frac',
    codebook: 'policy',
    gold: {
      economic: 'economic',
      capacity: 'economic',
      morality: 'morality',
      fairness: 'fairness_equality',
      legality: 'legality_crime',
      crime: 'legality_crime',
      policy: 'political_policy',
      political: 'political_policy',
      external: 'political_policy',
      security: 'security_defense',
      health: 'health_safety',
      'quality-of-life': 'health_safety',
      identity: 'cultural_identity',
      'public-opinion': 'public_opinion',
    },
  },
];

/**
 * The shipped codebooks on the development data. Frames: main frame of a text is the mapped frame with most hits (ties: the
 * one that comes first in the codebook); no prediction counts as wrong. "all classes" keeps the unmapped gold frames in the
 * mean with F1 0. Labels: among coded mentions that hold one of our labels, are two of one gold concept also of one of ours?
 */
export async function scoreFraming(dataDir: string): Promise<Record<string, number>> {
  const rows = readJsonl<FrameRow>(path.join(dataDir, 'framing-dev.jsonl.gz'));
  const scores: Record<string, number> = {};
  for (const { set, codebook, gold } of MAPPINGS) {
    const some = rows.filter((row) => row.set === set);
    if (some.length > 0)
      Object.assign(
        scores,
        scoreMapping(set, some, shippedCodebook(codebook), (code) => gold[code]),
      );
  }
  return { ...scores, ...scoreLabels(readJsonl<LabelRow>(path.join(dataDir, 'labels-dev.jsonl.gz'))) };
}

function shippedCodebook(id: string): Codebook {
  const file = path.join(import.meta.dirname, '../../data/codebooks', `${id}.json`);
  return parseCodebook(JSON.parse(readFileSync(file, 'utf8')), `${id}.json`);
}

function scoreMapping(
  set: string,
  rows: readonly FrameRow[],
  codebook: Codebook,
  goldOf: (code: string) => string | undefined,
): Record<string, number> {
  const predicted = rows.map((row) => mainFrame(row, codebook, goldOf));
  const gold = rows.map((row) => row.frames[0]);
  const classes = [...new Set(gold.filter((each) => each !== undefined))];
  const mapped = classes.filter((each) => codebook.frames.some((frame) => goldOf(frame.id) === each));
  const f1 = new Map(classes.map((each) => [each, f1Of(each, predicted, gold)]));
  const name = `${set} ${codebook.id} (${mapped.length} of ${classes.length} classes mapped)`;
  const inMapped = rows.flatMap((_, at) => (mapped.includes(gold[at] ?? '') ? [at] : []));
  return {
    ...Object.fromEntries(mapped.map((each) => [`${set} ${codebook.id} ${each} F1`, f1.get(each) ?? 0])),
    [`${name} macro-F1, mapped classes`]: mean(mapped.map((each) => f1.get(each) ?? 0)),
    [`${name} macro-F1, all classes`]: mean([...f1.values()]),
    [`${name} accuracy, rows of mapped classes`]: mean(inMapped.map((at) => (predicted[at] === gold[at] ? 1 : 0))),
    [`${name} accuracy, all rows`]: mean(rows.map((_, at) => (predicted[at] === gold[at] ? 1 : 0))),
  };
}

// As a headline, so that short texts are read too. Several of our frames may stand for one gold frame: their hits add up.
function mainFrame(
  { id, text }: FrameRow,
  codebook: Codebook,
  goldOf: (code: string) => string | undefined,
): string | undefined {
  const { counts } = countFrames({ id, headline: text, paragraphs: [] }, codebook);
  const votes = new Map<string, number>();
  for (const row of counts) {
    const gold = goldOf(row.code);
    if (gold !== undefined && row.mentions > 0) votes.set(gold, (votes.get(gold) ?? 0) + row.mentions);
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function f1Of(of: string, predicted: readonly (string | undefined)[], gold: readonly (string | undefined)[]): number {
  const right = predicted.filter((each, at) => each === of && gold[at] === of).length;
  const shown = predicted.filter((each) => each === of).length;
  const total = gold.filter((each) => each === of).length;
  return shown + total === 0 ? 0 : (2 * right) / (shown + total);
}

function scoreLabels(articles: readonly LabelRow[]): Record<string, number> {
  if (articles.length === 0) return {};
  const codebook = shippedCodebook('labels-common');
  const covered: { event: string; gold: string; ours: string }[] = [];
  let mentions = 0;
  for (const article of articles) {
    const { hits } = countFrames({ id: article.id, headline: '', paragraphs: article.paragraphs }, codebook);
    for (const mention of article.mentions) {
      mentions++;
      const hit = hits.find((each) => lies(each, mention));
      if (hit?.concept !== undefined) covered.push({ event: article.event, gold: mention.concept, ours: hit.concept });
    }
  }
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
  const precision = pairs.right / Math.max(1, pairs.shown);
  const recall = pairs.right / Math.max(1, pairs.total);
  return {
    'labels coverage (coded mentions that hold a label)': covered.length / Math.max(1, mentions),
    'labels covered mentions': covered.length,
    'labels pairwise P': precision,
    'labels pairwise R': recall,
    'labels pairwise F1': (2 * precision * recall) / (precision + recall || 1),
  };
}

function lies(hit: Hit, place: { paragraph: number; start: number; end: number }): boolean {
  return hit.paragraph === place.paragraph && hit.start >= place.start && hit.end <= place.end;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, each) => sum + each, 0) / values.length;
}
