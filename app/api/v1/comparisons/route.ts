import { importFrozenJson } from '../../../_queries/frozen';
import { needWrite } from '../../../_queries/permission';
import { readJsonBody, respond } from '../../_respond';

/** Imports a comparison exported elsewhere; it keeps its id. */
export function POST(request: Request): Promise<Response> {
  return respond(async () => {
    await needWrite();
    const id = await importFrozenJson(JSON.stringify(await readJsonBody(request)));
    return Response.json({ id, url: `/c/${id}` }, { status: 201 });
  });
}
