import type { Reason } from '#lib/types';
import { percentileInterval, pooled, resampleShares, type Share, seededDraws, sum } from './bootstrap';
import { type Interval, newcombe, wilson } from './intervals';

/** From this many articles on an outlet's texts are a sample one may resample. */
export const ENOUGH_ARTICLES = 5;
/** Sentences of one article are worth this many times fewer independent ones: the variance ratio cluster bootstrap / Wilson was 3.8 and 3.1 on two news collections. */
export const DESIGN_EFFECT = 3.5;
export const RESAMPLES = 1000;
const MOST_RESAMPLES = 20_000;
const ALPHA = 0.05;

/**
 * How much may be said, by the number of articles of one outlet:
 * one – a complete count of one text, no interval; few (2 to 4) – a rough interval, no comparing words; many (5 and more) –
 * cluster bootstrap, and "more often" when a test allows it.
 */
export type Regime = 'one' | 'few' | 'many';

export function regimeOf(articles: number): Regime {
  return articles <= 1 ? 'one' : articles < ENOUGH_ARTICLES ? 'few' : 'many';
}

export type Estimate = Share & {
  /** k / n; absent when no sentence was counted. */
  share?: number;
  articles: number;
  /** Articles with at least one such sentence: a of A. */
  articlesWith: number;
  regime: Regime;
  /** Why there is no interval, or only a rough one. */
  caution?: Reason;
  interval?: Interval & { method: 'wilson' | 'bootstrap'; rough: boolean };
};

/**
 * One code in one outlet's articles.
 *
 * @param seed any text that belongs to the comparison and the code; the same seed gives the same interval.
 */
export function estimateShare(articles: readonly Share[], seed: string): Estimate {
  const total = sum(articles);
  const regime = regimeOf(articles.length);
  const interval = total.n === 0 ? undefined : intervalOf(articles, regime, seed);
  return {
    ...total,
    ...(total.n === 0 ? {} : { share: total.k / total.n }),
    articles: articles.length,
    articlesWith: articles.filter(({ k }) => k > 0).length,
    regime,
    ...(interval ? { interval } : {}),
    ...cautionOf(total, articles.length, interval),
  };
}

function cautionOf(total: Share, articles: number, interval: Estimate['interval']): { caution?: Reason } {
  if (total.n === 0) return caution('nothing-counted', 'No sentence was counted.');
  if (articles === 1) return caution('one-article', 'A complete count of this article, not an estimate of the outlet.');
  if (regimeOf(articles) === 'few')
    return caution(
      'few-articles',
      `${articles} articles: the interval is rough; ${ENOUGH_ARTICLES} allow a better one.`,
    );
  if (interval?.rough) return caution('no-variation', 'All articles are alike here, so the interval is rough.');
  return {};
}

function caution(code: string, message: string): { caution: Reason } {
  return { caution: { code, message } };
}

function intervalOf(articles: readonly Share[], regime: Regime, seed: string): Estimate['interval'] {
  if (regime === 'one') return undefined;
  if (regime === 'few' || isDegenerate(articles)) {
    return { ...wilsonOnEffective(sum(articles)), method: 'wilson', rough: true };
  }
  const shares = resampleShares(articles, RESAMPLES, seededDraws(seed));
  return { ...percentileInterval(shares), method: 'bootstrap', rough: false };
}

/** Every article at 0, or every one at n: resampling would claim certainty, so the rough interval stands in. */
function isDegenerate(articles: readonly Share[]): boolean {
  return articles.every(({ k }) => k === 0) || articles.every(({ k, n }) => k === n);
}

function effective({ k, n }: Share): Share {
  return { k: k / DESIGN_EFFECT, n: n / DESIGN_EFFECT };
}

function wilsonOnEffective(total: Share): Interval {
  const { k, n } = effective(total);
  return wilson(k, n);
}

export type Contrast = {
  id: string;
  /** Pooled share of a minus pooled share of b. */
  difference: number;
  /** Absent unless both sides have enough articles. */
  interval?: Interval;
  /** Two-sided bootstrap p, after Holm over all contrasts that could be tested. */
  p?: number;
  /** What may be said in words. */
  verdict: 'a-more-often' | 'b-more-often' | 'not-enough-to-tell' | 'counts-only';
  /** Why nothing is said, when nothing is. */
  reason?: Reason;
};

/**
 * All comparisons shown together, because Holm's correction (Holm 1979) needs to know how many there are. A pair with fewer
 * than five articles on a side is `counts-only`: neither tested nor put into words.
 */
export function contrastShares(
  pairs: readonly { id: string; a: readonly Share[]; b: readonly Share[] }[],
  seed: string,
): Contrast[] {
  const testable = pairs.filter(({ a, b }) =>
    [a, b].every((side) => regimeOf(side.length) === 'many' && sum(side).n > 0),
  );
  // The smallest p a bootstrap can give is 2 / (B + 1), and Holm asks for .05 / m: with many comparisons B must grow.
  const resamples = Math.min(MOST_RESAMPLES, Math.max(RESAMPLES, 50 * testable.length));
  const tests = new Map(testable.map((pair) => [pair.id, testDifference(pair, resamples, `${seed} ${pair.id}`)]));
  const adjusted = holm(new Map([...tests].map(([id, test]) => [id, test.p])));
  return pairs.map(({ id, a, b }): Contrast => {
    const difference = pooled(a) - pooled(b);
    const test = tests.get(id);
    if (!test) return { id, difference, verdict: 'counts-only', reason: tooFew(a, b) };
    const p = adjusted.get(id) ?? 1;
    const told =
      p < ALPHA &&
      (!(isDegenerate(a) || isDegenerate(b)) || excludesZero(newcombe(effective(sum(a)), effective(sum(b)))));
    const verdict = difference > 0 ? 'a-more-often' : 'b-more-often';
    const tested = { id, difference, interval: test.interval, p };
    return told
      ? { ...tested, verdict }
      : { ...tested, verdict: 'not-enough-to-tell', reason: withinChance(tests.size) };
  });
}

function tooFew(a: readonly Share[], b: readonly Share[]): Reason {
  const message = `Counts only: ${a.length} and ${b.length} articles; a comparison needs ${ENOUGH_ARTICLES} on each side.`;
  return { code: 'too-few', message };
}

function withinChance(comparisons: number): Reason {
  const among = comparisons === 1 ? '' : ` after correction for ${comparisons} comparisons`;
  return {
    code: 'within-chance',
    message: `Not enough articles to tell: chance alone could make such a difference${among}.`,
  };
}

function testDifference(
  { a, b }: { a: readonly Share[]; b: readonly Share[] },
  resamples: number,
  seed: string,
): { p: number; interval: Interval } {
  const draw = seededDraws(seed);
  const [left, right] = [resampleShares(a, resamples, draw), resampleShares(b, resamples, draw)];
  const differences = left.map((share, at) => share - (right[at] ?? 0));
  const notAbove = differences.filter((each) => each <= 0).length;
  const notBelow = differences.filter((each) => each >= 0).length;
  const p = Math.min(1, (2 * (1 + Math.min(notAbove, notBelow))) / (resamples + 1));
  return { p, interval: percentileInterval(differences) };
}

function excludesZero({ low, high }: Interval): boolean {
  return low > 0 || high < 0;
}

/** Holm's step-down adjustment: p values by id → adjusted p values by id, never smaller than the one before. */
export function holm(values: ReadonlyMap<string, number>): Map<string, number> {
  const sorted = [...values].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
  let least = 0;
  return new Map(
    sorted.map(([id, p], rank) => {
      least = Math.max(least, Math.min(1, p * (sorted.length - rank)));
      return [id, least];
    }),
  );
}
