import type { Texts } from '#lib/comparison/texts';
import type { Framing } from '#lib/types';
import type { Cell } from './csv';

/** One column: its name, what its cells are, what they mean, and how they are read off a row. */
export type Column<Row> = { name: string; type: ColumnType; about: string; of(row: Row): Cell };
export type ColumnType = 'text' | 'code' | 'integer' | 'number' | 'boolean' | 'time' | 'address';

export const column = <Row>(name: string, type: ColumnType, about: string, of: (row: Row) => Cell): Column<Row> => ({
  name,
  type,
  about,
  of,
});

export const PARAGRAPH = 'counted from 0; -1 is the headline';
export const OFFSET = 'in UTF-16 code units into the paragraph';

/** The reference and one other text. */
export type PairRow = { texts: Texts; other: Texts['others'][number] };

export const pairColumns: Column<PairRow>[] = [
  column('reference', 'text', 'Outlet of the text the others are compared with.', ({ texts }) => texts.referenceName),
  column('other', 'text', 'Outlet of the other text.', ({ other }) => other.name),
  column('other_article', 'code', 'Id of the other text.', ({ other }) => other.article.id),
];

export const codebookColumns: Column<{ framing: Framing }>[] = [
  column('codebook', 'code', 'Id of the codebook.', ({ framing }) => framing.codebook.id),
  column('codebook_version', 'code', 'Its version.', ({ framing }) => framing.codebook.version),
  column('codebook_hash', 'code', 'SHA-256 of the codebook.', ({ framing }) => framing.codebook.hash),
];
