import type { z } from 'zod';
import { type ErrorCode, SynopticError } from '../errors';

/** What the API says of requests it cannot take. Pure: what came in is an argument. */

/** @throws SynopticError `bad-input` naming the parameter. */
export function readParameters<S extends z.ZodObject>(schema: S, given: URLSearchParams | Record<string, string>) {
  const pairs = given instanceof URLSearchParams ? [...given] : Object.entries(given);
  const values: Record<string, string> = {};
  for (const [key, value] of pairs) {
    if (Object.hasOwn(values, key))
      throw new SynopticError('bad-input', `${key} is given twice; once is meant.`, { subject: key });
    values[key] = value;
  }
  return checked(schema, values, 'bad-input', 'parameter');
}

/** @throws SynopticError `invalid-body` naming the field. */
export function readBody<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  return checked(schema, body, 'invalid-body', 'field');
}

function checked<S extends z.ZodType>(schema: S, value: unknown, code: ErrorCode, what: string): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = telling(parsed.error.issues);
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    throw new SynopticError(code, `There is no ${what} “${key.slice(0, 80)}” here.`, { subject: key.slice(0, 80) });
  }
  const field = issue.path.map(String).join('.') || 'body';
  throw new SynopticError(code, `${field}: ${issue.message}.`, { subject: field });
}

type Issue = z.core.$ZodIssue;

/**
 * The first issue; of a choice of shapes, the first one in the shape that comes nearest to what was sent. "Invalid input" is all a
 * union says by itself: {"sources": ["a"]} fails three shapes, and only one of them is what the sender meant.
 */
function telling(issues: readonly Issue[]): Issue {
  const [first] = issues;
  if (first === undefined) throw new Error('a failed check has no issue');
  if (first.code !== 'invalid_union') return first;
  const nearest = [...first.errors].filter((each) => each.length > 0).sort((a, b) => distance(a) - distance(b))[0];
  if (nearest === undefined) return first;
  const inner = telling(nearest);
  return { ...inner, path: [...first.path, ...inner.path] };
}

/** Missing and unknown fields at the top say most that another shape was meant. */
function distance(issues: readonly Issue[]): number {
  return issues.reduce((sum, issue) => {
    if (issue.code === 'unrecognized_keys') return sum + 10 * issue.keys.length;
    return sum + (issue.path.length <= 1 ? 9 : 1);
  }, 0);
}

/** Whether an `Accept` header leaves room for one of these types; none at all leaves room for everything. */
export function accepts(header: string | null, types: readonly string[]): boolean {
  if (header === null || header.trim() === '') return true;
  const ranges = header.split(',').flatMap((part) => {
    const [range = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    return parameters.some((each) => /^q=0(\.0*)?$/.test(each)) ? [] : [range];
  });
  return types.some((type) =>
    ranges.some((range) => range === '*/*' || range === type || range === `${type.split('/')[0]}/*`),
  );
}

/** Whether the copy at hand, known by the tags of `If-None-Match`, is this one; a proxy may have made them weak. */
export function isSameCopy(header: string | null, etag: string): boolean {
  if (header === null) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
}
