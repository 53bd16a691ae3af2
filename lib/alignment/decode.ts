import type { Link, Tier } from '#lib/types';
import { CUTS } from './weights';

export type Cell = { reference: number; other: number; confidence: number };

/**
 * Confidences → links, many-to-many and in any order.
 * One-to-one matching and monotone dynamic programming were measured too: they cost 14 to 22 points of F1, because
 * three linked paragraphs in five have more than one counterpart and a quarter of the links cross.
 */
export function decode(cells: readonly Cell[], cut: number = CUTS.possible): Cell[] {
  const bestOfRow = new Map<number, number>();
  const bestOfColumn = new Map<number, number>();
  for (const { reference, other, confidence } of cells) {
    bestOfRow.set(reference, Math.max(bestOfRow.get(reference) ?? 0, confidence));
    bestOfColumn.set(other, Math.max(bestOfColumn.get(other) ?? 0, confidence));
  }
  const rowLinks = new Map<number, number>();
  const columnLinks = new Map<number, number>();
  const accepted: Cell[] = [];
  const ordered = cells
    .filter((cell) => cell.confidence >= cut)
    .sort((a, b) => b.confidence - a.confidence || a.reference - b.reference || a.other - b.other);
  for (const cell of ordered) {
    const best = Math.min(bestOfRow.get(cell.reference) ?? 0, bestOfColumn.get(cell.other) ?? 0);
    const inRow = rowLinks.get(cell.reference) ?? 0;
    const inColumn = columnLinks.get(cell.other) ?? 0;
    if (cell.confidence < CUTS.relative * best) continue;
    if (inRow >= CUTS.perParagraph || inColumn >= CUTS.perParagraph) continue;
    rowLinks.set(cell.reference, inRow + 1);
    columnLinks.set(cell.other, inColumn + 1);
    accepted.push(cell);
  }
  return accepted.sort((a, b) => a.reference - b.reference || a.other - b.other);
}

export function tierOf(confidence: number): Tier {
  return confidence >= CUTS.strong ? 'strong' : 'possible';
}

/**
 * Marks the links that stand out of order. The heaviest chain of links that runs in one direction through both texts is
 * "in order" (a longest increasing subsequence weighted by confidence); what is left has moved.
 *
 *     reference  0 1 2 3
 *     other      3 0 1 2      0→3 has moved; the other three keep their order
 */
export function markMoved(cells: readonly Cell[]): Link[] {
  const weight: number[] = [];
  const previous: number[] = [];
  cells.forEach((cell, at) => {
    let best = 0;
    let from = -1;
    for (let before = 0; before < at; before++) {
      const earlier = cells[before];
      if (!earlier || earlier.reference > cell.reference || earlier.other > cell.other) continue;
      const sum = weight[before] ?? 0;
      if (sum > best) {
        best = sum;
        from = before;
      }
    }
    weight[at] = best + cell.confidence;
    previous[at] = from;
  });
  const inOrder = new Set<number>();
  let at = weight.reduce((top, sum, index) => (sum > (weight[top] ?? -1) ? index : top), cells.length > 0 ? 0 : -1);
  while (at >= 0) {
    inOrder.add(at);
    at = previous[at] ?? -1;
  }
  return cells.map((cell, index) => ({ ...cell, tier: tierOf(cell.confidence), moved: !inOrder.has(index) }));
}
