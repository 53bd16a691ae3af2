import { codebooks } from '../../../_queries/codebook-list';
import { codebookGiven } from '../../_given';
import { serve } from '../../_serve';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve('/codebooks', {
  GET: async () => ({ json: { codebooks: (await codebooks()).map(codebookGiven) } }),
});
