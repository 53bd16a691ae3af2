import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textsOf } from '#lib/comparison/texts';
import { utterancesOf } from '#lib/comparison/utterances';
import { csvText } from '#lib/share/export/csv';
import { CSV_TABLES, type CsvTable, exportCsv } from '#lib/share/export/csv-tables';
import { sampleComparison } from './sample-comparison';

type Row = Record<string, string>;
const comparison = sampleComparison();
// As anybody would read them: a stock reader with its defaults, the first line as the names of the columns.
const read = (table: CsvTable) => parse(exportCsv(comparison, table), { columns: true }) as Row[];
const dictionary = read('dictionary');
const tables = CSV_TABLES.filter((table) => table !== 'dictionary');

describe('CSV', () => {
  it.each(tables)('a stock reader finds in %s the columns the dictionary lists, in its order', (table) => {
    const rows = read(table);
    expect(rows.length).toBeGreaterThan(5);
    const listed = dictionary.filter((row) => row.table === table);
    expect(Object.keys(rows[0] ?? {})).toEqual(listed.map(({ column }) => column));
    for (const { about, type } of listed) expect([about, type]).not.toContain('');
  });

  it.each(tables)('cells of %s are of the type the dictionary gives', (table) => {
    const types = dictionary.filter((row) => row.table === table);
    const shapes: Record<string, RegExp> = {
      integer: /^-?\d+$/,
      number: /^-?\d+(\.\d+)?(e-?\d+)?$/,
      boolean: /^(true|false)$/,
      time: /^\d{4}-\d\d-\d\dT/,
      address: /^https?:\/\//,
    };
    const rows = read(table);
    for (const { column = '', type = '' } of types) {
      const cells = rows.map((row) => row[column] ?? '');
      expect(cells.filter((cell) => cell !== '' && shapes[type] !== undefined && !shapes[type].test(cell))).toEqual([]);
    }
  });

  it('has a row for everything the screen shows', () => {
    const texts = textsOf(comparison);
    const loud = texts.others.flatMap(({ pair }) => pair?.wording.differences.filter(({ quiet }) => !quiet) ?? []);
    const differences = read('differences');
    expect(differences.filter(({ shown }) => shown === 'open').map(({ note }) => note)).toEqual(
      loud.map(({ note }) => note),
    );
    const quotations = utterancesOf(texts).flatMap(({ readings }) => readings);
    expect(differences.filter(({ kind, shown }) => kind?.startsWith('quotation-') && shown !== 'asked')).toHaveLength(
      quotations.length,
    );
    expect(read('links')).toHaveLength(comparison.pairs.flatMap(({ alignment }) => alignment.links).length);
    expect(read('texts').map(({ outlet }) => outlet)).toEqual(comparison.articles.map(({ outletName }) => outletName));
  });

  it('counts as many hits as it lists', () => {
    const hits = read('hits').filter((row) => row.is_counted === 'true');
    for (const row of read('counts')) {
      const of = hits.filter(
        (hit) => hit.codebook === row.codebook && hit.code === row.code && hit.outlet === row.outlet,
      );
      expect([row.outlet, row.code, Number(row.mentions)]).toEqual([row.outlet, row.code, of.length]);
    }
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1', '＝1', '＋1', '－1', '＠x'])(
    'a text that begins like a formula is kept from being one: %j',
    (text) => {
      expect(parse(csvText([[text]]))).toEqual([[`'${text}`]]);
    },
  );

  it.each([
    ['a number below nought is a number', -1, '-1'],
    ['a dash in the middle is a dash', 'a-b', 'a-b'],
    ['nothing is an empty cell', undefined, ''],
  ])('%s', (_name, value, expected) => {
    expect(parse(csvText([[value, 'x']]))).toEqual([[expected, 'x']]);
  });

  it('a reader gets back what was written, whatever it was', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), (rows) => {
        const found = parse(csvText(rows), { record_delimiter: '\r\n' }) as string[][];
        expect(found.map((row) => row.map((cell) => cell.replace(/^'/, '')))).toEqual(
          rows.map((row) => row.map((cell) => cell.replace(/^'/, ''))),
        );
      }),
    );
  });

  it('the dictionary says how formulas are guarded', () => {
    const guarded = dictionary.find(({ table, column }) => table === 'hits' && column === 'sentence_text');
    expect(guarded?.guard).toMatch(/apostrophe/);
    expect(dictionary.find(({ column }) => column === 'confidence')?.guard).toBe('');
  });
});
