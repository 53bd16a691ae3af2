import { z } from 'zod';
import { type Job, recentJobs } from '#lib/store/jobs';
import type { Store } from '#lib/store/open-store';
import type { Reason, Timestamp } from '#lib/types';

/** Kind of the jobs in which refreshes tell how far they are. */
export const READING = 'refresh';

/** A run that has not been heard of for this long has ended without a word: its process was killed. */
const SILENT_SECONDS = 30;
/** What ended longer ago than this is no news. */
const SHOWN_SECONDS = 3_600;

const count = z.number();

const reportShape = z.object({
  feeds: z.object({ read: count, unchanged: count, failed: count, retired: count }),
  articles: z.object({ new: count, changed: count, unchanged: count, kept: count, incomplete: count }),
  /** Pages of young articles read again. */
  pages: z.object({ unchanged: count, changed: count, failed: count }),
});

const progressShape = reportShape.extend({
  /** Feeds of this run: asked, in hand and still due. */
  total: count,
  /** Outlets being read at this moment. */
  now: z.array(z.string()),
  /** The latest few; `problemCount` counts all. */
  problems: z.array(z.object({ subject: z.string(), reason: z.object({ code: z.string(), message: z.string() }) })),
  problemCount: count,
});

export type ReadingCounts = z.output<typeof reportShape>;
export type ReadingProgress = z.output<typeof progressShape>;
export type Problem = { subject: string; reason: Reason };

/** interrupted: its process ended without a word; what it had not read is due again by itself. */
export type ReadingState = 'running' | 'stopping' | 'stopped' | 'done' | 'failed' | 'interrupted';

export type Reading = {
  id: string;
  state: ReadingState;
  startedAt: Timestamp;
  updatedAt: Timestamp;
  progress: ReadingProgress;
  reason?: Reason;
};

export function feedsDone({ feeds }: ReadingCounts): number {
  return feeds.read + feeds.unchanged + feeds.failed + feeds.retired;
}

export function isGoing({ state }: Pick<Reading, 'state'>): boolean {
  return state === 'running' || state === 'stopping';
}

/** Every run that is going on, in whichever process; else the last one, while it is news. Newest first. */
export async function recentReadings(store: Store, now: Timestamp): Promise<Reading[]> {
  const since = new Date(Date.parse(now) - SHOWN_SECONDS * 1000).toISOString();
  const readings = (await recentJobs(store, READING, since)).flatMap((job) => toReading(job, now));
  const going = readings.filter(isGoing);
  return going.length > 0 ? going : readings.slice(0, 1);
}

function toReading(job: Job, now: Timestamp): Reading[] {
  const progress = progressShape.safeParse(job.result);
  if (!progress.success) return [];
  const { id, createdAt: startedAt, updatedAt, reason } = job;
  const isSilent = Date.parse(now) - Date.parse(updatedAt) > SILENT_SECONDS * 1000;
  const isOpen = job.state === 'running' || job.state === 'stopping' || job.state === 'waiting';
  const state = job.state === 'waiting' ? 'running' : job.state;
  return [
    {
      id,
      state: isOpen && isSilent ? 'interrupted' : state,
      startedAt,
      updatedAt,
      progress: progress.data,
      ...(reason === undefined ? {} : { reason }),
    },
  ];
}
