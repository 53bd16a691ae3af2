import { outletsAsOpml } from '../../_queries/outlets';
import { respond } from '../../api/_respond';

export const dynamic = 'force-dynamic';

/** The feeds read here, for any feed reader. */
export function GET(): Promise<Response> {
  return respond(
    async () => new Response(await outletsAsOpml(), { headers: { 'Content-Type': 'text/x-opml; charset=utf-8' } }),
  );
}
