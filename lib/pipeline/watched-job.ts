import { type JobState, type JobStep, updateJob } from '#lib/store/jobs';
import type { Reason } from '#lib/types';
import type { Ports } from './ports';

/** Work with a line a source that somebody may watch and stop. */
export type WatchedJob = {
  signal: AbortSignal;
  steps: JobStep[];
  set(index: number, step: Omit<JobStep, 'name'>): void;
  /** Writes all of it for the last time. */
  close(end: { state: JobState; result?: unknown; reason?: Reason }): Promise<void>;
};

/** Also without news: silence is how a page learns that the process was killed. */
const TELL_MS = 700;

/** Begins to tell, once a moment and not with every step: 150 sources make 450 changes. */
export async function watchJob(ports: Pick<Ports, 'store' | 'now'>, id: string, steps: JobStep[]): Promise<WatchedJob> {
  const stopping = new AbortController();
  let telling: Promise<unknown> = Promise.resolve();
  const write = async () => {
    const job = await updateJob(ports.store, id, { at: ports.now(), steps: [...steps] });
    if (job?.state === 'stopping') stopping.abort();
  };
  await updateJob(ports.store, id, { at: ports.now(), state: 'running', steps: [...steps] });
  // A store that fails here fails the work elsewhere.
  const teller = setInterval(() => {
    telling = telling.then(write).catch(() => undefined);
  }, TELL_MS);
  return {
    signal: stopping.signal,
    steps,
    set(index, step) {
      steps[index] = { name: steps[index]?.name ?? '', ...step };
    },
    async close(end) {
      clearInterval(teller);
      await telling;
      await updateJob(ports.store, id, { at: ports.now(), steps: [...steps], ...end });
    },
  };
}
