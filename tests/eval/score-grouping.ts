import path from 'node:path';
import { matchStories } from '#lib/story/match-stories';
import { readJsonl } from './read-jsonl';

type Row = {
  id: string;
  set: string;
  event: string;
  outlet: string | null;
  date: string | null;
  title: string | null;
  text: string;
};

/** Pairwise and B-cubed precision, recall and F1 of grouping each set alone, all sets with the same settings. */
export async function scoreGrouping(dataDir: string): Promise<Record<string, number>> {
  const rows = readJsonl<Row>(path.join(dataDir, 'grouping-dev.jsonl.gz'));
  const scores: Record<string, number> = {};
  for (const set of new Set(rows.map((row) => row.set))) {
    const some = rows.filter((row) => row.set === set);
    const placed = await matchStories(
      some.map(({ id, outlet, date, title, text }) => ({
        id,
        outlet: outlet ?? '',
        title: title ?? '',
        text,
        ...(date === null ? {} : { published: date }),
      })),
    );
    const predicted = placed.map((membership) => membership.storyId);
    const truth = some.map((row) => row.event);
    Object.assign(scores, compareGroupings(set, predicted, truth));
  }
  return scores;
}

/** Both measures of one grouping against another; the two lists label the same articles in the same order. */
export function compareGroupings(name: string, predicted: string[], truth: string[]): Record<string, number> {
  const inPredicted = tally(predicted);
  const inTruth = tally(truth);
  const inBoth = tally(predicted.map((label, at) => `${label}\n${truth[at]}`));
  const pairs = (counts: Map<string, number>) => [...counts.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  let precision = 0;
  let recall = 0;
  for (const [at, label] of predicted.entries()) {
    const own = truth[at] ?? '';
    const together = inBoth.get(`${label}\n${own}`) ?? 0;
    precision += together / (inPredicted.get(label) ?? 1);
    recall += together / (inTruth.get(own) ?? 1);
  }
  const size = Math.max(1, predicted.length);
  return {
    ...triple(`${name} pairwise`, pairs(inBoth) / (pairs(inPredicted) || 1), pairs(inBoth) / (pairs(inTruth) || 1)),
    ...triple(`${name} b-cubed`, precision / size, recall / size),
  };
}

function tally(labels: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function triple(name: string, precision: number, recall: number): Record<string, number> {
  return {
    [`${name} P`]: precision,
    [`${name} R`]: recall,
    [`${name} F1`]: (2 * precision * recall) / (precision + recall || 1),
  };
}
