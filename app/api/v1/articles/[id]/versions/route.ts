import { articleVersions } from '../../../../../_queries/articles';
import { versionGiven } from '../../../../_given';
import { serve } from '../../../../_serve';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve('/articles/{id}/versions', {
  GET: async ({ params }) => ({ json: { versions: (await articleVersions(params.id)).map(versionGiven) } }),
});
