/** A table as a `data:` address that can be downloaded without a script. RFC 4180. */
export function csvAddress(rows: readonly (readonly (string | number)[])[]): string {
  const text = rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
  return `data:text/csv;charset=utf-8,${encodeURIComponent(text)}`;
}

// A cell that begins like a formula would be run by a spreadsheet; an apostrophe keeps it text.
function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
