import { lookup } from 'node:dns';
import { Agent, request } from 'undici';
import type { Config } from './config';
import { checkUrl, isPublicAddress, literalAddress, privateHost } from './http/address';
import { BodyRefused, readBody } from './http/body';
import { guardedConnector, type Lookup, PrivateHost } from './http/guarded-connector';
import { header, retryAfterSeconds, type Validators, validatorsIn } from './http/headers';
import { HostResting, openHostQueue } from './http/host-queue';
import {
  challengeReason,
  connectionReason,
  type FailureReason,
  resting,
  statusReason,
  stopped,
  tooLarge,
  tooManyRedirects,
  tooSlow,
} from './http/reasons';
import { type HttpPost, type PostResult, sendJson } from './http/send-json';
import { isStaleConnection } from './http/stale-connection';
import { SOFTWARE } from './software';

export type { HttpPost, PostResult } from './http/send-json';

/**
 * The one door to the network. Every address is somebody else's choice (a feed's link, a redirect, a pasted URL), so every
 * one is checked, at the moment of connecting and again at each redirect, and every answer is bounded in time and size.
 */
export type Http = {
  get(request: HttpRequest): Promise<HttpResult>;
  post(url: string, request: HttpPost): Promise<PostResult>;
};

export type HttpRequest = {
  url: string;
  /** Validators of the copy at hand, exactly as they were received. */
  etag?: string;
  lastModified?: string;
  accept?: 'feed' | 'page';
  signal?: AbortSignal;
};

export type HttpResult =
  | ({
      outcome: 'ok';
      /** Where the body came from, redirects followed. */
      url: string;
      body: Uint8Array;
      contentType?: string;
      /** Where to ask from now on: set when every redirect on the way was permanent (301, 308). */
      movedTo?: string;
    } & Validators)
  | ({ outcome: 'not-modified'; url: string; movedTo?: string } & Validators)
  | {
      outcome: 'failed';
      url: string;
      reason: FailureReason;
      status?: number;
      retryAfterSeconds?: number;
      /** Nothing was sent: the host has asked to be left alone for `retryAfterSeconds`. */
      isUnasked?: true;
    };

export type HttpConfig = Pick<
  Config,
  | 'SYNOPTIC_ALLOW_PRIVATE_HOSTS'
  | 'SYNOPTIC_CONTACT_URL'
  | 'SYNOPTIC_HTTP_TIMEOUT_MS'
  | 'SYNOPTIC_HTTP_MAX_BYTES'
  | 'SYNOPTIC_HOST_GAP_MS'
>;

/** Milliseconds since 1970, for Retry-After and Expires given as dates. */
export type Clock = { now(): number };

const MAX_REDIRECTS = 5;
const CONNECT_TIMEOUT_MS = 10_000;
/** After 429 without Retry-After, and the longest that one answer can silence a whole host. */
const REST_SECONDS = 5 * 60;
const LONGEST_REST_SECONDS = 24 * 3_600;

// Some servers answer 406 to a list without */*, some send HTML unless XML is named: the list names everything, best first.
const ACCEPT = {
  feed: 'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.5, */*;q=0.4',
  page: 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8',
};

/**
 * Neither `get` nor `post` throws for trouble on the network: what went wrong is a `failed` result with a sentence for a person.
 * The time limit covers the whole request with its redirects, but not the wait for a turn at the host.
 *
 * `post` sends once and to one address. A redirect is a failure, because what is sent may hold a secret and the owner named one
 * address; nothing is sent twice by itself, because what was lost on the way may have arrived.
 */
export function openHttp(config: HttpConfig, clock: Clock = { now: () => Date.now() }, resolve: Lookup = lookup): Http {
  const arePrivateHostsAllowed = config.SYNOPTIC_ALLOW_PRIVATE_HOSTS;
  const timeoutMs = config.SYNOPTIC_HTTP_TIMEOUT_MS;
  const maxBytes = config.SYNOPTIC_HTTP_MAX_BYTES;
  const userAgent = `Synoptic/${SOFTWARE.version} (+${config.SYNOPTIC_CONTACT_URL})`;
  const queue = openHostQueue(config.SYNOPTIC_HOST_GAP_MS);
  const agent = new Agent({
    connect: guardedConnector(arePrivateHostsAllowed, Math.min(timeoutMs, CONNECT_TIMEOUT_MS), resolve),
    keepAliveTimeout: 4_000,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxHeaderSize: 64 * 1024,
  });

  async function get(asked: HttpRequest): Promise<HttpResult> {
    let address = asked.url;
    let isPermanent = true;
    let budgetMs = timeoutMs;
    for (let hop = 0; ; hop++) {
      const checked = checkUrl(address, arePrivateHostsAllowed);
      if ('reason' in checked) return { outcome: 'failed', url: address, reason: checked.reason };
      const { url } = checked;
      url.hash = '';
      const step = await oneHop(asked, url, budgetMs);
      budgetMs = step.budgetMs;
      if ('redirect' in step) {
        if (hop === MAX_REDIRECTS)
          return { outcome: 'failed', url: url.href, reason: tooManyRedirects(url, MAX_REDIRECTS) };
        isPermanent &&= step.isPermanent;
        address = step.redirect;
        continue;
      }
      const movedTo = hop > 0 && isPermanent && step.result.outcome !== 'failed' ? { movedTo: url.href } : {};
      return { ...step.result, ...movedTo };
    }
  }

  type Hop = { budgetMs: number } & ({ redirect: string; isPermanent: boolean } | { result: HttpResult });

  /** One request without its redirects. */
  async function oneHop(asked: HttpRequest, url: URL, budgetMs: number): Promise<Hop> {
    const { answer, leftMs } = await inTurn(url, { budgetMs, timeoutMs, maxBytes, signal: asked.signal }, (signal) =>
      ask(asked, url, signal),
    );
    return { ...('outcome' in answer ? { result: answer } : answer), budgetMs: leftMs };
  }

  type Failed = Extract<HttpResult, { outcome: 'failed' }>;
  type Limits = {
    budgetMs: number;
    timeoutMs: number;
    maxBytes: number;
    signal: AbortSignal | undefined;
    isOwn?: boolean;
  };

  /** Does `work` when the host's turn has come; whatever is thrown on the way is a failure with its reason. */
  async function inTurn<T>(
    url: URL,
    { budgetMs, timeoutMs, maxBytes, signal: stop, isOwn = false }: Limits,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<{ answer: T | Failed; leftMs: number }> {
    let leave: () => void;
    try {
      leave = isOwn ? () => {} : await queue.enter(url.hostname, stop);
    } catch (error) {
      const rest =
        error instanceof HostResting
          ? { reason: resting(url, error.seconds), retryAfterSeconds: error.seconds, isUnasked: true as const }
          : { reason: stopped(url) };
      return { leftMs: budgetMs, answer: { outcome: 'failed', url: url.href, ...rest } };
    }
    const started = performance.now();
    const limit = AbortSignal.timeout(Math.max(1, Math.round(budgetMs)));
    const left = () => budgetMs - (performance.now() - started);
    try {
      const answer = await work(stop ? AbortSignal.any([limit, stop]) : limit);
      return { answer, leftMs: left() };
    } catch (error) {
      const reason = stop?.aborted
        ? stopped(url)
        : limit.aborted
          ? tooSlow(url, timeoutMs)
          : thrownReason(error, url, maxBytes);
      return { leftMs: left(), answer: { outcome: 'failed', url: url.href, reason } };
    } finally {
      leave();
    }
  }

  async function post(address: string, asked: HttpPost): Promise<PostResult> {
    const checked = checkUrl(address, arePrivateHostsAllowed);
    if ('reason' in checked) return { outcome: 'failed', url: address, reason: checked.reason };
    const { url } = checked;
    url.hash = '';
    const time = asked.timeoutMs ?? timeoutMs;
    const limits = {
      budgetMs: time,
      timeoutMs: time,
      maxBytes: asked.maxBytes ?? maxBytes,
      signal: asked.signal,
      isOwn: asked.isOwn === true,
    };
    const { answer } = await inTurn(url, limits, (signal) =>
      sendJson(asked, url, { agent, userAgent, maxBytes: limits.maxBytes, signal, now: clock.now() }),
    );
    if (answer.outcome === 'failed' && answer.status === 429) silence(url, answer.retryAfterSeconds);
    return answer;
  }

  type Answer = { redirect: string; isPermanent: boolean } | { result: HttpResult };

  async function ask(asked: HttpRequest, url: URL, signal: AbortSignal): Promise<Answer> {
    const asking: Parameters<typeof request>[1] = {
      dispatcher: agent,
      signal,
      headers: {
        'user-agent': userAgent,
        accept: ACCEPT[asked.accept ?? 'page'],
        'accept-encoding': 'br, gzip, deflate',
        ...(asked.etag === undefined ? {} : { 'if-none-match': asked.etag }),
        ...(asked.lastModified === undefined ? {} : { 'if-modified-since': asked.lastModified }),
      },
    };
    // A server closes a connection that rests at the moment it is used again: nobody's fault, and seen often when this process is
    // busy. What was asked by GET may be asked once more by oneself (RFC 9110, 9.2.2).
    const response = await request(url, asking).catch((error) => {
      if (!isStaleConnection(error)) throw error;
      return request(url, asking);
    });
    const { statusCode: status, headers, body } = response;
    const discard = () => {
      body.on('error', () => {});
      body.destroy();
    };
    const location = header(headers, 'location');
    if ([301, 302, 303, 307, 308].includes(status) && location !== undefined) {
      discard();
      const target = URL.canParse(location, url.href) ? new URL(location, url.href).href : location;
      return { redirect: target, isPermanent: status === 301 || status === 308 };
    }
    if (status === 304) {
      discard();
      return { result: { outcome: 'not-modified', url: url.href, ...validatorsIn(headers, clock.now()) } };
    }
    if (status < 200 || status > 299 || status === 204 || status === 205) {
      discard();
      const wait = retryAfterSeconds(headers, clock.now());
      if (status === 429) silence(url, wait);
      const isChallenge = header(headers, 'cf-mitigated') === 'challenge';
      const reason = isChallenge ? challengeReason(url) : statusReason(status, url, wait);
      return {
        result: {
          outcome: 'failed',
          url: url.href,
          reason,
          status,
          ...(wait === undefined ? {} : { retryAfterSeconds: wait }),
        },
      };
    }
    // An announced length is compressed length: over the cap already means over it, under it means nothing.
    if (Number(header(headers, 'content-length') ?? 0) > maxBytes) {
      discard();
      return { result: { outcome: 'failed', url: url.href, reason: tooLarge(url, maxBytes), status } };
    }
    const bytes = await readBody(body, header(headers, 'content-encoding') ?? '', maxBytes);
    const contentType = header(headers, 'content-type');
    return {
      result: {
        outcome: 'ok',
        url: url.href,
        body: bytes,
        ...(contentType === undefined ? {} : { contentType }),
        ...validatorsIn(headers, clock.now()),
      },
    };
  }

  /**
   * 429 speaks of the reader, not of one address: every other request to the host would make it worse. Not so a bare address of
   * one's own network, where one machine may play any number of outlets.
   */
  function silence(url: URL, seconds: number | undefined): void {
    const literal = literalAddress(url.hostname);
    if (literal === undefined || isPublicAddress(literal))
      queue.rest(url.hostname, Math.min(seconds ?? REST_SECONDS, LONGEST_REST_SECONDS));
  }

  function thrownReason(error: unknown, url: URL, maxBytes: number): FailureReason {
    if (error instanceof PrivateHost) return privateHost(url.hostname);
    if (error instanceof BodyRefused && error.fault === 'too-large') return tooLarge(url, maxBytes);
    if (error instanceof BodyRefused)
      return {
        code: 'connection-failed',
        message: `${url.hostname} compresses the document in a way that is not understood.`,
      };
    return connectionReason(error, url);
  }

  return { get, post };
}
