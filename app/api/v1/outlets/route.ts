import { addByAddress, addChosen, outletRead, outletsRead, readNow } from '../../../_queries/outlets';
import { outletGiven, without } from '../../_given';
import { serve } from '../../_serve';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve('/outlets', {
  GET: async () => ({ json: { outlets: (await outletsRead()).map(outletGiven) } }),
  POST: async ({ body }) => {
    const [first] = await ('address' in body ? addByAddress(body.address) : addChosen(without(body)));
    await readNow();
    const outlet = outletGiven(await outletRead(first?.outlet.id ?? ''));
    return {
      status: 201,
      json: { outlet },
      headers: { Location: `/api/v1/outlets/${encodeURIComponent(outlet.id)}` },
    };
  },
});
