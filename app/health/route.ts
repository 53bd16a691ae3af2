import { health } from '../_queries/health';
import { respond } from '../api/_respond';

export const dynamic = 'force-dynamic';

export function GET(): Promise<Response> {
  return respond(health);
}
