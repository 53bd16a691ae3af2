import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Mark, segmentsOf, wordsShared } from '#lib/text/segments';

const mark = (start: number, end: number, kind: Mark['kind'] = 'shared'): Mark => ({ start, end, kind });

describe('segmentsOf', () => {
  it.each([
    ['no marks', 'abc', [], ['abc:']],
    ['one in the middle', 'abcde', [mark(1, 3)], ['a:', 'bc:shared', 'de:']],
    [
      'overlap',
      'abcdef',
      [mark(0, 4), mark(2, 6, 'difference')],
      ['ab:shared', 'cd:shared+difference', 'ef:difference'],
    ],
    ['the longer is the outer', 'abcd', [mark(1, 2, 'hit'), mark(0, 4)], ['a:shared', 'b:shared+hit', 'cd:shared']],
    ['beyond the text', 'abc', [mark(-2, 9)], ['abc:shared']],
    ['empty', 'abc', [mark(1, 1)], ['abc:']],
  ])('%s', (_name, text, marks, expected) => {
    expect(
      segmentsOf(text, marks).map((each) => `${each.text}:${each.marks.map(({ kind }) => kind).join('+')}`),
    ).toEqual(expected);
  });

  it('joined, the segments are the text; every mark opens and closes once', () => {
    const marks = fc.array(fc.record({ start: fc.nat(30), end: fc.nat(30), kind: fc.constant('shared' as const) }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), marks, (text, given) => {
        const segments = segmentsOf(text, given);
        expect(segments.map((each) => each.text).join('')).toBe(text);
        const real = given.filter(({ start, end }) => start < Math.min(end, text.length)).length;
        expect(segments.flatMap((each) => each.opening)).toHaveLength(real);
        expect(segments.flatMap((each) => each.closing)).toHaveLength(real);
      }),
    );
  });
});

describe('wordsShared', () => {
  it.each([
    ['in the order of the text', 'the old bridge', [mark(8, 14), mark(4, 7)], ['old', 'bridge']],
    ['one wording once', 'old and old', [mark(0, 3), mark(8, 11)], ['old']],
    ['other marks are said where they stand', 'old bridge', [mark(0, 3, 'hit'), mark(4, 10)], ['bridge']],
    ['none', 'old bridge', [], []],
  ])('%s', (_name, text, marks, expected) => {
    expect(wordsShared(text, marks)).toEqual(expected);
  });
});
