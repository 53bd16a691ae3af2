import { toReason } from '#lib/errors';
import { getArticle, getArticles } from '#lib/store/articles';
import { createJob, type JobStep } from '#lib/store/jobs';
import { getStory, openStoryIndex, storyOfArticle } from '#lib/store/stories';
import { languageOf } from '#lib/story/language';
import { sieveFor } from '#lib/story/likely-entries';
import type { Article } from '#lib/types';
import { type Askable, type Asked, askOutlet, outletsToAsk } from './ask-outlets';
import { eachAtOnce } from './at-once';
import { readSource, type Source, sourceName } from './compare-sources';
import { placeArticle, storyArticle } from './place-article';
import type { Ports } from './ports';
import { openRun } from './refresh-run';
import { settleStories } from './settle-stories';
import { type WatchedJob, watchJob } from './watched-job';

/** Where the article stands now, and how many installed outlets were passed over because they write in other languages. */
export type CoverageResult = { storyId: string; articleId: string; foreign: number };

export const FINDING = 'find';

/** Outlets in hand at a time; one that hangs holds its place for the longest time of a request. */
const OUTLETS_AT_ONCE = 16;
/** Pages read in one search, over all outlets: the likeliest of each. A hundred outlets seldom have more than one text on an event each. */
const MOST_PAGES = 150;

/** Steps before the outlets': the article itself, and what was read earlier. */
const STORED: JobStep = { name: 'Articles read earlier', state: 'waiting' };

export async function openCoverageJob(ports: Pick<Ports, 'store' | 'now'>, id: string, source: Source): Promise<void> {
  const steps: JobStep[] = [{ name: sourceName(source), state: 'waiting' }, STORED];
  await createJob(ports.store, { id, kind: FINDING, at: ports.now(), payload: null, steps });
}

/**
 * One article, by address or as a text → the story it belongs to: among everything read so far, and in what the feeds of the installed
 * outlets announce now. One outlet's trouble is its own line's; stopped, what was found until then stays found.
 */
export async function runCoverageJob(ports: Ports, id: string, source: Source): Promise<void> {
  const job = await watchJob(ports, id, [{ name: sourceName(source), state: 'running' }, STORED]);
  try {
    const read = await readSource(ports, source, 0);
    if ('reason' in read) {
      job.set(0, { state: 'failed', reason: read.reason });
      return await job.close({ state: 'failed' });
    }
    job.set(0, { state: 'done', message: read.message });
    const article = await getArticle(ports.store, read.id);
    if (!article) throw new Error(`article ${read.id} was saved and is gone`);
    const foreign = await look(ports, job, article);
    const storyId = await placed(ports, article);
    const result: CoverageResult = { storyId, articleId: article.id, foreign };
    await job.close({ state: job.signal.aborted ? 'stopped' : 'done', result });
  } catch (error) {
    const running = job.steps.findIndex(({ state }) => state !== 'done');
    if (running >= 0) job.set(running, { state: 'failed', reason: toReason(error) });
    await job.close({ state: 'failed' });
  }
}

async function look(ports: Ports, job: WatchedJob, article: Article): Promise<number> {
  job.set(1, { state: 'running' });
  await placed(ports, article);
  await settleStories(ports);
  const stored = [...(await textsByOutlet(ports, article)).values()].reduce((sum, texts) => sum + texts, 0);
  job.set(1, {
    state: 'done',
    outcome: stored > 0 ? 'found' : 'nothing',
    message:
      stored === 0 ? 'none of this event' : stored === 1 ? '1 text of this event' : `${stored} texts of this event`,
  });

  const matched = storyArticle(article);
  const language = article.language ?? languageOf(`${matched.title}\n${matched.text}`);
  const { outlets, foreign } = await outletsToAsk(ports.store, article, language);
  const first = job.steps.length;
  job.steps.push(...outlets.map(({ outlet }): JobStep => ({ name: outlet.name, state: 'waiting' })));
  const asked = await askAll(ports, job, article, outlets, first);

  // Placed one by one, a text knows only what came before it; now all of them are looked at together.
  await settleStories(ports);
  const texts = await textsByOutlet(ports, article);
  for (const [at, { outlet }] of outlets.entries()) {
    job.set(first + at, stepOf(asked.get(outlet.id), texts.get(outlet.id) ?? 0));
  }
  return foreign;
}

async function askAll(
  ports: Ports,
  job: WatchedJob,
  article: Article,
  outlets: readonly Askable[],
  first: number,
): Promise<Map<string, Asked>> {
  const answers = new Map<string, Asked>();
  const sieve = await sieveFor(storyArticle(article), openStoryIndex(ports.store));
  const pages = { left: MOST_PAGES };
  const run = openRun(ports, { worker: FINDING, signal: job.signal });
  run.expect(outlets.length);
  try {
    await eachAtOnce(OUTLETS_AT_ONCE, [...outlets.entries()], async ([at, askable]) => {
      if (run.signal.aborted) return;
      const { outlet } = askable;
      job.set(first + at, { state: 'running' });
      const end = run.begin(outlet.name);
      try {
        const asked = await askOutlet(run, askable, sieve, pages);
        if (run.signal.aborted) return;
        answers.set(outlet.id, asked);
        const texts = asked.read > 0 ? ((await textsByOutlet(ports, article)).get(outlet.id) ?? 0) : 0;
        job.set(first + at, stepOf(asked, texts));
      } catch (error) {
        // A surprise with one outlet is its line's, and the others go on.
        const failures = [toReason(error)];
        answers.set(outlet.id, { answered: 0, fresh: 0, read: 0, failures, left: [] });
        job.set(first + at, stepOf(answers.get(outlet.id), 0));
      } finally {
        end();
      }
    });
    await run.close();
  } catch (error) {
    await run.close(error);
    throw error;
  }
  return answers;
}

/** "12 new entries, 3 of them likely and read, 1 of this event" */
function stepOf(asked: Asked | undefined, texts: number): Omit<JobStep, 'name'> {
  const event = texts === 0 ? 'none of this event' : `${texts} of this event`;
  const outcome = texts > 0 ? ('found' as const) : undefined;
  if (asked === undefined)
    return { state: 'done', outcome: outcome ?? 'not-asked', message: 'stopped before it answered' };
  const { answered, fresh, read, failures, left } = asked;
  if (answered > 0) {
    const likely = read === 0 ? '' : `, ${read} of them likely and read`;
    const entries = fresh === 0 ? 'no new entry' : fresh === 1 ? '1 new entry' : `${fresh} new entries`;
    return { state: 'done', outcome: outcome ?? 'nothing', message: `${entries}${likely}; ${event}` };
  }
  const [failure] = failures;
  if (failure !== undefined && outcome === undefined) return { state: 'failed', reason: failure };
  const why = (failure ?? left[0])?.message ?? 'it has no feed';
  return {
    state: 'done',
    outcome: outcome ?? 'not-asked',
    message: texts > 0 ? `${why}; ${event}, read earlier` : why,
  };
}

/** Texts of the article's event by outlet, itself left out. */
async function textsByOutlet({ store }: Ports, article: Article): Promise<Map<string, number>> {
  const storyId = await storyOfArticle(store, article.id);
  const story = storyId === undefined ? undefined : await getStory(store, storyId);
  const others = (story?.articleIds ?? []).filter((each) => each !== article.id);
  const texts = new Map<string, number>();
  for (const { outletId } of await getArticles(store, others)) texts.set(outletId, (texts.get(outletId) ?? 0) + 1);
  return texts;
}

async function placed(ports: Ports, article: Article): Promise<string> {
  return (await storyOfArticle(ports.store, article.id)) ?? (await placeArticle(ports, article));
}
