import { describe, expect, it } from 'vitest';
import { meaningOdds } from '#lib/story/meaning';
import { prepareBatch } from '#lib/story/prepare-batch';
import { inventDay } from './invented-day';

/** Three events told three times each; an encoder that tells the events apart and nothing else. */
async function day(outlets = 3) {
  const articles = inventDay({ events: 3, outlets });
  const { weighed } = await prepareBatch(articles);
  const eventAt = (place: number) => weighed[place]?.profile.articleId.split('-')[0] ?? '';
  const events = [...new Set(weighed.map((_, place) => eventAt(place)))];
  const embeddings = new Map(
    weighed.map(({ profile }, place) => [
      profile.articleId,
      Float32Array.from(events, (event) => (event === eventAt(place) ? 1.5 : 0.5)),
    ]),
  );
  return { weighed, embeddings, eventAt };
}

describe('what an encoder adds to a pair of articles', () => {
  it('speaks for two that mean the same and against two that do not', async () => {
    const { weighed, embeddings, eventAt } = await day();
    const odds = meaningOdds(weighed, embeddings);
    const places = weighed.map((_, place) => place);
    const pairs = places.flatMap((a) => places.flatMap((b) => (a < b ? [{ a, b, odds: odds(a, b) }] : [])));
    const [same, other] = [true, false].map((isSame) =>
      pairs.filter(({ a, b }) => (eventAt(a) === eventAt(b)) === isSame).map((pair) => pair.odds),
    );
    expect(Math.min(...(same ?? []))).toBeGreaterThan(0);
    expect(Math.max(...(other ?? []))).toBeLessThan(0);
  });

  it('is nothing without embeddings, for a text that has none, and among a handful', async () => {
    const { weighed, embeddings } = await day();
    expect(meaningOdds(weighed)(0, 1)).toBe(0);
    const known = [...embeddings.keys()];
    expect(known.length).toBe(9);
    const lacking = new Map([...embeddings].filter(([id]) => id !== weighed[0]?.profile.articleId));
    expect(meaningOdds(weighed, lacking)(0, 1)).toBe(0);
    expect(meaningOdds(weighed, lacking)(1, 2)).not.toBe(0);
    const few = await day(2);
    expect(meaningOdds(few.weighed, few.embeddings)(0, 1)).toBe(0);
  });
});
