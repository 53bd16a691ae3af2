import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reuseOf, sketch } from '#lib/story/text-reuse';

const TEXT = 'the ferry ran aground on a sandbank near the old harbour wall shortly before noon'.split(' ');
const numbered = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => `word${from + at}`);

describe('reuse', () => {
  it.each([
    ['the same text', TEXT, TEXT, 1],
    ['a copy inside a longer text', TEXT, [...numbered(0, 40), ...TEXT, ...numbered(40, 80)], 1],
    ['nothing shared', TEXT, numbered(0, 40), 0],
    ['same words, other order', TEXT, [...TEXT].reverse(), 0],
    ['too short for a shingle', ['ferry', 'aground'], TEXT, 0],
    ['empty', [], TEXT, 0],
  ])('%s', (_, text, source, expected) => {
    expect(reuseOf(sketch(text), sketch(source))).toBe(expected);
  });

  it('asks how much of the first text is in the second, not the reverse', () => {
    const longer = [...TEXT, ...numbered(0, TEXT.length)];
    expect(reuseOf(sketch(longer), sketch(TEXT))).toBeLessThan(0.5);
    expect(reuseOf(sketch(TEXT), sketch(longer))).toBe(1);
  });

  it('estimates from samples when texts are long', () => {
    const half = sketch([...numbered(0, 2000), ...numbered(5000, 7000)]);
    expect(half).toHaveLength(256);
    expect(reuseOf(half, sketch(numbered(0, 4000)))).toBeGreaterThan(0.4);
    expect(reuseOf(half, sketch(numbered(0, 4000)))).toBeLessThan(0.6);
  });

  it('is a share, and whole for any text against itself', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 400 }), fc.array(fc.string(), { maxLength: 400 }), (a, b) => {
        const share = reuseOf(sketch(a), sketch(b));
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(reuseOf(sketch(a), sketch(a))).toBe(a.length >= 5 ? 1 : 0);
      }),
    );
  });
});
