import robotsParser from 'robots-parser';
import { decodeBytes } from './charset';
import type { Http, HttpResult } from './http';
import type { Reason } from './types';

/** The name robots.txt files can address. */
const ROBOT = 'Synoptic';
/** RFC 9309 2.4: a copy should not be used for more than a day. */
const KEPT_MS = 24 * 3_600_000;
/** An unreachable robots.txt means "disallow", which should not last a day when the fault lasts a minute. */
const KEPT_AFTER_FAILURE_MS = 10 * 60_000;
/** RFC 9309 2.5: at least 500 KiB must be read, the rest may be left. */
const MAX_BYTES = 500 * 1024;
/** Sites remembered; the oldest goes first. */
const MAX_SITES = 5_000;

type Rules = { refusal(url: string): Reason | undefined; isKept(now: number): boolean };

/** One entry a site. Keep one for the life of the process. */
export type RobotsCache = Map<string, Promise<Rules>>;

export type Permission = { allowed: true } | { allowed: false; reason: Reason };

/**
 * May the page at `url` be read (RFC 9309)? Asked for article pages, not for feeds: a feed is published for programs and a
 * person has subscribed to it. A missing file (4xx) allows everything; a site that cannot say (5xx, no answer) allows nothing.
 *
 * @param now milliseconds since 1970
 */
export async function mayFetch(
  http: Pick<Http, 'get'>,
  url: string,
  cache: RobotsCache,
  now: number = Date.now(),
): Promise<Permission> {
  if (!URL.canParse(url)) return { allowed: true }; // the request itself will say what is wrong with it
  const { origin } = new URL(url);
  const known = cache.get(origin);
  let rules = await (known ?? remember(cache, origin, readRules(http, origin, now)));
  if (!rules.isKept(now)) {
    // Of several pages waiting for the same stale copy only the first asks again.
    const isReplaced = cache.get(origin) !== known;
    rules = await ((isReplaced && cache.get(origin)) || remember(cache, origin, readRules(http, origin, now)));
  }
  const reason = rules.refusal(url);
  return reason ? { allowed: false, reason } : { allowed: true };
}

function remember(cache: RobotsCache, origin: string, rules: Promise<Rules>): Promise<Rules> {
  const [oldest] = cache.keys();
  if (cache.size >= MAX_SITES && oldest !== undefined) cache.delete(oldest);
  cache.set(origin, rules);
  return rules;
}

async function readRules(http: Pick<Http, 'get'>, origin: string, now: number): Promise<Rules> {
  const address = `${origin}/robots.txt`;
  const host = new URL(origin).hostname;
  const result = await http.get({ url: address });
  const unreachable = unreachableReason(result, host);
  const keptMs = unreachable ? KEPT_AFTER_FAILURE_MS : KEPT_MS;
  const isKept = (later: number) => later - now < keptMs;
  if (result.outcome !== 'ok') return { refusal: () => unreachable, isKept };
  const { text } = decodeBytes(result.body.subarray(0, MAX_BYTES), result.contentType);
  const robots = robotsParser(address, text);
  const disallowed = refused(`${host} asks automatic readers not to read this page (robots.txt).`);
  return { refusal: (url) => (robots.isAllowed(url, ROBOT) === false ? disallowed : undefined), isKept };
}

/** A site that is down says so itself; a site that is up but cannot give its robots.txt is taken to disallow. */
function unreachableReason(result: HttpResult, host: string): Reason | undefined {
  if (result.outcome !== 'failed') return undefined;
  // RFC 9309 2.3.1.2: after five redirects the file may be taken as missing.
  if (result.reason.code === 'too-many-redirects') return undefined;
  if (result.status === undefined) return result.reason;
  if (result.status < 500) return undefined;
  return refused(`${host} cannot say just now whether automatic readers are welcome (robots.txt: ${result.status}).`);
}

function refused(message: string): Reason {
  return { code: 'robots-disallowed', message };
}
