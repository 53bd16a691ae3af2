export type Cell = string | number | boolean | undefined;

/** RFC 4180 with CRLF; what is not known is an empty cell. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** What `guarded` does, for the dictionary. */
export const GUARD =
  'A value that begins like a formula (=, +, -, @ or their full-width forms, a tab or a line break) has an apostrophe before it.';

// A cell that begins like a formula would be run by a spreadsheet: outlets' texts are foreign, so it is made plain text.
// Blanks before the sign do not keep every spreadsheet from it, and the full-width signs are read as the plain ones.
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

function cell(value: Cell): string {
  const text = value === undefined ? '' : String(value);
  const harmless = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
