import { openingOf } from '#lib/api/opening';
import { excerptOf } from '#lib/share/excerpt';
import type { Article, Codebook, Comparison, Paragraph } from '#lib/types';
import type { Visitor } from '../_queries/frozen';
import type { job } from '../_queries/jobs';
import type { OutletHealth } from '../_queries/outlets';

/** How what the house knows is told to programs: nothing more than the published shapes say. */

type Job = Awaited<ReturnType<typeof job>>;

/** Jobs are how people see a reading go on; what it was started with stays inside. */
export function jobGiven({ payload: _, ...job }: Job) {
  const done = job.steps.filter(({ state }) => state === 'done' || state === 'failed').length;
  return { ...job, progress: { done, total: job.steps.length } };
}

export function outletGiven({ outlet, feeds, state, newest, perDay, activity }: OutletHealth) {
  return {
    ...outlet,
    state,
    feeds: feeds.map(
      ({ id, url, title, lastTryAt, lastSuccessAt, lastError, failures, nextCheckAt, retired, pausedAt }) =>
        without({ id, url, title, lastTryAt, lastSuccessAt, lastError, failures, nextCheckAt, retired, pausedAt }),
    ),
    ...without({ newest, perDay }),
    articles: activity.articles,
  };
}

/** @param excerptWords absent: whole texts may be given. */
export function articleGiven(
  { article, versions, storyId }: { article: Article; versions: number; storyId?: string },
  excerptWords: number | undefined,
) {
  const { paragraphs, dropped: _, ...facts } = article;
  const shown: Paragraph[] = excerptWords === undefined ? paragraphs : openingOf(paragraphs, excerptWords);
  return {
    ...facts,
    text: excerptWords === undefined ? ('full' as const) : ('excerpt' as const),
    paragraphs: shown,
    versions,
    ...without({ storyId }),
  };
}

/** A comparison as this visitor may see it. */
export function publicComparison(comparison: Comparison, { wholeTexts, excerptWords }: Visitor): Comparison {
  return wholeTexts ? comparison : excerptOf(comparison, excerptWords).comparison;
}

export function placeGiven(id: string) {
  return { id, url: `/c/${id}` };
}

export function versionGiven({ paragraphs: _, dropped: __, ...facts }: Article) {
  return facts;
}

export function codebookGiven({ id, version, lang, title, description, author, licence, frames, concepts }: Codebook) {
  return {
    ...{ id, version, lang, title, description, author, licence },
    frames: frames.length,
    concepts: concepts.length,
  };
}

type Without<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Unknown is absent: {a: 1, b: undefined} → {a: 1}. */
export function without<T extends object>(given: T): Without<T> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Without<T>;
}
