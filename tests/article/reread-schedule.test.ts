import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announcedReading, nextReading, YOUNG_SECONDS } from '#lib/article/reread-schedule';

const NOON = Date.parse('2025-03-04T12:00:00Z');
const at = (hours: number) => new Date(NOON + hours * 3_600_000).toISOString();
const hoursAfterNoon = (time: string | undefined) => (Date.parse(time ?? '') - NOON) / 3_600_000;

/** Hours after publication at which a page published and first read at noon is read again. */
function readings(published = at(0)): number[] {
  const hours: number[] = [];
  let lastReadAt = at(0);
  for (;;) {
    const next = nextReading({ articleId: 'a', published, firstReadAt: at(0), lastReadAt });
    if (next === undefined) return hours;
    hours.push(hoursAfterNoon(next));
    lastReadAt = next;
  }
}

describe('reading a page again', () => {
  it('comes at growing gaps: about half an hour, one, two, four … hours, and ends within three days', () => {
    const hours = readings();
    expect(hours.length).toBeGreaterThanOrEqual(7);
    expect(hours.length).toBeLessThanOrEqual(9);
    for (const [index, expected] of [0.5, 1, 2, 4, 8, 16, 32].entries()) {
      expect(hours[index]).toBeGreaterThan(expected * 0.6);
      expect(hours[index]).toBeLessThan(expected * 1.6);
    }
    expect(hours.at(-1)).toBeLessThanOrEqual(YOUNG_SECONDS / 3600);
  });

  it('never comes for an article that was old when first read', () => {
    expect(readings(at(-80))).toEqual([]);
  });

  it('takes the first reading for its birth when the time is missing, none, or ahead', () => {
    const base = { articleId: 'a', firstReadAt: at(0), lastReadAt: at(0) };
    const expected = nextReading(base);
    expect(nextReading({ ...base, published: 'soon' })).toBe(expected);
    expect(nextReading({ ...base, published: at(40) })).toBe(expected);
  });

  it('is spread: two articles read together are not read together again', () => {
    const times = ['a', 'b', 'c', 'd'].map((articleId) =>
      nextReading({ articleId, firstReadAt: at(0), lastReadAt: at(0) }),
    );
    expect(new Set(times).size).toBe(4);
  });

  it('comes at once when the feed announces an update, but not within a quarter of an hour', () => {
    const base = { articleId: 'a', published: at(0), firstReadAt: at(0) };
    expect(announcedReading({ ...base, lastReadAt: at(0) }, at(0.5))).toBe(at(0.5));
    expect(announcedReading({ ...base, lastReadAt: at(0) }, at(0.1))).toBe(at(0.25));
    expect(announcedReading({ ...base, lastReadAt: at(100) }, at(101))).toBe(at(110));
  });

  it('is later than the last reading by at least 27 minutes, for any times', () => {
    const hour = fc.double({ min: 0, max: 200, noNaN: true });
    fc.assert(
      fc.property(hour, hour, fc.string(), (born, read, articleId) => {
        const next = nextReading({ articleId, published: at(born), firstReadAt: at(0), lastReadAt: at(read) });
        return next === undefined || hoursAfterNoon(next) - read > 0.449;
      }),
    );
  });
});
