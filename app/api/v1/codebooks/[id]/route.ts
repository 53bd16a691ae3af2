import { codebookById } from '../../../../_queries/codebook-list';
import { serve } from '../../../_serve';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve('/codebooks/{id}', {
  GET: async ({ params }) => ({ json: { ...(await codebookById(params.id)) } }),
});
