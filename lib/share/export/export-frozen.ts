import { SynopticError } from '#lib/errors';
import { citation, toolName } from '../citation';
import { CSV_TABLES, type CsvTable, exportCsv } from './csv-tables';
import { toBibtex, toCsl } from './references';
import { type Exportable, report } from './report';
import { toHtml } from './to-html';
import { toMarkdown } from './to-markdown';

/** What a frozen comparison can be taken away as; the key is the name of the format and the end of the file's. */
export const EXPORT_FORMATS = {
  json: {
    name: 'JSON',
    type: 'application/json; charset=utf-8',
    about: 'the whole document; imports elsewhere under the same id',
  },
  csv: { name: 'CSV', type: 'text/csv; charset=utf-8', about: 'a table, or the dictionary of all tables' },
  html: { name: 'Web page', type: 'text/html; charset=utf-8', about: 'one file that opens offline, without scripts' },
  md: { name: 'Markdown', type: 'text/markdown; charset=utf-8', about: 'the same as text' },
  bib: { name: 'BibTeX', type: 'application/x-bibtex; charset=utf-8', about: 'the comparison and its texts' },
  csl: { name: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json', about: 'the same for reference managers' },
  txt: { name: 'Citation', type: 'text/plain; charset=utf-8', about: 'one sentence' },
} as const;
export type ExportFormat = keyof typeof EXPORT_FORMATS;

export type ExportFile = { name: string; type: string; body: string };

/** @throws SynopticError `bad-input` naming the formats there are. */
export function formatNamed(name: string): ExportFormat {
  const found = (Object.keys(EXPORT_FORMATS) as ExportFormat[]).find((format) => format === name);
  if (found) return found;
  throw new SynopticError('bad-input', `format is one of ${Object.keys(EXPORT_FORMATS).join(', ')}.`, {
    subject: 'format',
  });
}

/** @throws SynopticError `bad-input` naming the tables there are. */
export function tableNamed(name: string | undefined): CsvTable {
  const found = CSV_TABLES.find((table) => table === name);
  if (found) return found;
  throw new SynopticError('bad-input', `table is one of ${CSV_TABLES.join(', ')}.`, { subject: 'table' });
}

/** One file. CSV holds one table, so it is asked for by name. @throws SynopticError `bad-input` for CSV without one. */
export function exportFrozen(given: Exportable, format: ExportFormat, table?: string): ExportFile {
  const { type } = EXPORT_FORMATS[format];
  const chosen = format === 'csv' ? tableNamed(table) : undefined;
  const name = [
    given.id,
    ...(given.excerpt === undefined ? [] : ['excerpt']),
    ...(chosen === undefined ? [] : [chosen]),
  ];
  return { name: `${name.join('-')}.${ending(format)}`, type, body: bodyOf(given, format, chosen) };
}

/** Every file of these formats: of CSV all tables and their dictionary. */
export function exportFiles(given: Exportable, formats: readonly ExportFormat[]): ExportFile[] {
  return formats.flatMap((format) =>
    format === 'csv' ? CSV_TABLES.map((table) => exportFrozen(given, format, table)) : [exportFrozen(given, format)],
  );
}

// Reference managers look at the end of the name, and two files of one comparison must not have one name.
function ending(format: ExportFormat): string {
  return format === 'csl' ? 'csl.json' : format;
}

function bodyOf(given: Exportable, format: ExportFormat, table: CsvTable | undefined): string {
  const { comparison, frozenAt, address, id, json } = given;
  switch (format) {
    case 'json':
      return json();
    case 'csv':
      return table === undefined ? '' : exportCsv(comparison, table);
    case 'html': {
      const language = comparison.articles.find((article) => article.id === comparison.settings.reference)?.language;
      return toHtml(report(given), { title: { text: comparison.title, language }, about: toolName(comparison) });
    }
    case 'md':
      return toMarkdown(report(given));
    case 'bib':
      return toBibtex(given);
    case 'csl':
      return toCsl(given);
    case 'txt':
      return `${citation(comparison, frozenAt, address ?? id)}\n`;
  }
}
