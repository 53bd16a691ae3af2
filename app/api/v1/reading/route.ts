import { readings } from '../../../_queries/reading';
import { serve } from '../../_serve';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve('/reading', {
  GET: async () => ({ json: { readings: await readings() }, headers: { 'Cache-Control': 'no-store' } }),
});
