import { exportCodebook } from '../../../_queries/codebooks';
import { respond } from '../../../api/_respond';
import { numberIn } from '../number-in';

export const dynamic = 'force-dynamic';

/** The codebook as a file that can be imported elsewhere; `?number=` for an older version, 0 for what is shipped. */
export function GET(request: Request, { params }: RouteContext<'/codebooks/[codebookId]/json'>): Promise<Response> {
  return respond(async () => {
    const { codebookId } = await params;
    const number = numberIn(new URL(request.url).searchParams.get('number') ?? undefined);
    const { json, tag, file } = await exportCodebook(codebookId, number);
    const headers = {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${file}"`,
      ETag: `"${tag}"`,
    };
    return new Response(json, { headers });
  });
}
