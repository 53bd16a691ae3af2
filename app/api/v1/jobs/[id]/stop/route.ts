import { job, stopFinding } from '../../../../../_queries/jobs';
import { jobGiven } from '../../../../_given';
import { serve } from '../../../../_serve';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve('/jobs/{id}/stop', {
  POST: async ({ params: { id } }) => {
    await job(id);
    await stopFinding(id);
    return { status: 202, json: jobGiven(await job(id)), headers: { Location: `/api/v1/jobs/${id}` } };
  },
});
