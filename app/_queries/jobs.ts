import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { SynopticError } from '#lib/errors';
import { openComparisonJob, runComparisonJob, type Source } from '#lib/pipeline/compare-sources';
import { type Choice, compareStoredArticles } from '#lib/pipeline/compare-stored';
import { type CoverageResult, openCoverageJob, runCoverageJob } from '#lib/pipeline/find-coverage';
import { freezeComparison } from '#lib/pipeline/freeze';
import { getArticles } from '#lib/store/articles';
import { getJob, type Job } from '#lib/store/jobs';
import type { Article, Comparison, ViewState } from '#lib/types';
import { ports } from './ports';

/** Opens the job and goes on reading after the answer is sent; the page watches it. @throws SynopticError `bad-input` */
export async function startComparing(sources: readonly Source[]): Promise<string> {
  const open = await ports();
  const id = randomUUID().slice(0, 13);
  await openComparisonJob(open, id, sources);
  void runComparisonJob(open, id, sources).catch((error: unknown) => console.error(error));
  return id;
}

/** The same for one link: finds the story it belongs to. */
export async function startFinding(link: string): Promise<string> {
  const open = await ports();
  const id = randomUUID().slice(0, 13);
  await openCoverageJob(open, id, link);
  void runCoverageJob(open, id, link).catch((error: unknown) => console.error(error));
  return id;
}

/** Where a finished search for one link's story leads; undefined for any other job. */
export function foundStory(job: Job): CoverageResult | undefined {
  return job.kind === 'find' && job.state === 'done' ? coverageResult.safeParse(job.result).data : undefined;
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
  const settled = { includePartial, ...(wanted === undefined ? {} : { reference: wanted }) };
  const comparison = await compareStoredArticles(open.store, { title, articleIds: ids }, settled, open.now());
  return { comparison, texts: await getArticles(open.store, articleIds) };
}

/** Freezes it and gives its id. */
export async function freezeJob(id: string, choice: Choice, view: ViewState): Promise<string> {
  const { comparison } = await comparisonOfJob(id, choice);
  const open = await ports();
  return freezeComparison(open.store, comparison, view, open.now());
}

const coverageResult = z.object({ storyId: z.string(), articleId: z.string() });

const sourcesResult = z.object({ title: z.string(), articleIds: z.array(z.string()), reference: z.string() });
