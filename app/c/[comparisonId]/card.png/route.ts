import { picture } from '../../../_picture';
import { cardOf } from '../../../_queries/card';
import { frozen } from '../../../_queries/frozen';
import { respond } from '../../../api/_respond';

type Context = { params: Promise<{ comparisonId: string }> };

/** A day, not for good: a comparison can be deleted, and its picture with it. */
const DAY = 86_400;

export function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const { comparisonId } = await params;
    const query = new URL(request.url).searchParams;
    const { comparison } = await frozen(comparisonId, { blind: query.get('blind'), key: query.get('key') });
    return picture(request, await cardOf(comparison), DAY);
  });
}
