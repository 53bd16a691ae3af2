import { toReason } from '#lib/errors';
import type { Http, HttpResult } from '#lib/http';
import type { Entry, Feed, FeedState, Reason, Timestamp } from '#lib/types';
import { afterFailure, afterReading, afterRest, afterSilence, GIVEN_UP_AFTER, type Jitter } from './feed-schedule';
import { movedAddress } from './moved-address';
import type { ParseFeed } from './parse-feed';

export type FeedPorts = {
  http: Pick<Http, 'get'>;
  /** In production the one with a deadline (`openFeedParser`). */
  parseFeed: ParseFeed;
  now: Timestamp;
  /** Draws the chance that spreads requests out, anew for each feed; without it nothing is spread. */
  jitter?: () => Jitter;
  signal?: AbortSignal;
};

export type FeedReading = {
  /** read: entries are in `feed`. unchanged: nothing new, by the server's word. retired: told to stop asking. */
  outcome: 'read' | 'unchanged' | 'failed' | 'retired';
  feed?: Feed;
  reason?: Reason;
  /** What to store in place of the state that was handed in. */
  state: FeedState;
};

/** Entries dated later than this after now are taken as published now: a wrong clock, or an embargo date. */
const CLOCK_SKEW_MS = 10 * 60_000;

/**
 * Asks one feed for news, politely: with the validators of the copy already read, and with a next moment that follows its pace.
 * Expected trouble is an outcome with a reason, and leaves validators and everything stored before untouched: they are replaced
 * only after a body that parsed, so that a broken answer is asked for again.
 */
export async function readFeed(state: FeedState, ports: FeedPorts): Promise<FeedReading> {
  const { http, parseFeed, now, signal } = ports;
  const jitter = drawn(ports);
  const result = await http.get({
    url: state.url,
    accept: 'feed',
    ...(state.etag === undefined ? {} : { etag: state.etag }),
    ...(state.lastModified === undefined ? {} : { lastModified: state.lastModified }),
    ...(signal === undefined ? {} : { signal }),
  });
  if (result.outcome === 'failed') {
    // Stopped by ourselves: the feed has done nothing wrong, and the try does not count.
    if (signal?.aborted) return { outcome: 'failed', reason: result.reason, state };
    // Not asked, because another feed of its host was told to wait: no try either, but no use in coming back earlier.
    if (result.isUnasked)
      return {
        outcome: 'failed',
        reason: result.reason,
        state: { ...state, ...afterRest(state, result.retryAfterSeconds ?? 0, now, jitter) },
      };
    if (result.status === 410) return retired(state, result.reason, now);
    return failed(state, result.reason, result.retryAfterSeconds, now, jitter);
  }
  if (result.outcome === 'not-modified') {
    const advised = [result.maxAgeSeconds];
    return {
      outcome: 'unchanged',
      state: {
        ...succeeded(state, result, now),
        ...validatorsOf(state, result),
        ...afterSilence(state, advised, now, jitter),
      },
    };
  }
  let feed: Feed;
  try {
    const { body, url, contentType } = result;
    feed = dated(await parseFeed(body, { url, ...(contentType === undefined ? {} : { contentType }) }), now);
  } catch (error) {
    return failed(state, toReason(error), undefined, now, jitter);
  }
  const isValidated = result.etag !== undefined || result.lastModified !== undefined;
  const { etag: _etag, lastModified: _lastModified, quiet: _quiet, ...rest } = succeeded(state, result, now);
  const title = rest.title ?? feed.title;
  return {
    outcome: 'read',
    feed,
    state: {
      ...rest,
      ...(title === undefined ? {} : { title }),
      ...(feed.quiet === undefined ? {} : { quiet: feed.quiet }),
      ...validatorsOf({}, result),
      ...afterReading(feed, isValidated, [feed.ttlSeconds, result.maxAgeSeconds], now, jitter),
    },
  };
}

/**
 * Many feeds, `concurrency` at a time (default 8), in the order in which they answer. Politeness per host is the network door's affair.
 * A feed that surprises (a fault of ours) is a failed reading like any other, and the rest go on.
 */
export async function* readFeeds(
  states: readonly FeedState[],
  ports: FeedPorts & { concurrency?: number },
): AsyncGenerator<FeedReading> {
  const waiting = [...states];
  const running = new Map<string, Promise<[key: string, reading: FeedReading]>>();
  let started = 0;
  const startNext = () => {
    const state = waiting.shift();
    if (!state) return;
    const key = String(started++);
    const surprise = (error: unknown) => failed(state, toReason(error), undefined, ports.now, drawn(ports));
    running.set(
      key,
      readFeed(state, ports)
        .catch(surprise)
        .then((reading): [string, FeedReading] => [key, reading]),
    );
  };
  for (let slot = 0; slot < Math.max(1, ports.concurrency ?? 8); slot++) startNext();
  while (running.size > 0) {
    const [key, reading] = await Promise.race(running.values());
    running.delete(key);
    if (!ports.signal?.aborted) startNext();
    yield reading;
  }
}

function drawn({ jitter }: FeedPorts): Jitter {
  return jitter?.() ?? 0.5;
}

type Answered = Exclude<HttpResult, { outcome: 'failed' }>;

function succeeded(state: FeedState, result: Answered, now: Timestamp): FeedState {
  const { lastError: _lastError, moving: _moving, ...rest } = state;
  return {
    ...rest,
    ...movedAddress(state, result.movedTo, now),
    lastTryAt: now,
    lastSuccessAt: now,
    failures: 0,
    retired: false,
  };
}

/** A 304 may leave validators out; then the old ones still hold. */
function validatorsOf(
  old: { etag?: string; lastModified?: string },
  result: Answered,
): { etag?: string; lastModified?: string } {
  const etag = result.etag ?? old.etag;
  const lastModified = result.lastModified ?? old.lastModified;
  return { ...(etag === undefined ? {} : { etag }), ...(lastModified === undefined ? {} : { lastModified }) };
}

function failed(
  state: FeedState,
  reason: Reason,
  retryAfterSeconds: number | undefined,
  now: Timestamp,
  jitter: Jitter,
): FeedReading {
  const failures = state.failures + 1;
  const next: FeedState = {
    ...state,
    lastTryAt: now,
    lastError: reason,
    failures,
    ...afterFailure(state, failures, retryAfterSeconds, now, jitter),
  };
  // A machine that was offline for weeks has not given up its feeds.
  const isGivenUp = failures >= GIVEN_UP_AFTER && reason.code !== 'connection-failed' && reason.code !== 'too-slow';
  if (!isGivenUp) return { outcome: 'failed', reason, state: next };
  const message = `${reason.message} It has failed ${failures} times in a row and is no longer tried by itself.`;
  const givenUp = { ...reason, message };
  return { outcome: 'retired', reason: givenUp, state: { ...next, lastError: givenUp, retired: true } };
}

function retired(state: FeedState, reason: Reason, now: Timestamp): FeedReading {
  return {
    outcome: 'retired',
    reason,
    state: { ...state, lastTryAt: now, lastError: reason, failures: state.failures + 1, retired: true },
  };
}

/** No entry comes from the future. */
function dated(feed: Feed, now: Timestamp): Feed {
  const latest = Date.parse(now) + CLOCK_SKEW_MS;
  const isLater = (time: Timestamp | undefined) => time !== undefined && Date.parse(time) > latest;
  let changed = 0;
  const entries = feed.entries.map((entry): Entry => {
    if (!isLater(entry.published) && !isLater(entry.updated)) return entry;
    changed++;
    return {
      ...entry,
      ...(isLater(entry.published) ? { published: now } : {}),
      ...(isLater(entry.updated) ? { updated: now } : {}),
    };
  });
  if (changed === 0) return feed;
  const problem = {
    code: 'future-date',
    message: `${changed === 1 ? 'One entry is' : `${changed} entries are`} dated in the future and counted as published now.`,
  };
  return { ...feed, entries, problems: [...feed.problems, problem] };
}
