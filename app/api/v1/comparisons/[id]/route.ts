import { SynopticError } from '#lib/errors';
import { CSV_TABLES, exportCsv } from '#lib/share/export-csv';
import { frozen } from '../../../../_queries/frozen';
import { respond } from '../../../_respond';

type Context = { params: Promise<{ id: string }> };

/** A frozen comparison: its document (JSON, the bytes its id was made from), or with `?format=csv&table=` a table of it; `?blind=1`: letters for outlets. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const { id } = await params;
    const query = new URL(request.url).searchParams;
    const { json, comparison } = await frozen(id, { blind: query.get('blind'), key: query.get('key') });
    const format = query.get('format') ?? 'json';
    if (format === 'json')
      return download(json, 'application/json; charset=utf-8', query.has('format') ? `${id}.json` : undefined);
    if (format !== 'csv') throw new SynopticError('bad-input', 'format is json or csv.', { subject: 'format' });
    const table = CSV_TABLES.find((each) => each === query.get('table'));
    if (!table) throw new SynopticError('bad-input', `table is one of ${CSV_TABLES.join(', ')}.`, { subject: 'table' });
    return download(exportCsv(comparison, table), 'text/csv; charset=utf-8', `${id}-${table}.csv`);
  });
}

// The content of an id never changes, so anybody may keep it for good.
function download(body: string, type: string, file?: string): Response {
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Cache-Control': 'public, max-age=31536000, immutable',
      ...(file === undefined ? {} : { 'Content-Disposition': `attachment; filename="${file}"` }),
    },
  });
}
