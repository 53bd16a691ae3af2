import { story } from '../../../../_queries/stories';
import { serve } from '../../../_serve';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve('/stories/{id}', {
  GET: async ({ params }) => ({ json: await story(params.id) }),
});
