import type { Feed, FeedState, QuietTimes, Timestamp } from '#lib/types';

/**
 * When to ask a feed again. All times in seconds; pure: the moment and the chance are arguments.
 *
 * The bounds are those of readers that outlets tolerate (a quarter of an hour as FreshRSS's floor, a day as Miniflux's ceiling).
 */
export const SHORTEST_SECONDS = 15 * 60;
export const LONGEST_SECONDS = 24 * 3_600;
/** A feed without validators is sent whole every time: it is asked at most hourly. */
export const SHORTEST_UNVALIDATED_SECONDS = 3_600;
/** A new feed, and one whose entries have no dates. */
export const FIRST_SECONDS = 3_600;
/** Silence slows a feed down this much a time, up to `QUIET_SECONDS`: a night should not make the morning's first story late. */
const SLOWER = 1.2;
const QUIET_SECONDS = 4 * 3_600;
/** Nobody is left alone longer than this, whatever Retry-After says. */
const LONGEST_RETRY_SECONDS = 7 * 86_400;
/** The rate is taken over this many newest entries: enough to even out a burst, few enough to follow a change of pace. */
const RATE_ENTRIES = 10;
/** Failures in a row until a feed counts as given up: with the ceiling of a day, about five weeks. */
export const GIVEN_UP_AFTER = 40;

export type Waiting = { intervalSeconds: number; nextCheckAt: Timestamp };

/** Chance that spreads requests out: 0..1, where 0.5 changes nothing and the ends are 10 % earlier and later. */
export type Jitter = number;

/**
 * After a feed was read: as often as it publishes, counted from its ten newest entries and the time since, so that about one new
 * entry is waiting each time. 10 entries in the last 5 hours → every 30 minutes.
 *
 * @param advised what the feed and the server ask for: `ttl`, `max-age`
 */
export function afterReading(
  feed: Feed,
  isValidated: boolean,
  advised: readonly (number | undefined)[],
  now: Timestamp,
  jitter: Jitter,
): Waiting {
  const shortest = isValidated ? SHORTEST_SECONDS : SHORTEST_UNVALIDATED_SECONDS;
  const wanted = Math.max(secondsPerEntry(feed, now) ?? FIRST_SECONDS, shortest);
  return waiting(wanted, advised, feed.quiet, now, jitter);
}

/** After "not modified": a little slower each time, until something new appears. */
export function afterSilence(
  state: FeedState,
  advised: readonly (number | undefined)[],
  now: Timestamp,
  jitter: Jitter,
): Waiting {
  const slower = Math.max(state.intervalSeconds, Math.min(state.intervalSeconds * SLOWER, QUIET_SECONDS));
  return waiting(slower, advised, state.quiet, now, jitter);
}

/**
 * After a failure: twice as long each time, up to a day. A server that names a moment is asked then, but not within a quarter of an
 * hour. The interval itself stays, so that one success brings the old pace back.
 *
 * Every hour: 1 h, 2 h, 4 h … after one, two, three failures. With Retry-After 30: 15, 30, 60 minutes … ; with 7200: two hours.
 *
 * @param failures in a row, this one included
 */
export function afterFailure(
  state: FeedState,
  failures: number,
  retryAfterSeconds: number | undefined,
  now: Timestamp,
  jitter: Jitter,
): Waiting {
  const first = retryAfterSeconds === undefined ? Math.max(state.intervalSeconds, SHORTEST_SECONDS) : SHORTEST_SECONDS;
  const backedOff = Math.min(first * 2 ** Math.min(Math.max(failures, 1) - 1, 10), LONGEST_SECONDS);
  const asked = Math.min(retryAfterSeconds ?? 0, LONGEST_RETRY_SECONDS);
  // Jitter only lengthens here: coming back early is what makes an overloaded server worse.
  const seconds = Math.max(backedOff, asked) * (1 + 0.1 * jitter);
  return { intervalSeconds: state.intervalSeconds, nextCheckAt: later(now, seconds) };
}

/** After a host asked, through another of its feeds, to be left alone for `seconds`: not before, and as fast as ever afterwards. */
export function afterRest(state: FeedState, seconds: number, now: Timestamp, jitter: Jitter): Waiting {
  const asked = Math.min(seconds, LONGEST_RETRY_SECONDS) * (1 + 0.1 * jitter);
  return { intervalSeconds: state.intervalSeconds, nextCheckAt: later(now, asked) };
}

function waiting(
  wanted: number,
  advised: readonly (number | undefined)[],
  quiet: QuietTimes | undefined,
  now: Timestamp,
  jitter: Jitter,
): Waiting {
  const floor = Math.max(0, ...advised.map((seconds) => seconds ?? 0));
  const intervalSeconds = Math.round(clamp(Math.max(wanted, floor), SHORTEST_SECONDS, LONGEST_SECONDS));
  const spread = intervalSeconds * (0.9 + 0.2 * jitter);
  const next = later(now, Math.max(spread, Math.min(floor, LONGEST_SECONDS)));
  return { intervalSeconds, nextCheckAt: quiet === undefined ? next : outsideQuiet(next, quiet, jitter) };
}

const HOUR_MS = 3_600_000;
/** Those who wait for the end of a quiet time would otherwise all come at the full hour. */
const SPREAD_AFTER_QUIET_MS = 10 * 60_000;

/** The first moment from `next` on that is not quiet. A feed that would be quiet for a week is taken not to mean it. */
function outsideQuiet(next: Timestamp, quiet: QuietTimes, jitter: Jitter): Timestamp {
  if (!isQuietAt(next, quiet)) return next;
  let at = Date.parse(next);
  for (let hour = 0; hour < 7 * 24; hour++) {
    at = (Math.floor(at / HOUR_MS) + 1) * HOUR_MS;
    const hourly = new Date(at).toISOString();
    if (!isQuietAt(hourly, quiet)) return new Date(at + Math.round(SPREAD_AFTER_QUIET_MS * jitter)).toISOString();
  }
  return next;
}

export function isQuietAt(moment: Timestamp, { hours, days }: QuietTimes): boolean {
  const at = new Date(moment);
  return hours.includes(at.getUTCHours()) || days.includes(at.getUTCDay());
}

function secondsPerEntry(feed: Feed, now: Timestamp): number | undefined {
  const end = Date.parse(now);
  const times = feed.entries
    .map((entry) => Date.parse(entry.published ?? entry.updated ?? ''))
    .filter((time) => !Number.isNaN(time) && time <= end)
    .sort((one, other) => other - one)
    .slice(0, RATE_ENTRIES);
  const oldest = times.at(-1);
  return oldest === undefined ? undefined : (end - oldest) / 1000 / times.length;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

function later(now: Timestamp, seconds: number): Timestamp {
  return new Date(Date.parse(now) + Math.round(seconds) * 1000).toISOString();
}
