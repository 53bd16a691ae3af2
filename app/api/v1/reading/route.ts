import { readings } from '../../../_queries/reading';
import { respond } from '../../_respond';

/** How far the reading of feeds is: every refresh under way, else the last one of the past hour. */
export function GET(): Promise<Response> {
  return respond(async () =>
    Response.json({ readings: await readings() }, { headers: { 'Cache-Control': 'no-store' } }),
  );
}
