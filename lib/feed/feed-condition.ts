import type { FeedState, Timestamp } from '#lib/types';

/**
 * How a subscribed feed is doing, worked out from what the last tries left behind.
 *
 * `taken-down`: the server said 410, gone for good. `given-up`: failed too often in a row to be tried by itself. `failing`: the last
 * try went wrong and the next one is set. `unread`: not tried yet. `read`: the last try went well, which says nothing about how much
 * is in it: see `isQuiet`.
 */
export type FeedCondition = 'failing' | 'given-up' | 'taken-down' | 'paused' | 'unread' | 'read';

export function conditionOf(feed: FeedState): FeedCondition {
  if (feed.pausedAt !== undefined) return 'paused';
  if (feed.retired) return feed.lastError?.code === 'gone' ? 'taken-down' : 'given-up';
  if (feed.lastError !== undefined) return 'failing';
  return feed.lastSuccessAt === undefined ? 'unread' : 'read';
}

/**
 * Silence this many times as long as the usual gap is remarked on. If entries came independently of each other, one of 400 gaps would
 * be that long by chance (e^-6).
 */
const QUIET_GAPS = 6;
/** No shorter silence counts: from Friday evening to Monday morning many newsrooms publish nothing. */
const SHORTEST_SILENCE_MS = 3 * 86_400_000;
/** Of an outlet with too few entries for a pace, this is long; and for a slow one, longer is never needed. */
const LONGEST_SILENCE_MS = 30 * 86_400_000;
const SILENCE_WITHOUT_PACE_MS = 14 * 86_400_000;

/**
 * Whether nothing new has come for longer than this outlet's usual pace explains. A quiet feed answers; a dead one does not.
 *
 * One entry an hour → quiet after 3 days (6 hours would be every night); one a week → after 30 days; none ever → quiet.
 *
 * @param pace the newest entry, and the one `gaps` before it
 */
export function isQuiet(pace: { newest?: Timestamp; before?: Timestamp }, gaps: number, now: Timestamp): boolean {
  if (pace.newest === undefined) return true;
  const newest = Date.parse(pace.newest);
  const silence = Date.parse(now) - newest;
  if (pace.before === undefined) return silence > SILENCE_WITHOUT_PACE_MS;
  const usual = (newest - Date.parse(pace.before)) / gaps;
  return silence > Math.min(Math.max(QUIET_GAPS * usual, SHORTEST_SILENCE_MS), LONGEST_SILENCE_MS);
}

const OPEN = 'Open the address in a browser.';
const OTHER_FEED = 'look on the outlet’s site for its present feed, add that one, and remove this one.';

const ADVICE: Record<string, string> = {
  'address-invalid': `The address is not one that can be read: ${OTHER_FEED}`,
  'address-refused':
    'If this is a newsroom of your own network, start Synoptic with SYNOPTIC_ALLOW_PRIVATE_HOSTS=1; otherwise remove the feed.',
  'not-found': `The feed has probably moved: ${OTHER_FEED}`,
  gone: `The outlet has taken the feed down: ${OTHER_FEED}`,
  'http-status': `${OPEN} If you see the feed there, the server refuses programs: wait a day and read it again; if it stays so, ${OTHER_FEED}`,
  'too-large': 'Choose a smaller feed of the outlet (one section), or raise SYNOPTIC_HTTP_MAX_BYTES.',
  'too-slow':
    'Usually this passes. If it does not, raise SYNOPTIC_HTTP_TIMEOUT_MS or choose another feed of the outlet.',
  'too-many-redirects': `${OPEN} Add the address it ends at, and remove this one.`,
  'connection-failed':
    'If other feeds fail as well, check this machine’s own connection. If only this one does, its server is down or its name has changed: open the site in a browser.',
  'robots-disallowed': 'The site asks programs not to read this address. Remove the feed, or ask the outlet.',
  'not-a-feed': `What stands there is no feed: ${OTHER_FEED}`,
  'html-not-feed': `${OPEN} If a consent or login page appears, the feed is not open to programs; if an ordinary page does, ${OTHER_FEED}`,
  'empty-body':
    'Usually this passes. If it does not, the outlet no longer fills this feed: look for another one on its site.',
  'broken-feed': 'The outlet’s software writes the feed wrongly. Usually this passes; if it does not, tell the outlet.',
};
const OTHERWISE = 'Read it again now. If that fails too, open the address in a browser and compare.';

/** What a person can do about the last failure; undefined while nothing is wrong. */
export function whatToTry(feed: FeedState): string | undefined {
  if (feed.lastError === undefined) return undefined;
  return ADVICE[feed.lastError.code] ?? OTHERWISE;
}
