import { readFileSync } from 'node:fs';
import path from 'node:path';
import { percentileInterval, seededDraws } from '#lib/framing/bootstrap';
import { parseCodebook } from '#lib/framing/codebook';
import { frameWeights, heaviest } from '#lib/framing/main-frame';
import type { Codebook } from '#lib/types';
import { HALVES, halfOf } from './halves';
import { readJsonl } from './read-jsonl';
import { type LabelRow, scoreLabels } from './score-labels';

type FrameRow = { id: string; set: string; text: string; frames: string[] };

/**
 * Which of our frames stands for which gold frame, by set and codebook. Frames that are not named stay unpredicted. `none` is
 * the gold class of texts that carry no frame of the scheme: a text in which we find none is predicted to be one.
 */
type Mapping = { set: string; codebook: string; gold: Record<string, string>; none?: string };

const MAPPINGS: Mapping[] = [
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
    set: 'gvfc',
    codebook: 'gun-violence',
    gold: {
      'gun-rights': 'gun_rights',
      'gun-control': 'gun_control',
      politics: 'politics',
      'mental-health': 'mental_health',
      'public-safety': 'public_safety',
      'race-ethnicity': 'race_ethnicity',
      'public-opinion': 'public_opinion',
      'society-culture': 'society_culture',
      'economic-consequences': 'economic_consequences',
    },
  },
  {
    set: 'frac',
    codebook: 'policy',
    none: 'other',
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
 * The shipped codebooks on the development data, each half by itself. Frames: the main frame of a text (lib/framing/main-frame)
 * against the first coded one; no prediction counts as wrong. "all classes" keeps gold frames that no frame of ours stands
 * for in the mean with F1 0. Labels: see score-labels.
 */
export async function scoreFraming(dataDir: string): Promise<Record<string, number>> {
  const rows = readJsonl<FrameRow>(path.join(dataDir, 'framing-dev.jsonl.gz'));
  const scores: Record<string, number> = {};
  for (const mapping of MAPPINGS) {
    const some = rows.filter((row) => row.set === mapping.set);
    if (some.length === 0) continue;
    const predicted = predictions(some, mapping);
    for (const half of [...HALVES, 'all'] as const) {
      const inHalf = predicted.filter(({ id }) => half === 'all' || halfOf(id) === half);
      Object.assign(scores, scoreHalf(inHalf, mapping, half));
    }
  }
  const articles = readJsonl<LabelRow>(path.join(dataDir, 'labels-dev.jsonl.gz'));
  return { ...scores, ...(articles.length === 0 ? {} : scoreLabels(articles, shippedCodebook('labels-common'))) };
}

function shippedCodebook(id: string): Codebook {
  const file = path.join(import.meta.dirname, '../../data/codebooks', `${id}.json`);
  return parseCodebook(JSON.parse(readFileSync(file, 'utf8')), `${id}.json`);
}

type Coded = { id: string; gold: string; predicted: string | undefined };

// As a headline, so that short texts are read too. Several of our frames may stand for one gold frame: their weights add up.
function predictions(rows: readonly FrameRow[], { codebook: id, gold, none }: Mapping): Coded[] {
  const codebook = shippedCodebook(id);
  return rows.map((row) => {
    const weights = new Map<string, number>();
    for (const [frame, weight] of frameWeights({ id: row.id, headline: row.text, paragraphs: [] }, codebook)) {
      const to = gold[frame];
      if (to !== undefined) weights.set(to, weight + (weights.get(to) ?? 0));
    }
    return { id: row.id, gold: row.frames[0] ?? '', predicted: heaviest(weights) ?? none };
  });
}

function scoreHalf(coded: readonly Coded[], mapping: Mapping, half: string): Record<string, number> {
  const classes = [...new Set(coded.map(({ gold }) => gold))].sort();
  const covered = new Set([...Object.values(mapping.gold), ...(mapping.none === undefined ? [] : [mapping.none])]);
  const mapped = classes.filter((each) => covered.has(each));
  const scores = new Map(classes.map((each) => [each, scoreClass(each, coded)]));
  const name = `${mapping.set} ${mapping.codebook} [${half}, n=${coded.length}]`;
  const per =
    half === 'held-out'
      ? mapped.flatMap((each) =>
          Object.entries(scores.get(each) ?? {}).map(([what, value]) => [`${name} ${each} ${what}`, value]),
        )
      : [];
  const named = mapped.filter((each) => each !== mapping.none);
  return {
    ...Object.fromEntries(per),
    [`${name} macro-F1, ${named.length} frames`]: mean(named.map((each) => scores.get(each)?.F1 ?? 0)),
    [`${name} macro-F1, all ${classes.length} classes`]: mean([...scores.values()].map(({ F1 }) => F1)),
    ...(half === 'held-out' ? spread(coded, classes, name) : {}),
    [`${name} accuracy, all rows`]: mean(coded.map(({ gold, predicted }) => (predicted === gold ? 1 : 0))),
  };
}

/** How far the figure would move with other texts of the kind: the middle 95 % over texts drawn with replacement. */
function spread(coded: readonly Coded[], classes: readonly string[], name: string): Record<string, number> {
  const draw = seededDraws(name);
  const macro = Array.from({ length: 500 }, () => {
    const drawn = coded.map((_, __, all) => all[Math.floor(draw() * all.length)] as Coded);
    return mean(classes.map((each) => scoreClass(each, drawn).F1));
  });
  const { low, high } = percentileInterval(macro);
  return { [`${name} macro-F1, 95 % from`]: low, [`${name} macro-F1, 95 % to`]: high };
}

function scoreClass(of: string, coded: readonly Coded[]): { n: number; P: number; R: number; F1: number } {
  const right = coded.filter(({ gold, predicted }) => gold === of && predicted === of).length;
  const shown = coded.filter(({ predicted }) => predicted === of).length;
  const n = coded.filter(({ gold }) => gold === of).length;
  const [P, R] = [right / Math.max(1, shown), right / Math.max(1, n)];
  return { n, P, R, F1: (2 * P * R) / (P + R || 1) };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, each) => sum + each, 0) / values.length;
}
