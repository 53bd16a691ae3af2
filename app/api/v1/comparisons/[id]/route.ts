import { type ExportFile, exportFrozen, formatNamed } from '#lib/share/export/export-frozen';
import { frozen, type PublicFrozen, removeFrozen } from '../../../../_queries/frozen';
import { addressOf } from '../../../../_queries/permission';
import { readJsonBody, respond } from '../../../_respond';

type Context = { params: Promise<{ id: string }> };

/**
 * A frozen comparison as this visitor may see it: its document (JSON; whole, the bytes its id was made from), or with `?format=`
 * any export (`?format=csv&table=`).
 */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const { id } = await params;
    const query = new URL(request.url).searchParams;
    const format = formatNamed(query.get('format') ?? 'json');
    const found = await frozen(id);
    const address = await addressOf(`/c/${id}`);
    const file = exportFrozen({ ...found, address }, format, query.get('table') ?? undefined);
    return download(file, found, query.has('format'));
  });
}

/** Takes it down; the body is `{"reason": "…"}`, which the id answers with from then on. */
export function DELETE(request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const { id } = await params;
    const body = await readJsonBody(request, 10_000);
    const reason = typeof body === 'object' && body !== null && 'reason' in body ? String(body.reason) : '';
    await removeFrozen(id, reason);
    return new Response(null, { status: 204 });
  });
}

/**
 * The content of an id never changes, so nobody has to ask again soon; but it can be taken down, so they do ask in the end. Whole
 * texts that only the owner sees are kept by nobody in between.
 */
function download({ name, type, body }: ExportFile, { isPrivate }: PublicFrozen, asFile: boolean): Response {
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Cache-Control': `${isPrivate ? 'private' : 'public'}, max-age=3600, immutable`,
      Vary: 'Cookie, Authorization',
      ...(asFile ? { 'Content-Disposition': `attachment; filename="${name}"` } : {}),
    },
  });
}
