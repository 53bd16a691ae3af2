import { SynopticError, statusOf, toErrorBody } from '#lib/errors';

/** Every endpoint answers through here: JSON, one error shape, one table from error codes to statuses. */
export async function respond(work: () => Promise<Response | object>): Promise<Response> {
  try {
    const answer = await work();
    return answer instanceof Response ? answer : Response.json(answer);
  } catch (error) {
    if (!(error instanceof SynopticError)) console.error(error);
    const body = toErrorBody(error);
    return Response.json(body, { status: statusOf(body.error.code) });
  }
}

/** The body as JSON. @throws SynopticError `bad-json`, or `too-large` beyond `most` characters. */
export async function readJsonBody(request: Request, most = 20_000_000): Promise<unknown> {
  const text = await request.text();
  if (text.length > most) {
    throw new SynopticError('too-large', `The body has ${text.length} characters; at most ${most} are read.`, {
      subject: 'body',
    });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SynopticError('bad-json', 'The body is not JSON.', { subject: 'body', cause });
  }
}
