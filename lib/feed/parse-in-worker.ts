import { SynopticError } from '#lib/errors';
import type { Feed } from '#lib/types';
import { openWorkerPool, type PoolOptions } from '#lib/worker-pool';
import type { FeedInput } from './feed-job';
import type { ParseFeed } from './parse-feed';

export type FeedParser = {
  /** As `parseFeed`, and besides @throws SynopticError `too-slow`, `too-large`, `too-complex` */
  parseFeed: ParseFeed;
  /** Ends the workers; what is still waiting is refused. */
  close(): Promise<void>;
};

// An ordinary feed takes 2 ms and the largest body that is fetched (15 MB) a few seconds, so the deadline is met by what is
// hostile, or by a machine that has stopped. 80,000 entries in 10 MB get by with 256 MB of memory and not with 128.
const DEFAULTS: PoolOptions = { workers: 2, deadlineMs: 15_000, maxBytes: 15_000_000, heapMb: 256 };

/** Parsing in threads with a deadline: the parser here is linear, and nobody who reads a feed has to take that on trust. */
export function openFeedParser(options: Partial<PoolOptions> = {}): FeedParser {
  const pool = openWorkerPool<FeedInput, Feed>('lib/feed/feed-job.ts', 'feed', { ...DEFAULTS, ...options });
  return {
    async parseFeed(bytes, given = {}) {
      const outcome = await pool.run({ bytes, ...given });
      if ('answer' in outcome) return outcome.answer;
      throw new SynopticError(outcome.refusal.code, outcome.refusal.message);
    },
    close: pool.close,
  };
}
