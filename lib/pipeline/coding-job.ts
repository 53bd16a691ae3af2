import { countFrames } from '#lib/framing/count-frames';
import type { CountedArticle } from '#lib/framing/units';
import type { Codebook, FrameCount } from '#lib/types';

export type CodingInput = {
  /** JSON of the articles (`CountedArticle[]`). */
  bytes: Uint8Array;
  codebook: Codebook;
  hash: string;
  /** Hits are left behind: over a whole store they are many times the counts. */
  countsOnly: boolean;
};

// Compiled once for each object, so the object must be the same for every batch.
let last: { hash: string; codebook: Codebook } | undefined;

/** Articles counted with one codebook, in their order: what runs inside the worker. */
export function answer({ bytes, codebook, hash, countsOnly }: CodingInput): FrameCount[] {
  if (last?.hash !== hash) last = { hash, codebook };
  const { codebook: same } = last;
  const articles = JSON.parse(new TextDecoder().decode(bytes)) as CountedArticle[];
  return articles.map((article) => {
    const count = countFrames(article, same);
    return countsOnly ? { ...count, hits: [] } : count;
  });
}
