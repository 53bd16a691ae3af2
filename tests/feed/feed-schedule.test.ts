import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterFailure,
  afterReading,
  afterRest,
  afterSilence,
  LONGEST_SECONDS,
  SHORTEST_SECONDS,
} from '#lib/feed/feed-schedule';
import type { Feed, FeedState } from '#lib/types';

const NOON = '2024-03-06T12:00:00.000Z';
const at = (secondsBefore: number) => new Date(Date.parse(NOON) - secondsBefore * 1000).toISOString();
const HOUR = 3_600;

/** A feed whose entries were published so many seconds before noon. */
const feedOf = (...ages: number[]): Feed => ({
  format: 'rss',
  entries: ages.map((age, index) => ({ id: String(index), authors: [], published: at(age) })),
  problems: [],
});
const stateWith = (intervalSeconds: number): FeedState => ({
  id: 'f1',
  outletId: 'o1',
  url: 'https://ferry.example/feed',
  failures: 0,
  intervalSeconds,
  nextCheckAt: NOON,
  retired: false,
});
const secondsUntil = (time: string) => (Date.parse(time) - Date.parse(NOON)) / 1000;
const everyHalfHour = feedOf(...Array.from({ length: 10 }, (_, index) => (index + 1) * 1_800));

describe('after reading: as often as it publishes', () => {
  it.each([
    ['ten entries in five hours', everyHalfHour, [], 1_800],
    ['older entries do not count', feedOf(...Array.from({ length: 50 }, (_, index) => (index + 1) * 1_800)), [], 1_800],
    ['a burst just now', feedOf(1, 2, 3, 4), [], SHORTEST_SECONDS],
    ['one entry six hours ago', feedOf(6 * HOUR), [], 6 * HOUR],
    ['silent for a year', feedOf(365 * 24 * HOUR), [], LONGEST_SECONDS],
    ['no entries', feedOf(), [], HOUR],
    ['dated in the future only', feedOf(-HOUR), [], HOUR],
    ['ttl asks for longer', everyHalfHour, [2 * HOUR], 2 * HOUR],
    ['max-age asks for longer than ttl', everyHalfHour, [HOUR, 3 * HOUR], 3 * HOUR],
    ['advice for less is not followed', everyHalfHour, [60, undefined], 1_800],
    ['advice beyond a day is not followed', everyHalfHour, [90 * 24 * HOUR], LONGEST_SECONDS],
  ] as const)('%s', (_name, feed, advised, seconds) => {
    const { intervalSeconds, nextCheckAt } = afterReading(feed, true, [...advised], NOON, 0.5);
    expect(intervalSeconds).toBe(seconds);
    expect(secondsUntil(nextCheckAt)).toBe(seconds);
  });

  it('a feed that must be sent whole is asked hourly at most', () => {
    expect(afterReading(everyHalfHour, false, [], NOON, 0.5).intervalSeconds).toBe(HOUR);
  });
});

describe('after silence: slower each time', () => {
  it.each([
    [1_000, 1_200],
    [HOUR, 4_320],
    [4 * HOUR, 4 * HOUR],
    [10 * HOUR, 10 * HOUR],
  ])('%i s → %i s', (interval, next) => {
    expect(afterSilence(stateWith(interval), [], NOON, 0.5).intervalSeconds).toBe(next);
  });
});

// Noon of 6 March 2024 is a Wednesday; the feed would be asked again at half past twelve.
describe('quiet times', () => {
  it.each([
    ['another hour', { hours: [13], days: [] }, '2024-03-06T12:30:00.000Z'],
    ['that hour', { hours: [12], days: [] }, '2024-03-06T13:05:00.000Z'],
    ['that hour and the next two', { hours: [12, 13, 14], days: [] }, '2024-03-06T15:05:00.000Z'],
    ['that day', { hours: [], days: [3] }, '2024-03-07T00:05:00.000Z'],
    ['that day and the night after it', { hours: [0, 1], days: [3] }, '2024-03-07T02:05:00.000Z'],
    ['the other days', { hours: [], days: [0, 1, 2, 4, 5, 6] }, '2024-03-06T12:30:00.000Z'],
    ['always: not meant', { hours: [], days: [0, 1, 2, 3, 4, 5, 6] }, '2024-03-06T12:30:00.000Z'],
  ])('%s', (_name, quiet, next) => {
    expect(afterReading({ ...everyHalfHour, quiet }, true, [], NOON, 0.5).nextCheckAt).toBe(next);
    expect(afterSilence({ ...stateWith(1_500), quiet }, [], NOON, 0.5).nextCheckAt).toBe(next);
  });
});

describe('after failures', () => {
  it.each([
    [1, undefined, HOUR],
    [2, undefined, 2 * HOUR],
    [3, undefined, 4 * HOUR],
    [9, undefined, LONGEST_SECONDS],
    [999, undefined, LONGEST_SECONDS],
    [1, 30, SHORTEST_SECONDS],
    [3, 30, 4 * SHORTEST_SECONDS],
    [1, 2 * HOUR, 2 * HOUR],
    [1, 48 * HOUR, 48 * HOUR],
    [1, 900 * 24 * HOUR, 7 * 24 * HOUR],
  ])('%i in a row, Retry-After %s: %i s', (failures, retryAfter, seconds) => {
    const next = afterFailure(stateWith(HOUR), failures, retryAfter, NOON, 0);
    expect(secondsUntil(next.nextCheckAt)).toBe(seconds);
    expect(next.intervalSeconds).toBe(HOUR);
  });
});

it('a host that rests is left alone for that long, and no pace is lost', () => {
  expect(secondsUntil(afterRest(stateWith(HOUR), 300, NOON, 0).nextCheckAt)).toBe(300);
  expect(secondsUntil(afterRest(stateWith(HOUR), 300, NOON, 1).nextCheckAt)).toBe(330);
  expect(afterRest(stateWith(HOUR), 300, NOON, 0).intervalSeconds).toBe(HOUR);
});

describe('chance', () => {
  const chances = fc.double({ min: 0, max: 1, noNaN: true });
  const advice = fc.option(fc.nat(LONGEST_SECONDS), { nil: undefined });

  it('spreads by a tenth, and never to before what was asked for', () => {
    fc.assert(
      fc.property(chances, advice, (jitter, advised) => {
        const { intervalSeconds, nextCheckAt } = afterReading(everyHalfHour, true, [advised], NOON, jitter);
        const seconds = secondsUntil(nextCheckAt);
        expect(seconds).toBeGreaterThanOrEqual(Math.max(Math.floor(intervalSeconds * 0.9), advised ?? 0));
        expect(seconds).toBeLessThanOrEqual(Math.ceil(intervalSeconds * 1.1));
      }),
    );
  });

  it('never brings a failed feed back early', () => {
    fc.assert(
      fc.property(chances, advice, fc.integer({ min: 1, max: 60 }), (jitter, retryAfter, failures) => {
        const seconds = secondsUntil(afterFailure(stateWith(HOUR), failures, retryAfter, NOON, jitter).nextCheckAt);
        expect(seconds).toBeGreaterThanOrEqual(Math.max(retryAfter ?? 0, SHORTEST_SECONDS));
      }),
    );
  });
});
