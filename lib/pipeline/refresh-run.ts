import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { toReason } from '#lib/errors';
import { releaseLeases, renewLeases } from '#lib/store/feed-leases';
import { createJob, pruneJobs, updateJob } from '#lib/store/jobs';
import { getOutlet } from '#lib/store/outlets';
import type { Outlet } from '#lib/types';
import type { Ports } from './ports';
import { feedsDone, type Problem, READING, type ReadingCounts, type ReadingProgress } from './reading-progress';

export type RefreshReport = ReadingCounts & {
  problems: Problem[];
  /** Ended before everything due was read, because somebody asked for it. */
  stopped: boolean;
};

export type RefreshOptions = {
  /** Who reads: a word for the log and for the leases. */
  worker?: string;
  /** A line for each feed that was asked. */
  onFeed?: (message: string) => void;
  /** How far the run is, after each feed. */
  onProgress?: (progress: ReadingProgress) => void;
  /** Stops: requests under way are given up, what was not read is due again at once. */
  signal?: AbortSignal;
};

/** Of a run that dies, feeds are free for others after this; one that lives renews in time. */
export const LEASE_SECONDS = 120;
const TELL_MS = 1_000;
const RENEW_MS = 20_000;
const PROBLEMS_TOLD = 20;
const FORGOTTEN_AFTER_SECONDS = 86_400;

/** One refresh under way: what it has done, whether it should stop, and its line in the store for any process to see. */
export type Run = {
  ports: Ports;
  /** Names this run in leases and as a job. */
  id: string;
  report: RefreshReport;
  signal: AbortSignal;
  options: RefreshOptions;
  /** How many feeds this run will have asked when nothing more is due. */
  expect(total: number): void;
  /** An outlet is being read until the result is called. */
  begin(name: string): () => void;
  outlet(id: string): Promise<Outlet | undefined>;
  tell(): void;
  close(failure?: unknown): Promise<void>;
};

export function openRun(ports: Ports, options: RefreshOptions): Run {
  const id = `${options.worker ?? 'refresh'}-${randomUUID().slice(0, 8)}`;
  const asked = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, asked.signal]) : asked.signal;
  // Every request under way listens; that is no leak.
  setMaxListeners(0, signal);
  const report = emptyReport();
  const outlets = new Map<string, Promise<Outlet | undefined>>();
  const open = new Map<symbol, string>();
  let total = 0;
  let isListed = false;
  let hasNews = false;
  let telling = Promise.resolve();

  function progress(): ReadingProgress {
    const { feeds, articles, pages, problems } = report;
    return {
      ...{ feeds, articles, pages },
      total: Math.max(total, feedsDone(report)),
      now: [...new Set(open.values())],
      problems: problems.slice(-PROBLEMS_TOLD),
      problemCount: problems.length,
    };
  }

  // A round that finds nothing to do leaves no line: workers look once a minute.
  async function list(): Promise<void> {
    const at = ports.now();
    isListed = true;
    const before = new Date(Date.parse(at) - FORGOTTEN_AFTER_SECONDS * 1000).toISOString();
    await pruneJobs(ports.store, before, READING);
    await createJob(ports.store, { id, kind: READING, at, payload: null });
    await updateJob(ports.store, id, { at, state: 'running', result: progress() });
  }

  async function write(): Promise<void> {
    if (!isListed) return hasNews ? list() : undefined;
    hasNews = false;
    const job = await updateJob(ports.store, id, { at: ports.now(), result: progress() });
    if (job?.state === 'stopping') asked.abort();
  }

  // Every second, also without news: silence is how others learn that a run was killed. A store that fails here fails the run elsewhere.
  const teller = setInterval(() => {
    telling = telling.then(write).catch(() => undefined);
  }, TELL_MS);
  const renewer = setInterval(() => {
    const renewed = renewLeases(ports.store, { now: ports.now(), leaseSeconds: LEASE_SECONDS, worker: id });
    renewed.catch(() => undefined);
  }, RENEW_MS);

  const news = () => {
    hasNews = true;
  };
  return {
    ...{ ports, id, report, signal, options },
    expect(feeds) {
      total = feeds;
    },
    begin(name) {
      const key = Symbol(name);
      open.set(key, name);
      news();
      return () => {
        open.delete(key);
        news();
      };
    },
    outlet(outletId) {
      const known = outlets.get(outletId) ?? getOutlet(ports.store, outletId);
      outlets.set(outletId, known);
      return known;
    },
    tell() {
      news();
      options.onProgress?.(progress());
    },
    async close(failure) {
      clearInterval(teller);
      clearInterval(renewer);
      await telling;
      report.stopped = signal.aborted;
      if (failure !== undefined) report.problems.push({ subject: 'refresh', reason: toReason(failure) });
      await releaseLeases(ports.store, id);
      open.clear();
      if (!isListed && !hasNews) return;
      if (!isListed) await list();
      const state = failure !== undefined ? 'failed' : report.stopped ? 'stopped' : 'done';
      await updateJob(ports.store, id, {
        ...{ at: ports.now(), state, result: progress() },
        ...(failure === undefined ? {} : { reason: toReason(failure) }),
      });
    },
  };
}

function emptyReport(): RefreshReport {
  return {
    feeds: { read: 0, unchanged: 0, failed: 0, retired: 0 },
    articles: { new: 0, changed: 0, unchanged: 0, kept: 0, incomplete: 0 },
    pages: { unchanged: 0, changed: 0, failed: 0 },
    problems: [],
    stopped: false,
  };
}
