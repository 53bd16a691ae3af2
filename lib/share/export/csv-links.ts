import { type Texts, textAt } from '#lib/comparison/texts';
import type { Link } from '#lib/types';
import { type Column, column, type PairRow, pairColumns } from './csv-column';

export type LinkRow = PairRow & { link: Link };

export const linkColumns: Column<LinkRow>[] = [
  ...pairColumns,
  column('reference_paragraph', 'integer', 'Paragraph of the reference, counted from 0.', ({ link }) => link.reference),
  column('other_paragraph', 'integer', 'Paragraph of the other text, counted from 0.', ({ link }) => link.other),
  column(
    'confidence',
    'number',
    'Estimated probability that the two report the same statement or fact, 0 to 1.',
    ({ link }) => link.confidence,
  ),
  column('tier', 'code', 'strong or possible, as the screen calls it.', ({ link }) => link.tier),
  column('is_moved', 'boolean', 'Whether it crosses the order in which most matches run.', ({ link }) => link.moved),
  column('is_by_hand', 'boolean', 'Whether a person said that the two match.', ({ link }) => link.byHand ?? false),
  column('reference_text', 'text', 'The paragraph of the reference.', ({ texts, link }) =>
    textAt(texts.reference, link.reference),
  ),
  column('other_text', 'text', 'The paragraph of the other text.', ({ other, link }) =>
    textAt(other.article, link.other),
  ),
];

export function linkRows(texts: Texts): LinkRow[] {
  return texts.others.flatMap((other) => (other.pair?.alignment.links ?? []).map((link) => ({ texts, other, link })));
}
