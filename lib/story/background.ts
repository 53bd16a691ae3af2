import type { StoryIndex } from '#lib/types';
import { usualShare } from './common-words';
import { PRIOR } from './thresholds';

/** How much a stem says: its inverse document frequency in the collection, 0 or more. */
export type Background = (term: string) => number;

type Plain = { terms: Record<string, number> };

export type Frequencies = { documents: number; counts: Pick<ReadonlyMap<string, number>, 'get'> };

/**
 * log((N + K) / (n + K·share)): the collection's own counts, steadied by PRIOR.documents imagined ordinary articles so that
 * ten articles about two fires do not make "fire" weightless nor every word equal.
 */
export function backgroundOf({ documents, counts }: Frequencies): Background {
  const total = documents + PRIOR.documents;
  return (term) => Math.max(0, Math.log(total / ((counts.get(term) ?? 0) + PRIOR.documents * usualShare(term) + 0.8)));
}

/**
 * Background for exactly these profiles' terms, asked of the index at once. `newcomer` is an article that the index does not
 * hold yet: it is counted in, because a term that two articles share occurs in at least two.
 */
export async function backgroundFor(
  index: StoryIndex,
  profiles: readonly Plain[],
  newcomer?: Plain,
): Promise<Background> {
  // Most terms come again and again; to ask twice is cheaper here than to sort out which.
  const { documents, counts } = await index.frequencies(profiles.flatMap((profile) => Object.keys(profile.terms)));
  if (!newcomer) return backgroundOf({ documents, counts });
  const counted = { get: (term: string) => (counts.get(term) ?? 0) + (Object.hasOwn(newcomer.terms, term) ? 1 : 0) };
  return backgroundOf({ documents: documents + 1, counts: counted });
}
