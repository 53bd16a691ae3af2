import { importFrozenJson } from '../../../_queries/frozen';
import { needWrite } from '../../../_queries/permission';
import { readJsonBody, respond } from '../../_respond';

/** Imports a comparison exported elsewhere; it keeps its id. One that was deleted here comes back only with `?again=1`. */
export function POST(request: Request): Promise<Response> {
  return respond(async () => {
    await needWrite();
    const again = new URL(request.url).searchParams.get('again') === '1';
    const id = await importFrozenJson(JSON.stringify(await readJsonBody(request)), again);
    return Response.json({ id, url: `/c/${id}` }, { status: 201 });
  });
}
