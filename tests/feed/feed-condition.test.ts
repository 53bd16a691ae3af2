import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '#lib/errors';
import { conditionOf, isQuiet, whatToTry } from '#lib/feed/feed-condition';
import type { FeedState } from '#lib/types';

const NOON = '2031-05-04T12:00:00.000Z';
const daysBefore = (days: number) => new Date(Date.parse(NOON) - days * 86_400_000).toISOString();
const feed = (given: Partial<FeedState>): FeedState => ({
  id: 'f',
  outletId: 'o',
  url: 'https://harbour.example/feed',
  failures: 0,
  intervalSeconds: 900,
  nextCheckAt: NOON,
  retired: false,
  ...given,
});
const error = (code: ErrorCode) => ({ lastError: { code, message: 'It went wrong.' } });

describe('conditionOf', () => {
  it.each<[string, Partial<FeedState>]>([
    ['unread', {}],
    ['read', { lastTryAt: NOON, lastSuccessAt: NOON }],
    ['failing', { lastTryAt: NOON, lastSuccessAt: daysBefore(2), failures: 3, ...error('http-status') }],
    ['failing', { lastTryAt: NOON, failures: 1, ...error('connection-failed') }],
    ['taken-down', { retired: true, failures: 1, ...error('gone') }],
    ['given-up', { retired: true, failures: 40, ...error('not-found') }],
    ['paused', { pausedAt: NOON, failures: 3, ...error('http-status') }],
    ['paused', { pausedAt: NOON, retired: true, ...error('gone') }],
  ])('%s: %j', (condition, given) => {
    expect(conditionOf(feed(given))).toBe(condition);
  });
});

describe('isQuiet', () => {
  // Twenty gaps: the newest entry is `silence` days old, and the twentieth before it `usual` days per gap older.
  it.each([
    ['one an hour, silent for a weekend', 1 / 24, 2.6, false],
    ['one an hour, silent for four days', 1 / 24, 4, true],
    ['one a day, silent for five days', 1, 5, false],
    ['one a day, silent for a week', 1, 7, true],
    ['one a week, silent for four weeks', 7, 28, false],
    ['one a week, silent for five weeks', 7, 35, true],
  ])('%s', (_name, usual, silence, quiet) => {
    const pace = { newest: daysBefore(silence), before: daysBefore(silence + 20 * usual) };
    expect(isQuiet(pace, 20, NOON)).toBe(quiet);
  });

  it('too few entries for a pace: after two weeks; none at all: at once', () => {
    expect(isQuiet({ newest: daysBefore(13) }, 20, NOON)).toBe(false);
    expect(isQuiet({ newest: daysBefore(15) }, 20, NOON)).toBe(true);
    expect(isQuiet({}, 20, NOON)).toBe(true);
  });
});

describe('whatToTry', () => {
  it.each<[ErrorCode, RegExp]>([
    ['not-found', /moved/],
    ['gone', /present feed/],
    ['http-status', /refuses programs/],
    ['address-refused', /SYNOPTIC_ALLOW_PRIVATE_HOSTS/],
    ['too-slow', /SYNOPTIC_HTTP_TIMEOUT_MS/],
    ['too-large', /SYNOPTIC_HTTP_MAX_BYTES/],
    ['html-not-feed', /consent or login page/],
    ['connection-failed', /own connection/],
    ['internal', /Read it again now/],
  ])('%s', (code, advice) => {
    expect(whatToTry(feed(error(code)))).toMatch(advice);
  });

  it('nothing while nothing is wrong', () => {
    expect(whatToTry(feed({ lastSuccessAt: NOON }))).toBeUndefined();
  });
});
