import { type Texts, textsOf } from '#lib/comparison/texts';
import type { Comparison } from '#lib/types';
import { type Cell, csvText, GUARD } from './csv';
import type { Column } from './csv-column';
import { countColumns, countRows } from './csv-counts';
import { differenceColumns, differenceRows } from './csv-differences';
import { hitColumns, hitRows } from './csv-hits';
import { linkColumns, linkRows } from './csv-links';
import { textColumns, textRows } from './csv-texts';

/** Tables a comparison can be taken away as, and the dictionary that explains every column of them. */
export const CSV_TABLES = ['texts', 'links', 'differences', 'hits', 'counts', 'dictionary'] as const;
export type CsvTable = (typeof CSV_TABLES)[number];

type Table = { about: string; columns: Column<never>[]; write(texts: Texts): Cell[][] };

function table<Row>(about: string, columns: Column<Row>[], rows: (texts: Texts) => Row[]): Table {
  return { about, columns, write: (texts) => rows(texts).map((row) => columns.map(({ of }) => of(row))) };
}

const TABLES: Record<Exclude<CsvTable, 'dictionary'>, Table> = {
  texts: table('one row a text', textColumns, textRows),
  links: table('one row a matched pair of paragraphs', linkColumns, linkRows),
  differences: table('one row a difference', differenceColumns, differenceRows),
  hits: table('one row a matched term', hitColumns, hitRows),
  counts: table('one row a code in one outlet’s texts', countColumns, countRows),
};

/** RFC 4180 with a header line. The rows are those the screen draws. */
export function exportCsv(comparison: Comparison, name: CsvTable): string {
  if (name === 'dictionary') return csvText(dictionary());
  const { columns, write } = TABLES[name];
  return csvText([columns.map((column) => column.name), ...write(textsOf(comparison))]);
}

/** One row a column of the other tables. Ids and times are guarded too: they come from outlets' pages. */
function dictionary(): Cell[][] {
  const header = ['table', 'row', 'column', 'type', 'about', 'guard'];
  return [
    header,
    ...Object.entries(TABLES).flatMap(([name, { about: row, columns }]) =>
      columns.map(({ name: column, type, about }): Cell[] => [
        name,
        row,
        column,
        type,
        about,
        ['text', 'code', 'time', 'address'].includes(type) ? GUARD : undefined,
      ]),
    ),
  ];
}
