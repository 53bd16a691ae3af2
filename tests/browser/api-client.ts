import type { APIRequestContext, APIResponse } from '@playwright/test';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/** A small client made from nothing but the OpenAPI document, as anybody's generator would make one. */

type Schema = Record<string, unknown>;
type Content = Record<string, { schema: Schema }>;
export type Operation = {
  operationId: string;
  parameters: { name: string; in: 'path' | 'query'; required?: boolean }[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content?: Content }>;
  security?: unknown[];
};
export type ApiDocument = {
  servers: [{ url: string }];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};
export type Line = { path: string; method: string; operation: Operation };

export type Call = { parameters?: Record<string, string | number>; body?: unknown; headers?: Record<string, string> };
export type Answered = { status: number; headers: Record<string, string>; json: unknown; text: string };
export type Client = Record<string, (call?: Call) => Promise<Answered>>;

export function lines({ paths }: ApiDocument): Line[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
}

/** operationId → function. Whatever comes back is held against what the document says of that status, and must be said there. */
export function clientOf(document: ApiDocument, request: APIRequestContext): Client {
  const check = checker(document);
  return Object.fromEntries(
    lines(document).map((line) => [
      line.operation.operationId,
      async (call: Call = {}) => check(line, await send(document, request, line, call)),
    ]),
  );
}

export function addressOf(
  { servers }: ApiDocument,
  { path, operation }: Line,
  parameters: Call['parameters'] = {},
): string {
  const query = new URLSearchParams();
  let filled = path;
  for (const [name, value] of Object.entries(parameters)) {
    const known = operation.parameters.find((each) => each.name === name);
    if (known?.in === 'path') filled = filled.replace(`{${name}}`, encodeURIComponent(value));
    else query.set(name, String(value));
  }
  return `${servers[0].url}${filled}${query.size === 0 ? '' : `?${query}`}`;
}

function send(document: ApiDocument, request: APIRequestContext, line: Line, call: Call): Promise<APIResponse> {
  return request.fetch(addressOf(document, line, call.parameters), {
    method: line.method,
    ...(call.headers === undefined ? {} : { headers: call.headers }),
    // A text goes out as it is: given as a text, one that is no JSON would be made JSON on the way.
    ...(call.body === undefined ? {} : { data: typeof call.body === 'string' ? Buffer.from(call.body) : call.body }),
  });
}

function checker(document: ApiDocument) {
  // Closed here, where the document is open: a field that it does not name would go unnoticed.
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema({ $id: 'doc', components: { schemas: closed(document.components.schemas) as Schema } });
  const compiled = new Map<string, ValidateFunction>();
  return async ({ method, path, operation }: Line, answer: APIResponse): Promise<Answered> => {
    const status = answer.status();
    const said = operation.responses[String(status)];
    const text = await answer.text();
    if (said === undefined) throw new Error(`${method} ${path} answered ${status}, which is not documented: ${text}`);
    const headers = answer.headers();
    const type = headers['content-type']?.split(';')[0] ?? '';
    const schema = said.content?.[type]?.schema;
    if (said.content !== undefined && schema === undefined)
      throw new Error(`${method} ${path} gave ${type || 'nothing'}`);
    const json: unknown = type === 'application/json' ? JSON.parse(text) : undefined;
    if (schema !== undefined && json !== undefined) {
      const key = `${method} ${path} ${status}`;
      const validate = compiled.get(key) ?? ajv.compile(pointed(closed(schema)) as Schema);
      compiled.set(key, validate);
      if (!validate(json)) throw new Error(`${key}: ${ajv.errorsText(validate.errors).slice(0, 2_000)}`);
    }
    return { status, headers, json, text };
  };
}

/** Objects whose fields are named have no others, unless the schema says so. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, closed(each)]));
  const isObject = 'properties' in inner && inner.type === 'object' && !('additionalProperties' in inner);
  return isObject ? { ...inner, additionalProperties: false } : inner;
}

function pointed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pointed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      key === '$ref' && typeof each === 'string' ? each.replace(/^#/, 'doc#') : pointed(each),
    ]),
  );
}
