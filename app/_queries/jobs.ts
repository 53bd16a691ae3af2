import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { SynopticError } from '#lib/errors';
import { openComparisonJob, runComparisonJob, type Source } from '#lib/pipeline/compare-sources';
import { type Choice, compareStoredArticles } from '#lib/pipeline/compare-stored';
import { type CoverageResult, FINDING, openCoverageJob, runCoverageJob } from '#lib/pipeline/find-coverage';
import { freezeComparison } from '#lib/pipeline/freeze';
import { getArticles } from '#lib/store/articles';
import { getJob, type Job, type JobState, type JobStep, stopJob } from '#lib/store/jobs';
import { getStory, storyOfArticle } from '#lib/store/stories';
import type { Article, Comparison, ViewState } from '#lib/types';
import { mayWrite, needWrite } from './permission';
import { ports } from './ports';

/** Opens the job and goes on reading after the answer is sent; the page watches it. @throws SynopticError `bad-input` */
export async function startComparing(sources: readonly Source[]): Promise<string> {
  const open = await ports();
  const id = randomUUID().slice(0, 13);
  await openComparisonJob(open, id, sources);
  void runComparisonJob(open, id, sources).catch((error: unknown) => console.error(error));
  return id;
}

/** The same for one article, by address or as a text: finds the story it belongs to. @throws SynopticError `not-allowed` */
export async function startFinding(source: Source): Promise<string> {
  await needWrite();
  const open = await ports();
  const id = randomUUID().slice(0, 13);
  await openCoverageJob(open, id, source);
  void runCoverageJob(open, id, source).catch((error: unknown) => console.error(error));
  return id;
}

export type Finding = {
  steps: JobStep[];
  state: JobState | 'interrupted';
  result?: CoverageResult & { outlets: number };
};

/** A running search is heard of every second; one that is silent for this long has lost its process. */
const SILENT_MS = 30_000;

/** How far a search for one article's story is, or where it has led; undefined for any other job. */
export async function finding(job: Job): Promise<Finding | undefined> {
  if (job.kind !== FINDING) return undefined;
  const { store, now } = await ports();
  const isOpen = job.state === 'running' || job.state === 'stopping' || job.state === 'waiting';
  const isSilent = Date.parse(now()) - Date.parse(job.updatedAt) > SILENT_MS;
  const { steps } = job;
  const state = isOpen && isSilent ? ('interrupted' as const) : job.state;
  const led = coverageResult.safeParse(job.result).data;
  if (led === undefined) return { steps, state };
  // Later readings may have moved the article on.
  const storyId = (await storyOfArticle(store, led.articleId)) ?? led.storyId;
  const outlets = (await getStory(store, storyId))?.outletCount ?? 0;
  return { steps, state, result: { ...led, storyId, outlets } };
}

/** Asks a job to stop; it does within a second or two, and keeps what it has found. @throws SynopticError `not-allowed` */
export async function stopFinding(id: string): Promise<void> {
  await needWrite();
  await stopJob((await ports()).store, id);
}

export async function findJob(id: string): Promise<Job | undefined> {
  return getJob((await ports()).store, id);
}

/** @throws SynopticError `unknown-id` */
export async function job(id: string): Promise<Job> {
  const found = await findJob(id);
  if (found) return found;
  throw new SynopticError('unknown-id', `There is no job “${id}”.`, { subject: 'id' });
}

/**
 * The comparison a finished job stands for, with any reference and choice of its texts, and which texts there are.
 * @throws SynopticError `unknown-id` for a job that is not a finished comparison.
 */
export async function comparisonOfJob(
  id: string,
  choice: Choice,
): Promise<{ comparison: Comparison; texts: Article[] }> {
  const { result } = await job(id);
  const subject = sourcesResult.safeParse(result);
  if (!subject.success) {
    throw new SynopticError('unknown-id', `The job “${id}” has no comparison.`, { subject: 'id' });
  }
  const open = await ports();
  const { title, articleIds, reference } = subject.data;
  const known = (ids: string[] | undefined) => ids?.filter((each) => articleIds.includes(each)) ?? [];
  const chosenReference = known(choice.reference === undefined ? [] : [choice.reference])[0];
  const together = [
    ...new Set([...known(choice.articleIds), ...(chosenReference === undefined ? [] : [chosenReference])]),
  ];
  const ids = together.length >= 2 ? together : articleIds;
  const fallback = ids.includes(reference) ? reference : ids[0];
  const wanted = chosenReference ?? fallback;
  const { includePartial = false } = choice;
  const settled = {
    includePartial,
    ...(wanted === undefined ? {} : { reference: wanted }),
    ...(choice.codebooks === undefined ? {} : { codebooks: choice.codebooks }),
  };
  const comparison = await compareStoredArticles(open, { title, articleIds: ids }, settled, open.now());
  return { comparison, texts: await getArticles(open.store, articleIds) };
}

/** Freezes it and gives its id. */
export async function freezeJob(id: string, choice: Choice, view: ViewState): Promise<string> {
  const { comparison } = await comparisonOfJob(id, choice);
  const open = await ports();
  return freezeComparison(open.store, comparison, view, open.now(), { again: await mayWrite() });
}

const coverageResult = z.object({ storyId: z.string(), articleId: z.string(), foreign: z.number().default(0) });

const sourcesResult = z.object({ title: z.string(), articleIds: z.array(z.string()), reference: z.string() });
