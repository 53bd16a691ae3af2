import { outletRead, pause, remove, resume } from '../../../../_queries/outlets';
import { outletGiven } from '../../../_given';
import { serve } from '../../../_serve';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve('/outlets/{id}', {
  GET: async ({ params }) => ({ json: outletGiven(await outletRead(params.id)) }),
  PATCH: async ({ params: { id: outletId }, body }) => {
    await outletRead(outletId);
    await (body.paused ? pause : resume)({ outletId });
    return { json: outletGiven(await outletRead(outletId)) };
  },
  DELETE: async ({ params: { id: outletId } }) => {
    await outletRead(outletId);
    await remove({ outletId });
    return { status: 204 };
  },
});
