import type { Embedding } from '#lib/types';

/**
 * The same texts seen from their middle: the mean of all is taken off each and what is left has length 1, so that products are
 * cosines. What all of them say, the event, is then no likeness any more; and encoders whose cosines all stand near .8 and encoders whose
 * cosines stand near .2 come to one scale. Like the local rarities of words in alignment/vectors.ts.
 */
export function centred(embeddings: readonly Embedding[]): Embedding[] {
  const size = embeddings[0]?.length ?? 0;
  const mean = new Float64Array(size);
  for (const embedding of embeddings) {
    for (let at = 0; at < size; at++) mean[at] = (mean[at] ?? 0) + (embedding[at] ?? 0) / embeddings.length;
  }
  const own = embeddings.map((embedding) => Float32Array.from(embedding, (value, at) => value - (mean[at] ?? 0)));
  const lengths = own.map((each) => Math.sqrt(dot(each, each)));
  const noise = NOISE * Math.max(0, ...lengths);
  return own.map((each, at) => {
    const length = lengths[at] ?? 0;
    return each.map((value) => (length > noise ? value / length : 0));
  });
}

/** What stands this near to the middle, as a share of the farthest, is there by rounding to 32 bits, and its direction means nothing. */
const NOISE = 1e-5;

export function dot(a: Embedding, b: Embedding): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
