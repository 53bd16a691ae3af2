import { toReason } from '#lib/errors';
import { getArticle } from '#lib/store/articles';
import { createJob, type JobStep, updateJob } from '#lib/store/jobs';
import { storyOfArticle } from '#lib/store/stories';
import { readLink } from './compare-sources';
import { placeArticle } from './place-article';
import type { Ports } from './ports';
import { settleStories } from './settle-stories';

/** Where the article of the pasted link stands now. */
export type CoverageResult = { storyId: string; articleId: string };

export async function openCoverageJob(ports: Pick<Ports, 'store' | 'now'>, id: string, link: string): Promise<void> {
  await createJob(ports.store, {
    id,
    kind: 'find',
    at: ports.now(),
    payload: null,
    steps: [{ name: link, state: 'waiting' }],
  });
}

/** One link → the story it belongs to among everything read so far: who else covers this. */
export async function runCoverageJob(ports: Ports, id: string, link: string): Promise<void> {
  const report = (step: Omit<JobStep, 'name'>, more: { state: JobStep['state']; result?: CoverageResult }) =>
    updateJob(ports.store, id, { at: ports.now(), steps: [{ name: link, ...step }], ...more });
  await report({ state: 'running' }, { state: 'running' });
  try {
    const read = await readLink(ports, link);
    if ('reason' in read) {
      await report({ state: 'failed', reason: read.reason }, { state: 'failed' });
      return;
    }
    const storyId = await storyFor(ports, read.id);
    await report({ state: 'done', message: read.message }, { state: 'done', result: { storyId, articleId: read.id } });
  } catch (error) {
    await report({ state: 'failed', reason: toReason(error) }, { state: 'failed' });
  }
}

async function storyFor(ports: Ports, articleId: string): Promise<string> {
  const known = await storyOfArticle(ports.store, articleId);
  if (known !== undefined) return known;
  const article = await getArticle(ports.store, articleId);
  if (!article) throw new Error(`article ${articleId} was saved and is gone`);
  const placed = await placeArticle(ports, article);
  await settleStories(ports);
  return (await storyOfArticle(ports.store, articleId)) ?? placed;
}
