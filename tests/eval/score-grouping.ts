import { readConfig } from '#lib/config';
import { openHttp } from '#lib/http';
import { leadOf } from '#lib/pipeline/embed-texts';
import { openEncoder } from '#lib/pipeline/encoder';
import { matchStories, matchStory, regroupStories } from '#lib/story/match-stories';
import { memoryIndex } from '#lib/story/memory-index';
import { reconcileStories } from '#lib/story/reconcile-stories';
import { added, agreementOf, measuresOf, NONE } from './grouping/agreement';
import { fitGrouping } from './grouping/fit-grouping';
import { hash, type Labelled, labelledSets } from './grouping/views';

export type GroupingOptions = {
  /** Learn the weights anew, and say how they do on events they have not seen. */
  fit?: boolean;
  /** Group each set again in this many other orders. */
  shuffles?: number;
};

/** The newest articles settled together, as in the product. */
const RECENT = 500;

/** Pairwise and B-cubed precision, recall and F1 of grouping each set alone, all sets with the same settings. */
export async function scoreGrouping(
  dataDir: string,
  { fit = false, shuffles = 0 }: GroupingOptions = {},
): Promise<Record<string, number>> {
  if (fit) return fitGrouping(dataDir);
  const sets = await encoded(labelledSets(dataDir));
  const scores: Record<string, number> = {};
  for (const [set, articles] of sets) {
    const own = await batchScores(set, articles);
    Object.assign(scores, own);
    const f1 = `${set} pairwise F1`;
    const others = [own[f1] ?? 0];
    for (let order = 1; order <= shuffles; order++) {
      others.push((await batchScores(set, shuffled(articles, order)))[f1] ?? 0);
    }
    if (shuffles > 0)
      scores[`${f1}, widest difference of ${shuffles} orders`] = Math.max(...others) - Math.min(...others);
  }
  const day = sets.get('newsroom');
  if (day) Object.assign(scores, await arrivalScores('newsroom', [day], shuffles));
  const weeks = busiestWeeks(sets.get('allsides') ?? []);
  if (weeks.length > 0) Object.assign(scores, await arrivalScores('allsides weeks', weeks, shuffles));
  return scores;
}

/** With an encoder set up, every article with what it gives for its beginning: the scores are then with it. */
async function encoded(sets: Map<string, Labelled[]>): Promise<Map<string, Labelled[]>> {
  const config = readConfig();
  const encoder = openEncoder(config, openHttp(config));
  if (encoder === undefined) return sets;
  const all = new Map<string, Labelled[]>();
  for (const [set, articles] of sets) {
    const embeddings = await encoder.encode(articles.map(leadOf));
    if ('reason' in embeddings) throw new Error(`The encoder: ${embeddings.reason.message}`);
    all.set(
      set,
      articles.map((article, at) => {
        const embedding = embeddings[at];
        return embedding === undefined ? article : { ...article, embedding };
      }),
    );
  }
  return all;
}

async function batchScores(set: string, articles: readonly Labelled[]): Promise<Record<string, number>> {
  const placed = await matchStories(articles);
  return measuresOf(
    set,
    agreementOf(
      placed.map((membership) => membership.storyId),
      articles.map((article) => article.event),
    ),
  );
}

/**
 * One article at a time, in the order of publication and in others; then settled, with the last hundreds met once more. Batches are
 * placed each alone and counted together.
 */
async function arrivalScores(
  name: string,
  batches: readonly Labelled[][],
  shuffles: number,
): Promise<Record<string, number>> {
  const scores: Record<string, number> = {};
  const seen: Record<string, number[]> = {};
  for (let order = 0; order <= shuffles; order++) {
    let [alone, after] = [NONE, NONE];
    for (const batch of batches) {
      const arriving = order === 0 ? byTime(batch) : shuffled(batch, order);
      const { placed, settled } = await arrive(arriving);
      const truth = arriving.map((article) => article.event);
      alone = added(alone, agreementOf(placed, truth));
      after = added(after, agreementOf(settled, truth));
    }
    const measures = {
      ...measuresOf(`${name}, one by one`, alone),
      ...measuresOf(`${name}, then settled`, after),
    };
    if (order === 0) Object.assign(scores, measures);
    for (const [measure, value] of Object.entries(measures)) seen[measure] = [...(seen[measure] ?? []), value];
  }
  for (const when of shuffles > 0 ? ['one by one', 'then settled'] : []) {
    const values = seen[`${name}, ${when} pairwise F1`] ?? [];
    scores[`${name}, ${when} pairwise F1, widest difference of ${shuffles} orders`] =
      Math.max(...values) - Math.min(...values);
  }
  return scores;
}

/** Weeks of a set spread over years, those with most articles. */
function busiestWeeks(articles: readonly Labelled[]): Labelled[][] {
  const weeks = new Map<number, Labelled[]>();
  for (const article of articles) {
    const week = Math.floor(Date.parse(article.published ?? '') / (7 * 86_400_000));
    if (Number.isFinite(week)) weeks.set(week, [...(weeks.get(week) ?? []), article]);
  }
  return [...weeks.values()].sort((a, b) => b.length - a.length).slice(0, WEEKS);
}

const WEEKS = 20;

function byTime(articles: readonly Labelled[]): Labelled[] {
  return [...articles].sort((a, b) => ((a.published ?? '') < (b.published ?? '') ? -1 : 1));
}

async function arrive(articles: readonly Labelled[]): Promise<{ placed: string[]; settled: string[] }> {
  const index = memoryIndex();
  const now = new Map<string, string>();
  for (const article of articles) now.set(article.id, (await matchStory(article, index)).membership.storyId);
  const placed = articles.map((article) => now.get(article.id) ?? '');
  for (const { articleId, storyId } of reconcileStories(now, await regroupStories(articles.slice(-RECENT)))) {
    now.set(articleId, storyId);
  }
  return { placed, settled: articles.map((article) => now.get(article.id) ?? '') };
}

function shuffled<T extends { id: string }>(items: readonly T[], order: number): T[] {
  return [...items].sort((a, b) => hash(`${order} ${a.id}`) - hash(`${order} ${b.id}`));
}
