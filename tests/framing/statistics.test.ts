import { describe, expect, it } from 'vitest';
import type { Share } from '#lib/framing/bootstrap';
import { wilson } from '#lib/framing/intervals';
import { contrastShares, estimateShare, holm } from '#lib/framing/statistics';

const shares = (n: number, ...ks: number[]): Share[] => ks.map((k) => ({ k, n }));

describe('how much one outlet’s articles allow', () => {
  it('one: the count, no interval', () => {
    expect(estimateShare([{ k: 6, n: 23 }], 's')).toEqual({
      k: 6,
      n: 23,
      share: 6 / 23,
      articles: 1,
      articlesWith: 1,
      regime: 'one',
      caution: {
        code: 'one-article',
        message: 'A complete count of this article, not an estimate of the outlet.',
      },
    });
  });

  it.each<[string, Share[], string | undefined]>([
    ['nothing', [], 'nothing-counted'],
    ['one', shares(20, 3), 'one-article'],
    ['three', shares(20, 3, 4, 5), 'few-articles'],
    ['six without a hit', shares(20, 0, 0, 0, 0, 0, 0), 'no-variation'],
    ['six', shares(20, 3, 4, 5, 2, 1, 4), undefined],
  ])('says why it says little: %s', (_, articles, code) => {
    expect(estimateShare(articles, 's').caution?.code).toBe(code);
  });

  it.each([2, 3, 4])('%d: a rough interval on a third of the sentences', (count) => {
    const estimate = estimateShare(shares(20, ...Array.from({ length: count }, () => 5)), 's');
    const n = (20 * count) / 3.5;
    expect(estimate.regime).toBe('few');
    expect(estimate.interval).toEqual({ ...wilson(n / 4, n), method: 'wilson', rough: true });
  });

  it('five: cluster bootstrap, the same for the same seed', () => {
    const articles = shares(20, 0, 2, 5, 9, 4);
    const estimate = estimateShare(articles, 'seed');
    expect(estimate.regime).toBe('many');
    expect(estimate.interval).toMatchObject({ method: 'bootstrap', rough: false });
    expect(estimate).toEqual(estimateShare(articles, 'seed'));
    expect(estimate.interval?.low).toBeLessThan(0.2);
    expect(estimate.interval?.high).toBeGreaterThan(0.2);
  });

  it('is wider than sentences alone would make it when articles differ', () => {
    const { interval } = estimateShare(shares(20, 0, 0, 10, 0, 10, 0), 's');
    const naive = wilson(20, 120);
    expect((interval?.high ?? 0) - (interval?.low ?? 0)).toBeGreaterThan(1.5 * (naive.high - naive.low));
  });

  it('claims no certainty from five articles without a hit', () => {
    const estimate = estimateShare(shares(10, 0, 0, 0, 0, 0), 's');
    expect(estimate).toMatchObject({ k: 0, articlesWith: 0, interval: { method: 'wilson', rough: true, low: 0 } });
    expect(estimate.interval?.high).toBeGreaterThan(0.1);
  });

  it('nothing counted: nothing estimated', () => {
    const caution = { code: 'nothing-counted', message: 'No sentence was counted.' };
    expect(estimateShare([], 's')).toEqual({ k: 0, n: 0, articles: 0, articlesWith: 0, regime: 'one', caution });
    expect(estimateShare(shares(0, 0, 0), 's')).toEqual({
      k: 0,
      n: 0,
      articles: 2,
      articlesWith: 0,
      regime: 'few',
      caution,
    });
  });
});

describe('what a comparison may say', () => {
  const high = shares(20, 10, 12, 9, 11, 13, 10);
  const low = shares(20, 1, 2, 0, 1, 3, 2);

  it.each<[string, Share[], Share[], string]>([
    ['clearly more', high, low, 'a-more-often'],
    ['clearly less', low, high, 'b-more-often'],
    ['alike', high, shares(20, 11, 10, 12, 9, 10, 13), 'not-enough-to-tell'],
    ['four on a side', high, low.slice(0, 4), 'counts-only'],
    ['one each', high.slice(0, 1), low.slice(0, 1), 'counts-only'],
    ['no hit against few', shares(20, 0, 0, 0, 0, 0), shares(20, 1, 1, 1, 1, 1), 'not-enough-to-tell'],
    ['no hit against many', shares(20, 0, 0, 0, 0, 0), high, 'b-more-often'],
  ])('%s', (_, a, b, verdict) => {
    const [contrast] = contrastShares([{ id: 'x', a, b }], 's');
    expect(contrast?.verdict).toBe(verdict);
    const reasons: Record<string, string> = { 'counts-only': 'too-few', 'not-enough-to-tell': 'within-chance' };
    expect(contrast?.reason?.code).toBe(reasons[verdict]);
  });

  it('says less the more comparisons are shown', () => {
    const a = shares(20, 6, 9, 4, 8, 7);
    const b = shares(20, 3, 5, 6, 2, 4);
    const alone = contrastShares([{ id: 'x', a, b }], 's');
    const among = contrastShares(
      [{ id: 'x', a, b }, ...Array.from({ length: 20 }, (_, at) => ({ id: `n${at}`, a: high, b: high }))],
      's',
    );
    expect(alone[0]?.p).toBeLessThan(among[0]?.p ?? 0);
  });

  it('can still say something among a hundred', () => {
    const pairs = Array.from({ length: 100 }, (_, at) => ({ id: `n${at}`, a: high, b: low }));
    expect(new Set(contrastShares(pairs, 's').map((each) => each.verdict))).toEqual(new Set(['a-more-often']));
  });
});

const rounded = (p: Map<string, number>) =>
  Object.fromEntries([...p].map(([id, each]) => [id, Math.round(each * 1000) / 1000]));

describe('Holm steps down', () => {
  // The example of the article “Holm–Bonferroni method” in Wikipedia: at .05 the first and the last are rejected.
  it('as published', () => {
    const values = { h1: 0.01, h2: 0.04, h3: 0.03, h4: 0.005 };
    expect(rounded(holm(new Map(Object.entries(values))))).toEqual({ h4: 0.02, h1: 0.03, h3: 0.06, h2: 0.06 });
  });

  // .01·4, .02·3 → .06, .03·2 → .06, .04·1 → raised to .06.
  it('by hand', () => {
    const values = { c: 0.03, a: 0.01, d: 0.04, b: 0.02 };
    expect(rounded(holm(new Map(Object.entries(values))))).toEqual({ a: 0.04, b: 0.06, c: 0.06, d: 0.06 });
  });

  it('never above 1', () => {
    expect(
      rounded(
        holm(
          new Map([
            ['a', 0.6],
            ['b', 0.9],
          ]),
        ),
      ),
    ).toEqual({ a: 1, b: 1 });
  });
});
