import type { Alignment } from '#lib/types';

/** Rows are reference paragraphs, columns the other's: # strong, + possible, . none; * after # or + means moved. */
export function draw(alignment: Alignment, rows: number, columns: number): string[] {
  const grid = Array.from({ length: rows }, () => Array.from({ length: columns }, () => '.'));
  for (const link of alignment.links) {
    const row = grid[link.reference];
    if (row) row[link.other] = (link.tier === 'strong' ? '#' : '+') + (link.moved ? '*' : '');
  }
  return grid.map((row) => row.join(' '));
}
