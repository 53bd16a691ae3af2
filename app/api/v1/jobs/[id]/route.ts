import { job } from '../../../../_queries/jobs';
import { respond } from '../../../_respond';

type Context = { params: Promise<{ id: string }> };

/** How far a job is, a step a source. */
export function GET(_request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const { id, kind, state, steps, result, reason } = await job((await params).id);
    return Response.json({ id, kind, state, steps, result, reason }, { headers: { 'Cache-Control': 'no-store' } });
  });
}
