import { SynopticError } from '#lib/errors';
import type { Alignment } from '#lib/types';
import { type Cell, decode, markMoved } from './decode';
import type { Size } from './features';
import { type Prepared, prepareArticle } from './prepare';
import { scorePairs } from './score-pairs';
import { CUTS } from './weights';

/**
 * Lines up the paragraphs of two articles that report one event.
 *
 * Two outlets' articles share an event, not a source: about half of all paragraphs have a counterpart, many have several,
 * and a quarter of the links cross. So every cell of the m × n table gets a calibrated confidence, and the decoder keeps
 * whatever is likely enough, in any order. Descends from Nelken & Shieber 2006 (one document as its own corpus).
 *
 * @param reference paragraphs of the text the other is compared with; headlines are not paragraphs.
 * @returns links sorted by reference then other; `unmatched` lists paragraphs of at least three words whose best
 *   confidence is below CUTS.none. Paragraphs too short to judge are in neither list.
 * @throws SynopticError `text-too-long` when a side has more than CUTS.paragraphs paragraphs.
 */
export function alignParagraphs(reference: readonly string[], other: readonly string[]): Alignment {
  const size = { reference: reference.length, other: other.length };
  checkSize(size);
  return alignPrepared(prepareArticle(reference), prepareArticle(other), size);
}

/** The same for articles already prepared, when one is compared with many. */
export function alignPrepared(reference: readonly Prepared[], other: readonly Prepared[], size: Size): Alignment {
  checkSize(size);
  const cells = scorePairs(reference, other, size);
  return {
    links: markMoved(decode(cells)),
    unmatched: {
      reference: below(reference, cells, 'reference'),
      other: below(other, cells, 'other'),
    },
  };
}

function checkSize({ reference, other }: Size): void {
  const longest = Math.max(reference, other);
  if (longest <= CUTS.paragraphs) return;
  throw new SynopticError(
    'text-too-long',
    `This text has ${longest} paragraphs; up to ${CUTS.paragraphs} can be aligned. Paste the part you want to compare.`,
  );
}

function below(paragraphs: readonly Prepared[], cells: readonly Cell[], side: 'reference' | 'other'): number[] {
  const best = new Map<number, number>();
  for (const cell of cells) best.set(cell[side], Math.max(best.get(cell[side]) ?? 0, cell.confidence));
  return paragraphs.map((each) => each.index).filter((index) => (best.get(index) ?? 0) < CUTS.none);
}
