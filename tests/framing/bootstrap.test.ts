import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentileInterval, pooled, resampleShares, seededDraws } from '#lib/framing/bootstrap';

const take = (draw: () => number, count: number): number[] => Array.from({ length: count }, draw);

describe('seeded draws', () => {
  it('depend on the seed alone', () => {
    expect(take(seededDraws('a'), 5)).toEqual(take(seededDraws('a'), 5));
    expect(take(seededDraws('a'), 5)).not.toEqual(take(seededDraws('b'), 5));
  });

  it('fill 0..1 evenly', () => {
    const draws = take(seededDraws('even'), 10_000);
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...draws)).toBeLessThan(1);
    for (let tenth = 0; tenth < 10; tenth++) {
      const inside = draws.filter((each) => Math.floor(each * 10) === tenth).length;
      expect(Math.abs(inside - 1000)).toBeLessThan(120);
    }
  });
});

describe('resampling', () => {
  it('pools sentences, not shares', () => {
    expect(
      pooled([
        { k: 1, n: 1 },
        { k: 0, n: 9 },
      ]),
    ).toBe(0.1);
    expect(pooled([])).toBe(0);
  });

  it('stays within what the articles hold and keeps its middle', () => {
    const share = fc
      .integer({ min: 1, max: 30 })
      .chain((n) => fc.record({ k: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));
    fc.assert(
      fc.property(fc.array(share, { minLength: 2, maxLength: 8 }), (articles) => {
        const shares = resampleShares(articles, 50, seededDraws('x'));
        const each = articles.map(({ k, n }) => k / n);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(Math.min(...each) - 1e-12);
        expect(Math.max(...shares)).toBeLessThanOrEqual(Math.max(...each) + 1e-12);
      }),
    );
    const articles = [2, 4, 6, 8, 10].map((k) => ({ k, n: 20 }));
    const shares = resampleShares(articles, 2000, seededDraws('y'));
    expect(shares.reduce((a, b) => a + b) / shares.length).toBeCloseTo(0.3, 2);
  });

  it('takes the middle 95 percent', () => {
    const values = Array.from({ length: 1001 }, (_, at) => at / 1000).reverse();
    expect(percentileInterval(values).low).toBeCloseTo(0.025, 9);
    expect(percentileInterval(values).high).toBeCloseTo(0.975, 9);
  });
});
