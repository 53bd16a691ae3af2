import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageLink, type Scored } from '#lib/story/average-link';

const pairs = (drawing: string): Scored[] =>
  drawing.split(' ').map((each) => {
    const [a, b, score] = each.split(/[-:](?=.)/).map(Number);
    return { a: a ?? 0, b: b ?? 0, score: score ?? 0 };
  });

describe('average link', () => {
  it.each([
    ['a pair above the cut', 2, [{ a: 0, b: 1, score: 1 }], [0, 0]],
    ['a pair below the cut', 2, [{ a: 0, b: 1, score: -1 }], [0, 1]],
    ['no pairs', 3, [], [0, 1, 2]],
    ['three alike', 3, pairs('0-1:3 1-2:3 0-2:3'), [0, 0, 0]],
    ['a chain breaks at its weaker link', 3, pairs('0-1:4 1-2:3'), [0, 0, 2]],
    ['one weak pair among strong ones is outvoted', 4, pairs('0-1:5 0-2:5 1-2:5 0-3:4 1-3:4'), [0, 0, 0, 0]],
    ['nothing at all', 0, [], []],
  ])('%s', (_, size, scored, expected) => {
    expect(averageLink(size, scored, { cut: 0, floor: -6 })).toEqual(expected);
  });

  it('asks for more where the smaller group is larger', () => {
    const twins = pairs('0-1:5 2-3:5 0-2:1 0-3:1 1-2:1 1-3:1');
    expect(averageLink(4, twins, { cut: 0.5, floor: -6 })).toEqual([0, 0, 0, 0]);
    expect(averageLink(4, twins, { cut: 0.5, rise: 1, floor: -6 })).toEqual([0, 0, 2, 2]);
    expect(averageLink(2, pairs('0-1:0.6'), { cut: 0.5, rise: 1, floor: -6 })).toEqual([0, 0]);
  });

  it('does not depend on the order of the pairs', () => {
    const scored = fc.uniqueArray(
      fc.record({
        a: fc.nat(8),
        gap: fc.integer({ min: 1, max: 8 }),
        score: fc.double({ min: -6, max: 6, noNaN: true }),
      }),
      { selector: ({ a, gap }) => `${a} ${a + gap}`, maxLength: 40 },
    );
    fc.assert(
      fc.property(scored, (found) => {
        const all = found.map(({ a, gap, score }) => ({ a, b: a + gap, score }));
        expect(averageLink(17, [...all].reverse(), { cut: 0, floor: -6 })).toEqual(
          averageLink(17, all, { cut: 0, floor: -6 }),
        );
      }),
    );
  });
});
