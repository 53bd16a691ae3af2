import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centred, dot } from '#lib/text/embedding';

const close = (values: Float32Array) => Array.from(values, (value) => Math.round(value * 100) / 100 + 0);

describe('embeddings seen from their middle', () => {
  it.each([
    [
      'two lie on opposite sides',
      [
        [1, 0],
        [0, 1],
      ],
      [
        [0.71, -0.71],
        [-0.71, 0.71],
      ],
    ],
    [
      'what all share is gone',
      [
        [9, 1, 0],
        [9, 0, 1],
      ],
      [
        [0, 0.71, -0.71],
        [0, -0.71, 0.71],
      ],
    ],
    ['one alone is nowhere', [[3, 4]], [[0, 0]]],
    ['none are none', [], []],
  ])('%s', (_, given, seen) => {
    expect(centred(given.map((each) => Float32Array.from(each))).map(close)).toEqual(seen);
  });

  it('a text in the very middle of all others is like none of them, not like whatever rounding makes of it', () => {
    const points = [
      [0, 0, 0, -99.99983215332031],
      [0, 0, 1.1328866112203489e-18, 99.99983215332031],
      [0, 9.440555462400592e-20, 0, 0],
    ];
    const middle = centred(points.map((each) => Float32Array.from(each)))[2];
    expect([...(middle ?? [])]).toEqual([0, 0, 0, 0]);
  });

  it('cosines stand between −1 and 1, and moving all texts alike changes none', () => {
    const point = fc.float32Array({ minLength: 4, maxLength: 4, noNaN: true, min: -100, max: 100 });
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 8 }), (points) => {
        const moved = points.map((each) => each.map((value) => value + 7));
        const [here, there] = [centred(points), centred(moved)];
        for (const [at, one] of here.entries()) {
          for (const [other, two] of here.entries()) {
            const cosine = dot(one, two);
            expect(Math.abs(cosine)).toBeLessThanOrEqual(1.001);
            // Where all are one point there is no direction to compare.
            const spread = Math.max(
              ...points.map((each) => Math.hypot(...each.map((v, k) => v - (points[0]?.[k] ?? 0)))),
            );
            const again = dot(there[at] ?? one, there[other] ?? two);
            if (spread > 1) expect(again).toBeCloseTo(cosine, 1);
          }
        }
      }),
    );
  });
});
