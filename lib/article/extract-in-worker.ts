import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ErrorCode } from '#lib/errors';
import type { Extracted } from '#lib/types';
import type { ExtractionInput } from './extraction-job';

export type Extractor = {
  /** Never rejects: what goes wrong is in `quality` (`too-slow`, `too-large`, `too-complex`, `internal`). */
  extract(input: ExtractionInput): Promise<Extracted>;
  /** Ends the workers; what is still waiting is answered with `failed`. */
  close(): Promise<void>;
};

export type ExtractorOptions = {
  /** Pages read at the same time, 1 and up. */
  workers?: number;
  /** Longest time one page may take, in milliseconds, once a worker is ready. */
  deadlineMs?: number;
  /** Largest page, in bytes. */
  maxBytes?: number;
};

const DEFAULTS = { workers: 2, deadlineMs: 15_000, maxBytes: 5_000_000 };
// Loading the parsers takes about a second on an idle machine and much longer on a crowded one.
const START_MS = 60_000;
const HEAP_MB = 512;

type Job = { input: ExtractionInput; done: (extracted: Extracted) => void };
type Seat = { worker: Worker; isReady: boolean; job?: Job; timer?: NodeJS.Timeout };

/**
 * Extraction in threads of their own, because a hostile or broken page can keep a parser busy for minutes: a page past
 * the deadline or the heap limit costs one worker, which is replaced, and the process goes on. Workers start with the first page
 * and do not keep the process alive while they are idle.
 */
export function openExtractor(options: ExtractorOptions = {}): Extractor {
  const { workers, deadlineMs, maxBytes } = { ...DEFAULTS, ...options };
  const seats = new Set<Seat>();
  const waiting: Job[] = [];
  let isClosed = false;

  function serve(): void {
    while (waiting.length > 0) {
      const seat = [...seats].find((each) => !each.job) ?? (seats.size < Math.max(1, workers) ? open() : undefined);
      const job = seat === undefined ? undefined : waiting.shift();
      if (!seat || !job) return;
      seat.job = job;
      seat.worker.ref();
      if (seat.isReady) start(seat, job);
      else seat.timer = setTimeout(() => drop(seat, 'internal', 'The extraction worker did not start.'), START_MS);
    }
  }

  function open(): Seat {
    // The path is put together at run time and hidden from the bundler: the worker is read from the checkout as it is.
    const file = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/article/extract-worker.mjs');
    const worker = new Worker(file, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
    const seat: Seat = { worker, isReady: false };
    worker.on('message', (message: Extracted | 'ready') => {
      if (message !== 'ready') return finish(seat, message);
      seat.isReady = true;
      if (seat.job) start(seat, seat.job);
    });
    worker.on('error', (error: Error & { code?: string }) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      if (isMemory) drop(seat, 'too-complex', `Reading the page needed more than ${HEAP_MB} MB of memory.`);
      else drop(seat, 'internal', `The extraction worker stopped: ${error.message}`);
    });
    worker.on('exit', () => drop(seat, 'internal', 'The extraction worker ended.'));
    seats.add(seat);
    return seat;
  }

  function start(seat: Seat, job: Job): void {
    clearTimeout(seat.timer);
    const seconds = deadlineMs / 1000;
    seat.timer = setTimeout(
      () => drop(seat, 'too-slow', `Reading the page took longer than ${seconds} s.`),
      deadlineMs,
    );
    seat.worker.postMessage(job.input);
  }

  function finish(seat: Seat, extracted: Extracted): void {
    clearTimeout(seat.timer);
    const { job } = seat;
    delete seat.job;
    seat.worker.unref();
    job?.done(extracted);
    serve();
  }

  function drop(seat: Seat, code: ErrorCode, message: string): void {
    if (!seats.delete(seat)) return;
    void seat.worker.terminate();
    finish(seat, unread(code, message));
  }

  return {
    extract(input) {
      if (isClosed) return Promise.resolve(unread('internal', 'The extractor has been closed.'));
      if (input.bytes.byteLength > maxBytes) {
        const message = `The page has ${input.bytes.byteLength} bytes; at most ${maxBytes} are read.`;
        return Promise.resolve(unread('too-large', message));
      }
      return new Promise((done) => {
        waiting.push({ input, done });
        serve();
      });
    },
    async close() {
      isClosed = true;
      for (const job of waiting.splice(0))
        job.done(unread('internal', 'The extractor was closed before this page was read.'));
      const open = [...seats];
      for (const seat of open) drop(seat, 'internal', 'The extractor was closed before this page was read.');
      await Promise.all(open.map((seat) => seat.worker.terminate()));
    },
  };
}

function unread(code: ErrorCode, message: string): Extracted {
  return { paragraphs: [], dropped: [], quality: { status: 'failed', reasons: [{ code, message }] } };
}
