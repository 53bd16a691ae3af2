import type { Codebook } from '#lib/types';

/** Code → what it is called on a page. */
export function codeNames({ frames, concepts }: Codebook): ReadonlyMap<string, string> {
  return new Map([
    ...frames.map(({ id, label }): [string, string] => [id, label]),
    ...concepts.flatMap((concept) =>
      concept.labels.map(({ id, label }): [string, string] => [id, `${concept.label}: ${label}`]),
    ),
  ]);
}
