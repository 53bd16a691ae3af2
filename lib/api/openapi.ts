import { z } from 'zod';
import { type ErrorCode, statusOf } from '../errors';
import { type Endpoint, errorsOf, MOST_BODY_BYTES } from './endpoint';
import { API_ROOT } from './endpoints';
import { problem } from './shapes';

type Json = Record<string, unknown>;

/**
 * The OpenAPI 3.1 document, from the schemas that requests are checked by. 3.1 because its schemas are plain JSON Schema: what
 * `z.toJSONSchema` writes stands in it as it is, where 3.0 would need a translation that could say something else.
 */
export function openApiDocument(endpoints: readonly Endpoint[], version: string): Json {
  const schemas: Json = {};
  const schemaOf = (schema: z.ZodType): Json => hoisted(schema, schemas);
  const paths: Record<string, Json> = {};
  for (const each of endpoints) {
    paths[each.path] = { ...paths[each.path], [each.method.toLowerCase()]: operation(each, schemaOf) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Synoptic',
      version,
      summary: 'How news outlets report the same event.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: API_ROOT }],
    tags: [...new Set(endpoints.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas,
      securitySchemes: {
        owner: { type: 'http', scheme: 'bearer', description: 'SYNOPTIC_ADMIN_TOKEN; none is needed on loopback.' },
      },
    },
  };
}

function operation(each: Endpoint, schemaOf: (schema: z.ZodType) => Json): Json {
  const { id, summary, tag, params, query, body, answers, who, mostBytes = MOST_BODY_BYTES } = each;
  return {
    operationId: id,
    summary,
    tags: [tag],
    ...(who === 'everybody' ? {} : { security: [{ owner: [] }, ...(who === 'comparing' ? [{}] : [])] }),
    parameters: [...parameters('path', params, schemaOf), ...parameters('query', query, schemaOf)],
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            description: `At most ${mostBytes} bytes.`,
            content: { 'application/json': { schema: schemaOf(body) } },
          },
        }),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, success(answer, schemaOf)])),
      ...(each.method === 'GET' ? { 304: { description: 'As it was: `If-None-Match` holds.' } } : {}),
      ...failures(errorsOf(each), schemaOf),
    },
  };
}

function success(
  { description, json, types = [] }: Endpoint['answers'][number],
  schemaOf: (s: z.ZodType) => Json,
): Json {
  const content = {
    ...(json === undefined ? {} : { 'application/json': { schema: schemaOf(json) } }),
    ...Object.fromEntries(types.map((type) => [type, { schema: { type: 'string' } }])),
  };
  return { description, ...(Object.keys(content).length === 0 ? {} : { content }) };
}

/** One answer a status, with the codes that have it. */
function failures(codes: readonly ErrorCode[], schemaOf: (schema: z.ZodType) => Json): Json {
  const statuses = [...new Set(codes.map(statusOf))].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: codes.filter((code) => statusOf(code) === status).join(', '),
        content: { 'application/json': { schema: schemaOf(problem) } },
      },
    ]),
  );
}

function parameters(
  place: 'path' | 'query',
  schema: z.ZodObject | undefined,
  schemaOf: (s: z.ZodType) => Json,
): Json[] {
  return Object.entries(schema?.shape ?? {}).map(([name, each]) => {
    const { description, ...rest } = schemaOf(each as z.ZodType);
    return {
      name,
      in: place,
      ...(place === 'path' ? { required: true } : {}),
      ...(description === undefined ? {} : { description }),
      schema: rest,
    };
  });
}

/** A schema's JSON, its named parts moved to the document's components. */
function hoisted(schema: z.ZodType, schemas: Json): Json {
  // As given, not as read: what a default fills in need not be sent, and objects stay open to fields of later versions.
  const { $schema: _, $defs = {}, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
  for (const [name, part] of Object.entries($defs as Json)) schemas[name] = pointed(part);
  const name = z.globalRegistry.get(schema)?.id;
  // A named one may come as itself or as a pointer to itself.
  if (name === undefined || '$ref' in json) return pointed(json) as Json;
  schemas[name] = pointed(json);
  return { $ref: `#/components/schemas/${name}` };
}

function pointed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pointed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      // The name a schema is registered under is no part of it.
      .filter(([key, each]) => !(key === 'id' && typeof each === 'string'))
      .map(([key, each]) => [
        key,
        key === '$ref' && typeof each === 'string' ? each.replace('#/$defs/', '#/components/schemas/') : pointed(each),
      ]),
  );
}
