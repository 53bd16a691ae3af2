import type { Extracted } from '#lib/types';
import { openWorkerPool, type PoolOptions, type Refusal } from '#lib/worker-pool';
import type { ExtractionInput } from './extraction-job';

export type Extractor = {
  /** Never rejects: what goes wrong is in `quality` (`too-slow`, `too-large`, `too-complex`, `internal`). */
  extract(input: ExtractionInput): Promise<Extracted>;
  /** Ends the workers; what is still waiting is answered with `failed`. */
  close(): Promise<void>;
};

// Pages of a megabyte are read in 128 MB. With 512 a thread lets garbage lie: reading sixty long pages, the process grew 70 MB more.
const DEFAULTS: PoolOptions = { workers: 2, deadlineMs: 15_000, maxBytes: 5_000_000, heapMb: 256 };

/** Extraction in threads with a deadline: one hostile page must not stop the reading of all others. */
export function openExtractor(options: Partial<PoolOptions> = {}): Extractor {
  const pool = openWorkerPool<ExtractionInput, Extracted>('lib/article/extraction-job.ts', 'page', {
    ...DEFAULTS,
    ...options,
  });
  return {
    async extract(input) {
      const outcome = await pool.run(input);
      return 'answer' in outcome ? outcome.answer : unread(outcome.refusal);
    },
    close: pool.close,
  };
}

function unread({ code, message }: Refusal): Extracted {
  return { paragraphs: [], dropped: [], quality: { status: 'failed', reasons: [{ code, message }] } };
}
