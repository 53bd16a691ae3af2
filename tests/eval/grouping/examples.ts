import type { Scored } from '#lib/story/average-link';
import { BESIDE, neighbourhoodOf } from '#lib/story/context';
import { cautionAmong } from '#lib/story/pairs';
import { prepareBatch } from '#lib/story/prepare-batch';
import { FEATURES, featuresOf } from '#lib/story/similarity';
import { HIGHEST_LOG_ODDS, LOWEST_LOG_ODDS } from '#lib/story/thresholds';
import { type Examples, type Fitted, fitLogistic, oddsOf } from './logistic';
import type { Labelled, View } from './views';

/** One batch with its candidate pairs as rows `from` to `from + pairs.length` of the table. */
export type Batch = { view: string; articles: Labelled[]; pairs: [number, number][]; from: number };

export type Table = Examples & { batches: Batch[]; folds: Int8Array[]; sameOutlet: Uint8Array };

const SAME_OUTLET = FEATURES.indexOf('sameOutlet');
const WIDTH = FEATURES.length + BESIDE.length;
/** Rows that one view weighs in total. */
const VIEW_WEIGHT = 8000;

/** Every candidate pair of every view, by the same road the product takes. The columns of BESIDE are filled while learning. */
export async function tableOf(views: readonly View[]): Promise<Table> {
  const batches: Batch[] = [];
  const rows: Float32Array[] = [];
  const weights: number[] = [];
  let from = 0;
  for (const view of views) {
    const first = batches.length;
    for (const given of view.batches) {
      const { profiled, weighed, pairs } = await prepareBatch(given);
      const byId = new Map(given.map((article) => [article.id, article]));
      const articles = profiled.flatMap(({ profile }) => byId.get(profile.articleId) ?? []);
      const values = new Float32Array(pairs.length * WIDTH);
      for (const [at, [a, b]] of pairs.entries()) {
        const [one, two] = [weighed[a], weighed[b]];
        if (!one || !two) continue;
        const features = featuresOf(one, two);
        for (const [k, name] of FEATURES.entries()) values[at * WIDTH + k] = features[name];
      }
      batches.push({ view: view.name, articles, pairs, from });
      rows.push(values);
      from += pairs.length;
    }
    const own = batches.slice(first).reduce((sum, batch) => sum + batch.pairs.length, 0);
    for (let at = 0; at < own; at++) weights.push((view.weight * VIEW_WEIGHT) / own);
  }
  const values = new Float32Array(from * WIDTH);
  const yes = new Uint8Array(from);
  const sameOutlet = new Uint8Array(from);
  const folds = [new Int8Array(from), new Int8Array(from)];
  for (const [place, batch] of batches.entries()) {
    values.set(rows[place] ?? [], batch.from * WIDTH);
    for (const [at, [a, b]] of batch.pairs.entries()) {
      const [one, two] = [batch.articles[a], batch.articles[b]];
      yes[batch.from + at] = one?.event === two?.event ? 1 : 0;
      // No event of the sets has two texts of one outlet: from them it would be learnt that this cannot be.
      sameOutlet[batch.from + at] = values[(batch.from + at) * WIDTH + SAME_OUTLET] ?? 0;
      values[(batch.from + at) * WIDTH + SAME_OUTLET] = 0;
      for (const [side, article] of [one, two].entries()) {
        const column = folds[side];
        if (column) column[batch.from + at] = article?.fold ?? 0;
      }
    }
  }
  return { values, width: WIDTH, yes, weight: Float32Array.from(weights), batches, folds, sameOutlet };
}

/** Set by hand: outlets do report updates, and an outlet's two texts of one day are mostly two events. */
const BY_HAND = { first: -0.5, second: -1 } as const;

function withOutlet({ bias, weights }: Fitted, weight: number): Fitted {
  return { bias, weights: weights.map((learnt, k) => (k === SAME_OUTLET ? weight : learnt)) };
}

export type Model = { first: Fitted; second: Fitted };

/** Learns from the pairs of which neither event stands in `without`; from all of them when it is undefined. */
export function learn(table: Table, without: number | undefined): Model {
  const { yes, weight } = table;
  const isOpen = (at: number) => table.folds[0]?.[at] !== without && table.folds[1]?.[at] !== without;
  // Most pairs are plainly two events: one in four of them stands for all.
  const seen = Int32Array.from(yes.keys()).filter((at) => isOpen(at) && (yes[at] === 1 || at % 4 === 0));
  const steadied = weight.map((each, at) => (yes[at] === 1 ? each : each * 4));
  const outletOdds = (weight: number) => Float32Array.from(table.sameOutlet, (same) => same * weight);
  const first = withOutlet(
    fitLogistic({ ...table, weight: steadied, offset: outletOdds(BY_HAND.first) }, seen, FEATURES.length),
    BY_HAND.first,
  );
  const scores = lookAround(table, first);
  const near = Int32Array.from(yes.keys()).filter((at) => isOpen(at) && (scores[at] ?? 0) > LOWEST_LOG_ODDS);
  const second = fitLogistic({ ...table, offset: outletOdds(BY_HAND.second) }, near, WIDTH);
  return { first, second: withOutlet(second, BY_HAND.second) };
}

/** First scores of all pairs; fills the columns of BESIDE with what they give. */
function lookAround(table: Table, first: Fitted): Float32Array {
  const scores = new Float32Array(table.yes.length);
  for (let at = 0; at < scores.length; at++) scores[at] = oddsUnder(table, first, at);
  for (const { articles, pairs, from } of table.batches) {
    const scored = pairs.map(([a, b], at): Scored => ({ a, b, score: scores[from + at] ?? 0 }));
    for (const [at, beside] of neighbourhoodOf(articles.length, scored).entries()) {
      for (const [k, name] of BESIDE.entries()) {
        table.values[(from + at) * WIDTH + FEATURES.length + k] = beside[name];
      }
    }
  }
  return scores;
}

/** Scores of one batch as `scorePairs` gives them, under a model of `learn`. Call right after `learn` of that model. */
export function scoresUnder(table: Table, { first, second }: Model, { articles, pairs, from }: Batch): Scored[] {
  const caution = cautionAmong(articles.length);
  return pairs.map(([a, b], at) => {
    const alone = oddsUnder(table, first, from + at);
    const odds = alone > LOWEST_LOG_ODDS ? oddsUnder(table, second, from + at) - caution : alone;
    return { a, b, score: Math.min(HIGHEST_LOG_ODDS, Math.max(LOWEST_LOG_ODDS, odds)) };
  });
}

function oddsUnder(table: Table, fitted: Fitted, at: number): number {
  return oddsOf(fitted, table.values, at * WIDTH) + (table.sameOutlet[at] ?? 0) * (fitted.weights[SAME_OUTLET] ?? 0);
}
