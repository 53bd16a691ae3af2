import { describe, expect, it } from 'vitest';
import { conservativeLogRatio, exactInterval, logOdds } from '#lib/framing/log-odds';

// The worked example of the R package tidylo (vignette “Tidy log odds”): 32 cars by shape of engine and number of gears. It
// sets a group against all cars together, whose pseudo-counts are those of both groups added; `rest` is what to hand over so
// that the prior makes them up.
const CARS = { 3: [12, 3], 4: [2, 10], 5: [4, 1] } as const;

describe('log-odds with an informative prior', () => {
  it.each<[0 | 1, 3 | 4 | 5, number]>([
    [0, 3, 1.1728347],
    [0, 4, -1.3767516],
    [0, 5, 0.4033125],
    [1, 3, -1.1354777],
    [1, 4, 1.5661168],
    [1, 5, -0.436234],
  ])('engine %d, %d gears', (engine, gears, z) => {
    const all = CARS[gears][0] + CARS[gears][1];
    const group = { y: CARS[gears][engine], n: engine === 0 ? 18 : 14 };
    expect(logOdds(group, { y: 3 * all - all, n: 3 * 32 - 32 }, { word: all, all: 32 }).z).toBeCloseTo(z, 6);
  });

  it.each<[3 | 4 | 5, number, number]>([
    [3, 0.6968169, 1.8912729],
    [4, -1.252763, -1.969106],
    [5, 0.3249262, 0.5549172],
  ])('a prior of one each: %d gears', (gears, delta, z) => {
    const all = CARS[gears][0] + CARS[gears][1];
    const found = logOdds({ y: CARS[gears][0], n: 18 }, { y: all + 1, n: 32 + 3 }, { word: 1, all: 3 });
    expect(found.delta).toBeCloseTo(delta, 6);
    expect(found.z).toBeCloseTo(z, 6);
  });

  it('turns round with its sides, and is 0 for equals', () => {
    const [a, b, prior] = [
      { y: 9, n: 900 },
      { y: 2, n: 1100 },
      { word: 3, all: 500 },
    ];
    expect(logOdds(a, b, prior).z).toBeCloseTo(-logOdds(b, a, prior).z, 12);
    expect(logOdds(a, a, prior).z).toBe(0);
  });
});

// Newcombe 1998, Statistics in Medicine 17: 857–872, table I, method 5.
describe('Clopper and Pearson', () => {
  it.each([
    [81, 263, 0.2527, 0.3676],
    [15, 148, 0.0578, 0.1617],
    [0, 20, 0, 0.1684],
    [1, 29, 0.0009, 0.1776],
  ])('%d of %d', (k, n, low, high) => {
    expect(exactInterval(k, n).low).toBeCloseTo(low, 4);
    expect(exactInterval(k, n).high).toBeCloseTo(high, 4);
  });
});

describe('the conservative log ratio', () => {
  it.each<[string, [number, number, number, number], number, number]>([
    // By hand: Clopper and Pearson's lower bound for 10 of 10 is .025^(1/10) = .6915; log2(.6915 / .3085) = 1.1646.
    ['all in the first', [10, 100, 0, 100], 1, 1.1646],
    ['groups of different size', [10, 200, 0, 100], 1, 0.1646],
    ['all in the second', [0, 100, 10, 100], 1, -1.1646],
    ['equal', [5, 100, 5, 100], 1, 0],
    ['a large family', [10, 100, 0, 100], 1000, 0],
  ])('%s', (_, [k, n, l, m], family, expected) => {
    expect(conservativeLogRatio({ k, n }, { k: l, n: m }, family)).toBeCloseTo(expected, 3);
  });
});
