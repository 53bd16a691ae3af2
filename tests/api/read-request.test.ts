import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createComparison, freezeComparison } from '#lib/api/endpoints/comparisons';
import { addOutlet } from '#lib/api/endpoints/outlets';
import { listStories } from '#lib/api/endpoints/stories';
import { accepts, isSameCopy, readBody, readParameters } from '#lib/api/read-request';
import { toErrorBody } from '#lib/errors';

/** What is thrown, as `code subject: message`. */
function fault(work: () => unknown): string {
  try {
    return JSON.stringify(work());
  } catch (error) {
    const { code, subject, message } = toErrorBody(error).error;
    return `${code} ${subject} | ${message}`;
  }
}

describe('parameters', () => {
  it.each([
    ['', { limit: 20, minOutlets: 2, order: 'ranked' }],
    ['limit=5&search= ferry &order=newest', { limit: 5, minOutlets: 2, order: 'newest', search: 'ferry' }],
    ['from=2025-02-24&to=2025-02-24T12:00:00Z', { from: '2025-02-24', to: '2025-02-24T12:00:00Z' }],
  ])('?%s is understood', (query, expected) => {
    expect(readParameters(listStories.query, new URLSearchParams(query))).toMatchObject(expected);
  });

  it.each([
    ['limit=a', 'bad-input limit'],
    ['limit=101', 'bad-input limit'],
    ['limit=2.5', 'bad-input limit'],
    ['order=best', 'bad-input order'],
    ['from=yesterday', 'bad-input from'],
    ['from=2025-02-31', 'bad-input from'],
    ['country=Norway', 'bad-input country'],
    ['serch=ferry', 'bad-input serch | There is no parameter “serch” here.'],
    ['order=newest&order=ranked', 'bad-input order | order is given twice; once is meant.'],
    ['constructor=1', 'bad-input constructor'],
  ])('?%s: %s', (query, expected) => {
    expect(fault(() => readParameters(listStories.query, new URLSearchParams(query)))).toMatch(expected);
  });
});

describe('bodies', () => {
  const text = { text: 'A text.' };
  it.each([
    [createComparison, { sources: [text, { link: 'https://a.example/1' }] }],
    [createComparison, { story: 's1', reference: 'a', articles: ['a', 'b'], codebooks: ['generic'] }],
    [createComparison, { schema: 'frozen/1', comparison: {}, view: {} }],
    [freezeComparison, { job: 'j', view: { view: 'side' } }],
    [addOutlet, { address: 'harbour.example' }],
  ])('%# is taken as it is', ({ body }, given) => {
    expect(readBody(body as z.ZodType, given)).toEqual(given);
  });

  // The sender is told of the shape that comes nearest, not that "no shape fits".
  it.each([
    [createComparison, { sources: [text] }, 'invalid-body sources |'],
    [createComparison, { sources: ['a', 'b'] }, 'invalid-body sources.0 |'],
    [
      createComparison,
      { sources: [text, { link: 'ftp://a.example' }] },
      'invalid-body sources.1.link | sources.1.link: must begin with http:// or https://.',
    ],
    [createComparison, { story: 's1', refrence: 'a' }, 'invalid-body refrence | There is no field “refrence” here.'],
    [createComparison, { story: 7 }, 'invalid-body story |'],
    [freezeComparison, { story: 's1', includePartial: 'yes' }, 'invalid-body includePartial |'],
    [addOutlet, { name: 'The Pier', feeds: [] }, 'invalid-body feeds |'],
    [addOutlet, 'text', 'invalid-body body |'],
    [addOutlet, null, 'invalid-body body |'],
  ])('%#: %j', ({ body }, given, expected) => {
    expect(fault(() => readBody(body as z.ZodType, given))).toContain(expected);
  });
});

it.each([
  [null, true],
  ['', true],
  ['*/*', true],
  ['text/html, application/json;q=0.5', true],
  ['APPLICATION/JSON; charset=utf-8', true],
  ['application/*', true],
  ['image/png, */*;q=0.1', true],
  ['image/png', false],
  ['application/json;q=0', false],
  ['application/xml', false],
])('Accept: %s leaves room for JSON: %s', (header, expected) => {
  expect(accepts(header, ['application/json'])).toBe(expected);
});

it.each([
  [null, false],
  ['"a"', true],
  ['W/"a"', true],
  ['"b", "a"', true],
  ['*', true],
  ['"b"', false],
  ['a', false],
])('If-None-Match: %s has "a": %s', (header, expected) => {
  expect(isSameCopy(header, '"a"')).toBe(expected);
});

it('a shape without a union says its own first fault', () => {
  expect(fault(() => readBody(z.strictObject({ a: z.number() }), { a: 'x' }))).toContain('invalid-body a |');
});
