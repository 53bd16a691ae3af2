import { describe, expect, it } from 'vitest';
import { newcombe, wilson } from '#lib/framing/intervals';

// Newcombe 1998, Statistics in Medicine 17: 857–872, table I, method 3.
describe('Wilson', () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d', (k, n, low, high) => {
    expect(wilson(k, n).low).toBeCloseTo(low, 4);
    expect(wilson(k, n).high).toBeCloseTo(high, 4);
  });

  it('is the mirror image for the rest', () => {
    expect(wilson(20, 20).high).toBe(1);
    expect(wilson(20, 20).low).toBeCloseTo(1 - 0.1611, 4);
  });

  it('knows nothing without observations', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });
});

// Newcombe 1998, Statistics in Medicine 17: 873–890, table II, method 10.
describe('Newcombe', () => {
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%d of %d against %d of %d', (k, n, l, m, low, high) => {
    const interval = newcombe({ k, n }, { k: l, n: m });
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('turns round with its sides', () => {
    const one = newcombe({ k: 5, n: 56 }, { k: 0, n: 29 });
    const two = newcombe({ k: 0, n: 29 }, { k: 5, n: 56 });
    expect(one.low).toBeCloseTo(-two.high, 12);
    expect(one.low).toBeCloseTo(-0.0381, 4);
    expect(one.high).toBeCloseTo(0.1926, 4);
  });
});
