import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ErrorCode } from './errors';
import type { Reason } from './types';

/** What a worker made of one document, or why there is nothing. */
export type Outcome<Output> = { answer: Output } | { refusal: Refusal };
export type Refusal = Reason & { code: ErrorCode };

export type WorkerPool<Input, Output> = {
  /**
   * Never rejects. Refusals: `too-slow`, `too-large`, `too-complex` (memory), `internal`, and whatever SynopticError the job
   * itself threw.
   */
  run(input: Input): Promise<Outcome<Output>>;
  /** Ends the workers; what is still waiting is refused. */
  close(): Promise<void>;
};

export type PoolOptions = {
  /** Documents read at the same time, 1 and up. */
  workers: number;
  /** Longest time one document may take, in milliseconds, once a worker is ready. */
  deadlineMs: number;
  /** Largest document, in bytes. */
  maxBytes: number;
  /** Memory one worker may use for its objects, in MB. */
  heapMb: number;
  /** A worker with nothing to do for this long ends, in milliseconds; a minute and a half unless given. */
  idleMs?: number;
};

// Loading the parsers takes about a second on an idle machine and much longer on a crowded one.
const START_MS = 60_000;
// Longer than the pauses within a refresh, shorter than those between two.
const IDLE_MS = 90_000;

type Job<Input, Output> = { input: Input; done: (outcome: Outcome<Output>) => void };
type Seat<Input, Output> = { worker: Worker; isReady: boolean; job?: Job<Input, Output>; timer?: NodeJS.Timeout };

/**
 * Parsing in threads of its own, because a hostile or broken document can keep a parser busy for minutes, and nothing in a
 * thread can be interrupted from inside it: a document past the deadline or the heap limit costs one worker, which is
 * replaced, and the process goes on. Workers start with the first document, do not keep the process alive while idle, and end after a while:
 * each holds some tens of megabytes.
 *
 * Bytes are copied to the worker, not transferred: a page that turns out to be no feed is looked through for one afterwards,
 * and copying 60 KB is too little to measure.
 *
 * @param job module under the checkout that exports `answer`, called with each input; what it returns must survive `structuredClone`
 * @param subject what a person calls the documents, in messages: "page", "feed"
 */
export function openWorkerPool<Input extends { bytes: Uint8Array }, Output>(
  job: string,
  subject: string,
  { workers, deadlineMs, maxBytes, heapMb, idleMs = IDLE_MS }: PoolOptions,
): WorkerPool<Input, Output> {
  const seats = new Set<Seat<Input, Output>>();
  const waiting: Job<Input, Output>[] = [];
  const closed = refused<Output>('internal', `The reader was closed before this ${subject} was read.`);
  let isClosed = false;

  function serve(): void {
    while (waiting.length > 0) {
      const seat = [...seats].find((each) => !each.job) ?? (seats.size < Math.max(1, workers) ? open() : undefined);
      const next = seat === undefined ? undefined : waiting.shift();
      if (!seat || !next) return;
      seat.job = next;
      seat.worker.ref();
      if (seat.isReady) start(seat, next);
      else
        seat.timer = setTimeout(
          () => drop(seat, refused('internal', `The thread that reads each ${subject} did not start.`)),
          START_MS,
        );
    }
  }

  function open(): Seat<Input, Output> {
    // Paths are put together at run time and hidden from the bundler: worker and job are read from the checkout as they are.
    const file = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/pool-worker.mjs');
    const worker = new Worker(file, {
      workerData: path.join(/* turbopackIgnore: true */ process.cwd(), job),
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    const seat: Seat<Input, Output> = { worker, isReady: false };
    worker.on('message', (message: Outcome<Output> | 'ready') => {
      if (message !== 'ready') return finish(seat, message);
      seat.isReady = true;
      if (seat.job) start(seat, seat.job);
    });
    worker.on('error', (error: Error & { code?: string }) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      const outcome: Outcome<Output> = isMemory
        ? refused('too-complex', `Reading the ${subject} needed more than ${heapMb} MB of memory and was stopped.`)
        : refused('internal', `The thread that reads each ${subject} stopped: ${error.message}`);
      drop(seat, outcome);
    });
    worker.on('exit', () => drop(seat, refused('internal', `The thread that reads each ${subject} ended.`)));
    seats.add(seat);
    return seat;
  }

  function start(seat: Seat<Input, Output>, { input }: Job<Input, Output>): void {
    clearTimeout(seat.timer);
    const late = refused<Output>(
      'too-slow',
      `Reading the ${subject} took longer than ${deadlineMs / 1000} s and was stopped.`,
    );
    seat.timer = setTimeout(() => drop(seat, late), deadlineMs);
    seat.worker.postMessage(input);
  }

  function finish(seat: Seat<Input, Output>, outcome: Outcome<Output>): void {
    clearTimeout(seat.timer);
    const { job: done } = seat;
    delete seat.job;
    seat.worker.unref();
    done?.done(outcome);
    serve();
    if (seat.job === undefined && seats.has(seat)) seat.timer = setTimeout(() => retire(seat), idleMs).unref();
  }

  function retire(seat: Seat<Input, Output>): void {
    seats.delete(seat);
    void seat.worker.terminate();
  }

  function drop(seat: Seat<Input, Output>, outcome: Outcome<Output>): void {
    if (!seats.delete(seat)) return;
    void seat.worker.terminate();
    finish(seat, outcome);
  }

  return {
    run(input) {
      if (isClosed) return Promise.resolve(closed);
      const { byteLength } = input.bytes;
      if (byteLength > maxBytes) {
        const message = `The ${subject} has ${byteLength} bytes; at most ${maxBytes} are read.`;
        return Promise.resolve(refused('too-large', message));
      }
      return new Promise((done) => {
        waiting.push({ input, done });
        serve();
      });
    },
    async close() {
      isClosed = true;
      for (const { done } of waiting.splice(0)) done(closed);
      const open = [...seats];
      for (const seat of open) drop(seat, closed);
      await Promise.all(open.map((seat) => seat.worker.terminate()));
    },
  };
}

function refused<Output>(code: ErrorCode, message: string): Outcome<Output> {
  return { refusal: { code, message } };
}
