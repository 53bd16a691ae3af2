import { csvText } from '#lib/share/export/csv';

/** A table as a `data:` address that can be downloaded without a script. */
export function csvAddress(rows: readonly (readonly (string | number)[])[]): string {
  return `data:text/csv;charset=utf-8,${encodeURIComponent(csvText(rows))}`;
}
