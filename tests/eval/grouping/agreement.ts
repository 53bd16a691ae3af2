/** Sums from which both measures follow; sums of several batches or folds may be added. */
export type Agreement = {
  together: number;
  predicted: number;
  true: number;
  precision: number;
  recall: number;
  articles: number;
};

export const NONE: Agreement = { together: 0, predicted: 0, true: 0, precision: 0, recall: 0, articles: 0 };

/** A grouping against the truth, counted over the articles for which `counts` says so; each pair half for each of its two. */
export function agreementOf(
  predicted: readonly (string | number)[],
  truth: readonly string[],
  counts: (at: number) => boolean = () => true,
): Agreement {
  const inPredicted = tally(predicted);
  const inTruth = tally(truth);
  const inBoth = tally(predicted.map((label, at) => `${label}\n${truth[at]}`));
  const sums = { ...NONE };
  for (const [at, label] of predicted.entries()) {
    if (!counts(at)) continue;
    const own = truth[at] ?? '';
    const [said, real] = [inPredicted.get(label) ?? 1, inTruth.get(own) ?? 1];
    const right = inBoth.get(`${label}\n${own}`) ?? 1;
    sums.together += (right - 1) / 2;
    sums.predicted += (said - 1) / 2;
    sums.true += (real - 1) / 2;
    sums.precision += right / said;
    sums.recall += right / real;
    sums.articles++;
  }
  return sums;
}

export function added(a: Agreement, b: Agreement): Agreement {
  return {
    together: a.together + b.together,
    predicted: a.predicted + b.predicted,
    true: a.true + b.true,
    precision: a.precision + b.precision,
    recall: a.recall + b.recall,
    articles: a.articles + b.articles,
  };
}

/** Pairwise and B-cubed precision, recall and F1, each under `name`. */
export function measuresOf(name: string, sums: Agreement): Record<string, number> {
  const articles = sums.articles || 1;
  return {
    ...triple(`${name} pairwise`, sums.together / (sums.predicted || 1), sums.together / (sums.true || 1)),
    ...triple(`${name} b-cubed`, sums.precision / articles, sums.recall / articles),
  };
}

function tally<T>(labels: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
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
