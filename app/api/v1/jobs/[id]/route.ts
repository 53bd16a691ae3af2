import { job } from '../../../../_queries/jobs';
import { jobGiven } from '../../../_given';
import { serve } from '../../../_serve';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve('/jobs/{id}', {
  GET: async ({ params }) => ({ json: jobGiven(await job(params.id)), headers: { 'Cache-Control': 'no-store' } }),
});
