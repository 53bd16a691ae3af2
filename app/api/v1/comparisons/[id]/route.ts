import { type ExportFile, exportFrozen } from '#lib/share/export/export-frozen';
import { frozen, type PublicFrozen, removeFrozen } from '../../../../_queries/frozen';
import { addressOf } from '../../../../_queries/permission';
import { serve } from '../../../_serve';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve('/comparisons/{id}', {
  /** As this visitor may see it: its document (whole, the bytes its id was made from), or with `?format=` any export. */
  GET: async ({ params: { id }, query: { format = 'json', table, blind, key } }, request) => {
    const found = await frozen(id, { blind, key });
    const address = await addressOf(`/c/${id}${found.names === 'covered' ? '?blind=1' : ''}`);
    const file = exportFrozen({ ...found, address }, format, table);
    return download(file, found, new URL(request.url).searchParams.has('format'));
  },
  DELETE: async ({ params, query }) => {
    await removeFrozen(params.id, query.reason);
    return { status: 204 };
  },
});

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
