import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { krippendorffAlpha } from '#lib/framing/agreement';

/** Rows of coders, as papers print them ("." no code) → units. */
function unitsOf(...coders: string[]): (string | undefined)[][] {
  const rows = coders.map((row) => row.split(' '));
  return (rows[0] ?? []).map((_, unit) => rows.map((row) => (row[unit] === '.' ? undefined : row[unit])));
}

const alphaOf = (units: (string | undefined)[][]) => {
  const found = krippendorffAlpha(units);
  return 'alpha' in found ? found.alpha : undefined;
};

// Krippendorff 2011, Computing Krippendorff's alpha-reliability, sections A, B and C.
describe('Krippendorff’s alpha', () => {
  it('two coders, two codes', () => {
    expect(alphaOf(unitsOf('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'))).toBeCloseTo(0.095, 3);
  });

  it('two coders, five codes', () => {
    expect(alphaOf(unitsOf('a a b b d c c c e d d a', 'b a b b b c c c e d d d'))).toBeCloseTo(0.692, 3);
  });

  it('four coders, five codes, gaps', () => {
    const units = unitsOf(
      '1 2 3 3 2 1 4 1 2 . . .',
      '1 2 3 3 2 2 4 1 2 5 . 3',
      '. 3 3 3 2 3 4 2 2 5 1 .',
      '1 2 3 3 2 4 4 1 2 5 1 .',
    );
    expect(alphaOf(units)).toBeCloseTo(0.743, 3);
    // The last unit has one code and does not count.
    expect(krippendorffAlpha(units)).toMatchObject({ units: 11, codes: 40 });
  });
});

describe('what alpha cannot tell', () => {
  it.each<[string, (string | undefined)[][], string]>([
    ['no unit', [], 'too-few'],
    ['one coder', [['a'], ['b']], 'too-few'],
    [
      'nobody twice',
      [
        ['a', undefined],
        [undefined, 'b'],
      ],
      'too-few',
    ],
    [
      'one code only',
      [
        ['a', 'a'],
        ['a', 'a'],
      ],
      'no-variation',
    ],
  ])('%s', (_, units, code) => {
    expect(krippendorffAlpha(units)).toMatchObject({ code });
  });
});

it('is 1 for perfect agreement, and the same whatever the order', () => {
  const code = fc.constantFrom('a', 'b', undefined);
  fc.assert(
    fc.property(fc.array(fc.array(code, { minLength: 2, maxLength: 4 }), { minLength: 2, maxLength: 12 }), (units) => {
      const alpha = alphaOf(units);
      const turned = alphaOf([...units].reverse().map((each) => [...each].reverse()));
      if (alpha === undefined) expect(turned).toBeUndefined();
      else expect(turned).toBeCloseTo(alpha, 12);
      expect(alpha ?? 0).toBeLessThanOrEqual(1);
    }),
  );
  expect(
    alphaOf([
      ['a', 'a'],
      ['b', 'b'],
      ['b', 'b'],
    ]),
  ).toBe(1);
});
