import { expect, it, vi } from 'vitest';
import { SynopticError, toErrorBody } from '#lib/errors';

it('an expected failure is known as one by another copy of the class (it was told as “something went wrong”)', async () => {
  vi.resetModules();
  const other = await import('#lib/errors');
  expect(other.SynopticError).not.toBe(SynopticError);
  const error = new SynopticError('not-a-feed', 'No feed here.', { subject: 'url' });
  expect(error).toBeInstanceOf(other.SynopticError);
  expect(other.toErrorBody(error)).toEqual(toErrorBody(error));
});

it.each([new Error('a path'), new TypeError('x'), 'text', undefined, { name: 'SynopticError', code: 'x' }])(
  '%s is a surprise and keeps its text to itself',
  (error) => {
    expect(error).not.toBeInstanceOf(SynopticError);
    expect(toErrorBody(error).error.code).toBe('internal');
  },
);
