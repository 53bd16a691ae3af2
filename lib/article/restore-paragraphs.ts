import type { Block } from './blocks';
import { isProse } from './text-column';

// More than this share of the answer missing means that the two readers chose different texts, not that one dropped a paragraph.
const MOST_RESTORED = 0.5;

/**
 * Readability drops single paragraphs of the text it found: the first where it stands with the lede's picture, one that is short or full
 * of links. The page's own column has them. A paragraph comes back when it is prose and its neighbour above or below, in the same
 * parent, is part of the answer; for a gap in the middle both neighbours are, whatever their parents.
 *
 * answer: b · d, column: a · b · c · d · e (a in another parent than b) → b · c · d · e
 */
export function restoreParagraphs(
  answer: Block[],
  column: readonly { block: Block; parent: Element | null }[],
): Block[] {
  const places = new Map(answer.map((block, index) => [keyOf(block), index]));
  const placeOf = column.map(({ block }) => places.get(keyOf(block)));
  const place = (at: number) => placeOf[at];
  const after = new Map<number, Block[]>();
  let restored = 0;
  column.forEach(({ block, parent }, at) => {
    if (place(at) !== undefined || !isProse(block) || block.kind === 'heading') return;
    const [above, below] = [nearest(at, -1), nearest(at, 1)];
    const isBeside = [at - 1, at + 1].some((side) => place(side) !== undefined && column[side]?.parent === parent);
    const isBetween = above !== undefined && below !== undefined && below === above + 1;
    if (!isBeside && !isBetween) return;
    const anchor = above ?? (below === 0 ? -1 : undefined);
    if (anchor === undefined) return;
    after.set(anchor, [...(after.get(anchor) ?? []), block]);
    restored += block.text.length;
  });
  const total = answer.reduce((sum, block) => sum + block.text.length, 0);
  if (restored === 0 || restored > total * MOST_RESTORED) return answer;
  return [...(after.get(-1) ?? []), ...answer.flatMap((block, index) => [block, ...(after.get(index) ?? [])])];

  function nearest(from: number, step: 1 | -1): number | undefined {
    for (let at = from + step; at >= 0 && at < column.length; at += step) {
      const found = place(at);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

function keyOf(block: Block): string {
  return block.text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
