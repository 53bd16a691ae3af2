import type { Link } from '#lib/types';

/** What a line joins, by the ids of the cells: "p3>o5 p3>o7". */
export function pairsOf(links: readonly Link[]): string {
  return links.map(({ reference, other }) => `p${reference}>o${other}`).join(' ');
}
