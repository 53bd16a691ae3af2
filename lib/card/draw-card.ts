import { SynopticError } from '../errors';
import type { CardFacts } from '../share/card-facts';
import { openWorkerPool, type WorkerPool } from '../worker-pool';

export type CardDrawer = {
  /** A PNG of 1200 × 630. @throws SynopticError `too-slow`, `too-large`, `internal` */
  draw(facts: CardFacts): Promise<Uint8Array>;
  close(): Promise<void>;
};

/**
 * Draws in a thread of its own: a picture takes some 100 ms, and a page asked for meanwhile should not wait for it.
 *
 * Not with next/og: it asks a font host for Chinese and Arabic and dies of an emoji without a network. Not with a browser: there is
 * none on a server. SVG drawn by resvg sets all scripts right, joins Arabic letters, and needs only the fonts in data/fonts.
 */
export function openCardDrawer(): CardDrawer {
  const pool: WorkerPool<{ bytes: Uint8Array }, Uint8Array> = openWorkerPool('lib/card/draw-job.ts', 'preview', {
    workers: 1,
    deadlineMs: 15_000,
    maxBytes: 100_000,
    heapMb: 256,
  });
  return {
    async draw(facts) {
      const outcome = await pool.run({ bytes: new TextEncoder().encode(JSON.stringify(facts)) });
      if ('answer' in outcome) return outcome.answer;
      throw new SynopticError(outcome.refusal.code, outcome.refusal.message);
    },
    close: () => pool.close(),
  };
}
