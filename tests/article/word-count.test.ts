import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordCount } from '#lib/article/word-count';

describe('wordCount', () => {
  it.each([
    ['', 0],
    ['one — two', 2],
    ['* * *', 0],
    ['«Ö» 3 …', 2],
    ['narrow\u202Fspace and\u00A0hard', 4],
    ['東京で雨', 3],
  ])('%j: %i', (text, words) => {
    expect(wordCount(text)).toBe(words);
  });

  it('is the number of stretches between white space that hold a letter or a digit', () => {
    const sign = fc.constantFrom(
      'a',
      'Z',
      '7',
      ' ',
      '\t',
      '\u00A0',
      '\u2009',
      '\uFEFF',
      '-',
      '—',
      'é',
      'ж',
      '²',
      '’',
      '.',
    );
    fc.assert(
      fc.property(fc.string({ unit: sign }), (text) => {
        expect(wordCount(text)).toBe(text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length);
      }),
    );
  });
});
