import { z } from 'zod';
import type { ErrorCode } from '../errors';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** Who may ask: everybody; whoever may change what is stored; or visitors too, as far as SYNOPTIC_PUBLIC_COMPARING lets them. */
export type Permission = 'everybody' | 'owner' | 'comparing';

/** What an endpoint gives: JSON of a shape, else text of these types, else nothing. */
export type Answer = { description: string; json?: z.ZodType; types?: readonly string[] };

/**
 * One line of the API: what handlers check a request by, what the OpenAPI document is made from, and what the README is held against.
 * `path` counts from /api/v1; `params` has a key for each name in braces.
 */
export type Endpoint = {
  /** `operationId`: the name of the function a generated client gets. */
  id: string;
  method: Method;
  path: string;
  summary: string;
  tag: string;
  who: Permission;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Bytes of a body that are read at most. */
  mostBytes?: number;
  answers: Record<number, Answer>;
  /** Beyond those every endpoint can give. */
  errors: readonly ErrorCode[];
};

/** Keeps the exact types, so that a handler knows what it is given. */
export function endpoint<const E extends Endpoint>(one: E): E {
  return one;
}

export const MOST_BODY_BYTES = 1_000_000;

/** Errors any endpoint can give, and those of any that takes a body or may be refused. */
export function errorsOf({ errors, who, body }: Endpoint): ErrorCode[] {
  return [
    ...errors,
    'bad-input',
    'not-acceptable',
    ...(who === 'everybody' ? [] : (['not-allowed'] as const)),
    ...(who === 'comparing' ? (['rate-limited'] as const) : []),
    ...(body === undefined ? [] : (['bad-json', 'unsupported-type', 'too-large', 'invalid-body'] as const)),
    'store-unavailable',
    'internal',
  ].filter((code, at, all) => all.indexOf(code) === at) as ErrorCode[];
}

type Parsed<E, K extends string> = E extends Record<K, infer S extends z.ZodType> ? z.output<S> : undefined;
type JsonOf<A> = A extends { json: infer S extends z.ZodType } ? z.output<S> : never;

/** What a handler of this endpoint is given … */
export type Asked<E> = { params: Parsed<E, 'params'>; query: Parsed<E, 'query'>; body: Parsed<E, 'body'> };
/** … and the JSON it may give back. */
export type Given<E> = E extends { answers: infer A } ? JsonOf<A[keyof A]> : never;

export const idParams = z.object({ id: z.string().min(1).max(300) });

/** Every list: how many at once, and where to go on. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(100).default(20).describe('How many at most.'),
  cursor: z.string().max(500).optional().describe('The `nextCursor` of the page before.'),
};
