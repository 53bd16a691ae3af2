import { SynopticError } from '#lib/errors';
import { codebookHash } from '#lib/framing/codebook';
import type { Codebook, FrameCount } from '#lib/types';
import { openWorkerPool, type PoolOptions } from '#lib/worker-pool';
import type { CodingInput } from './coding-job';

/** As much of an article as counting needs. */
type Text = { id: string; headline: string; paragraphs: readonly { text: string }[] };

export type Coder = {
  /**
   * Counts in the order of the articles.
   * @throws SynopticError `too-slow` when the codebook's expressions take too long, `too-large`, `too-complex`, `internal`
   */
  code(articles: readonly Text[], codebook: Codebook, options?: { countsOnly?: boolean }): Promise<FrameCount[]>;
  close(): Promise<void>;
};

const DEFAULTS: PoolOptions = { workers: 1, deadlineMs: 20_000, maxBytes: 50_000_000, heapMb: 512 };

/**
 * Counting in a thread of its own: pages must not wait while a store is coded again, and a codebook somebody is still writing
 * may hold an expression that runs for very long, which only a thread can be stopped in.
 */
export function openCoder(options: Partial<PoolOptions> = {}): Coder {
  const pool = openWorkerPool<CodingInput, FrameCount[]>('lib/pipeline/coding-job.ts', 'text', {
    ...DEFAULTS,
    ...options,
  });
  return {
    async code(articles, codebook, { countsOnly = false } = {}) {
      if (articles.length === 0) return [];
      const texts = articles.map(({ id, headline, paragraphs }) => ({
        id,
        headline,
        paragraphs: paragraphs.map(({ text }) => text),
      }));
      const bytes = new TextEncoder().encode(JSON.stringify(texts));
      const outcome = await pool.run({ bytes, codebook, hash: codebookHash(codebook), countsOnly });
      if ('answer' in outcome) return outcome.answer;
      throw new SynopticError(outcome.refusal.code, outcome.refusal.message);
    },
    close: pool.close,
  };
}
