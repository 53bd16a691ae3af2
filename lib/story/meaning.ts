import { centred, dot } from '#lib/text/embedding';
import type { Embedding } from '#lib/types';
import { MEANING } from './thresholds';
import type { Weighed } from './weigh';

/**
 * Log-odds that an encoder adds to a pair (by places in `weighed`), 0 where either text was not encoded. The learnt weights know
 * nothing of encoders, so this stands beside them and takes nothing from them.
 */
export function meaningOdds(
  weighed: readonly Weighed[],
  embeddings: ReadonlyMap<string, Embedding> = new Map(),
): (a: number, b: number) => number {
  const known = weighed.flatMap(({ profile }, place) => {
    const embedding = embeddings.get(profile.articleId);
    return embedding === undefined ? [] : [{ place, embedding }];
  });
  if (known.some(({ embedding }) => embedding.length !== known[0]?.embedding.length)) return () => 0;
  // Among a handful the mean is mostly the texts themselves, and taking it off makes the best of friends opposites.
  if (known.length < MEANING.fewest) return () => 0;
  const points = new Map(
    centred(known.map(({ embedding }) => embedding)).map((point, at) => [known[at]?.place, point]),
  );
  return (a, b) => {
    const [one, two] = [points.get(a), points.get(b)];
    return one === undefined || two === undefined ? 0 : MEANING.bias + MEANING.cosine * dot(one, two);
  };
}
