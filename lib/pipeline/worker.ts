import { toReason } from '#lib/errors';
import { refresh } from '#lib/pipeline';
import type { Ports } from './ports';

/** Between two looks at what is due. */
const PAUSE_MS = 60_000;

/**
 * Reads due feeds until told to stop (SIGINT, SIGTERM or `signal`): what `npm run worker` does, and what the web process
 * does by itself on one machine. Any number may run: a feed belongs to whoever claimed it.
 */
export async function work(
  ports: Ports,
  options: { onFeed?: (message: string) => void; signal?: AbortSignal } = {},
): Promise<void> {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  options.signal?.addEventListener('abort', stop);
  process.once('SIGINT', stop).once('SIGTERM', stop);
  while (!stopping.signal.aborted) {
    try {
      await refresh(ports, {
        worker: `worker-${process.pid}`,
        signal: stopping.signal,
        ...(options.onFeed === undefined ? {} : { onFeed: options.onFeed }),
      });
    } catch (error) {
      options.onFeed?.(`refresh: ${toReason(error).message}`);
    }
    await pause(PAUSE_MS, stopping.signal);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
