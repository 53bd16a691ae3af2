import { ENDPOINTS } from '#lib/api/endpoints';
import { openApiDocument } from '#lib/api/openapi';
import { SOFTWARE } from '#lib/software';
import { serve } from '../../_serve';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve('/openapi.json', {
  GET: async () => ({ json: openApiDocument(ENDPOINTS, SOFTWARE.version) as { openapi: string } }),
});
