import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { type Asked, type Endpoint, type Given, MOST_BODY_BYTES, type Permission } from '#lib/api/endpoint';
import { type ApiPath, type EndpointAt, type Endpoints, endpointsAt } from '#lib/api/endpoints';
import { accepts, isSameCopy, readBody, readParameters } from '#lib/api/read-request';
import { SynopticError, statusOf, toErrorBody } from '#lib/errors';
import { needCompare, needWrite } from '../_queries/permission';

/** What Next hands a route: the request and the names in its path. */
type Route = (request: Request, context: { params: Promise<Record<string, string | string[]>> }) => Promise<Response>;

const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
type Routes = Record<(typeof METHODS)[number], Route>;

/** JSON with 200 unless said otherwise; a `Response` is sent as it is. */
export type Reply<E> =
  | { json: Given<E>; status?: number; headers?: Record<string, string> }
  | { status: 204 }
  | Response;

type Handler<E> = (asked: Asked<E>, request: Request) => Promise<Reply<E>>;
/** Of whichever endpoint: what it is given was checked by that endpoint's own shapes. */
type AnyHandler = (asked: object, request: Request) => Promise<Reply<{ answers: { 200: { json: z.ZodUnknown } } }>>;

export type Handlers<P extends ApiPath> = {
  [M in Extract<Endpoints, { path: P }>['method']]: Handler<EndpointAt<P, M>>;
};

/**
 * The handlers of one path, every method answered: what the table has no line for is a 405 that names what there is. A route exports
 * all that this gives, because Next would answer the others itself, without our shape of an error.
 */
export function serve<P extends ApiPath>(path: P, handlers: Handlers<P>): Routes {
  const endpoints = endpointsAt(path);
  const known = handlers as unknown as Record<string, AnyHandler | undefined>;
  const allowed = allowedBy(endpoints);
  const route: Route = async (request, { params }) => {
    if (request.method === 'OPTIONS') return preflight(allowed);
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const endpoint = endpoints.find((each) => each.method === method);
    const handler = known[method];
    return answer(request, async () => {
      if (endpoint === undefined || handler === undefined) {
        const message = `${request.method} is not possible here; ${allowed} are.`;
        throw new SynopticError('method-not-allowed', message, { subject: request.method });
      }
      return handle(endpoint, handler, request, await params);
    }).then((response) => {
      if (response.status === 405) response.headers.set('Allow', allowed);
      return response;
    });
  };
  return Object.fromEntries(METHODS.map((method) => [method, route])) as Routes;
}

/** Any method at an address the API does not have. */
export const nothingThere: Route = async (request) => {
  if (request.method === 'OPTIONS') return preflight('OPTIONS');
  return answer(request, async () => {
    const { pathname } = new URL(request.url);
    const message = `There is no ${pathname.slice(0, 200)}; /api/v1/openapi.json lists what there is.`;
    throw new SynopticError('unknown-path', message, { subject: 'path' });
  });
};

async function handle(
  endpoint: Endpoint,
  handler: AnyHandler,
  request: Request,
  params: Record<string, string | string[]>,
): Promise<Response> {
  checkAccept(endpoint, request);
  await needPermission(endpoint.who);
  const asked = {
    params: endpoint.params === undefined ? undefined : readParameters(endpoint.params, decoded(params)),
    query: endpoint.query === undefined ? undefined : readParameters(endpoint.query, new URL(request.url).searchParams),
    body: endpoint.body === undefined ? undefined : readBody(endpoint.body, await readJson(request, endpoint)),
  };
  const reply = await handler(asked, request);
  if (reply instanceof Response) return reply;
  if (!('json' in reply)) return new Response(null, { status: reply.status });
  const { json, status = 200, headers = {} } = reply;
  return Response.json(json, { status, headers: { 'Cache-Control': 'no-cache', ...headers } });
}

async function needPermission(who: Permission): Promise<void> {
  if (who === 'owner') await needWrite();
  if (who === 'comparing') await needCompare();
}

function checkAccept({ answers }: Endpoint, request: Request): void {
  const types = Object.values(answers).flatMap(({ json, types = [] }) => [
    ...(json === undefined ? [] : ['application/json']),
    ...types,
  ]);
  if (types.length === 0 || accepts(request.headers.get('accept'), types)) return;
  throw new SynopticError('not-acceptable', `This is given as ${types.join(' or ')}.`, { subject: 'Accept' });
}

function decoded(params: Record<string, string | string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, decodeURIComponent(String(value))]));
}

/** @throws SynopticError `unsupported-type`, `too-large`, `bad-json` */
async function readJson(request: Request, { mostBytes = MOST_BODY_BYTES }: Endpoint): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    const message = `Send JSON, with Content-Type: application/json${type ? `, not ${type.slice(0, 80)}` : ''}.`;
    throw new SynopticError('unsupported-type', message, { subject: 'Content-Type' });
  }
  const text = await readText(request, mostBytes);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SynopticError('bad-json', 'The body is not JSON.', { subject: 'body', cause });
  }
}

/** Stops reading where the limit is passed: an announced length may be wrong, and none may be announced. */
async function readText(request: Request, mostBytes: number): Promise<string> {
  const tooLarge = () =>
    new SynopticError('too-large', `The body may have at most ${mostBytes} bytes.`, { subject: 'body' });
  if (Number(request.headers.get('content-length')) > mostBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > mostBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Runs it, turns what is thrown into the one shape, and gives reads a tag, `304` and their place in other people's pages. */
export async function answer(request: Request, work: () => Promise<Response>): Promise<Response> {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const response = await work().catch((error: unknown) => {
    if (!(error instanceof SynopticError)) console.error(error);
    const body = toErrorBody(error);
    const failed = Response.json(body, { status: statusOf(body.error.code), headers: { 'Cache-Control': 'no-store' } });
    if (body.error.code === 'rate-limited') failed.headers.set('Retry-After', '3600');
    return failed;
  });
  if (!isRead) return response;
  response.headers.set('Access-Control-Allow-Origin', '*');
  response.headers.set('Access-Control-Expose-Headers', 'ETag');
  if (response.status !== 200) return withoutBody(request, response);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  const headers = new Headers(response.headers);
  headers.set('ETag', etag);
  if (isSameCopy(request.headers.get('if-none-match'), etag)) {
    headers.delete('Content-Type');
    headers.delete('Content-Disposition');
    return new Response(null, { status: 304, headers });
  }
  return withoutBody(request, new Response(bytes, { headers }));
}

function withoutBody(request: Request, response: Response): Response {
  return request.method === 'HEAD'
    ? new Response(null, { status: response.status, headers: response.headers })
    : response;
}

/** Reads are for any page's script, without whoever reads it: no cookie and no token crosses over. Changes are for our own pages and for tools. */
function preflight(allowed: string): Response {
  return new Response(null, {
    status: 204,
    headers: {
      Allow: allowed,
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
      'Access-Control-Allow-Headers': 'Accept, If-None-Match',
      'Access-Control-Max-Age': '86400',
    },
  });
}

function allowedBy(endpoints: readonly Endpoint[]): string {
  const own = endpoints.map(({ method }) => method as string);
  return ['OPTIONS', ...(own.includes('GET') ? ['HEAD'] : []), ...own].sort().join(', ');
}
