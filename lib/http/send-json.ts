import { type Agent, request } from 'undici';
import { readBody } from './body';
import { header, retryAfterSeconds } from './headers';
import { type FailureReason, postStatusReason, sentElsewhere } from './reasons';

export type HttpPost = {
  /** Sent as `JSON.stringify` writes it. */
  json: unknown;
  /** Beside those of every request; a secret belongs here and never into the address. */
  headers?: Record<string, string>;
  /** Largest answer, after decompression. Default: that of everything read. */
  maxBytes?: number;
  /** Default: that of everything read. */
  timeoutMs?: number;
  signal?: AbortSignal;
  /** The address is the owner's own and answers as often as it is asked: no turn is waited for. */
  isOwn?: true;
};

export type PostResult =
  | { outcome: 'ok'; url: string; status: number; body: Uint8Array; contentType?: string }
  | {
      outcome: 'failed';
      url: string;
      reason: FailureReason;
      status?: number;
      retryAfterSeconds?: number;
      isUnasked?: true;
    };

export type Sending = { agent: Agent; userAgent: string; maxBytes: number; signal: AbortSignal; now: number };

/** One POST of JSON, without redirects: the address has been checked and the host's turn has come. @throws what undici throws, BodyRefused */
export async function sendJson(
  { json, headers: own }: HttpPost,
  url: URL,
  { agent, userAgent, maxBytes, signal, now }: Sending,
): Promise<PostResult> {
  const { statusCode, headers, body } = await request(url, {
    method: 'POST',
    dispatcher: agent,
    signal,
    // The caller's time alone limits a slow answer: a service may think for a minute before its first byte.
    headersTimeout: 0,
    bodyTimeout: 0,
    // No connection rests afterwards, so none can be closed at the moment it is used again.
    reset: true,
    body: JSON.stringify(json),
    headers: {
      ...own,
      'user-agent': userAgent,
      accept: 'application/json, */*;q=0.5',
      'accept-encoding': 'br, gzip, deflate',
      'content-type': 'application/json',
    },
  });
  if (statusCode < 200 || statusCode > 299) {
    body.on('error', () => {});
    body.destroy();
    const wait = retryAfterSeconds(headers, now);
    const isMoved = statusCode < 400 && header(headers, 'location') !== undefined;
    return {
      outcome: 'failed',
      url: url.href,
      reason: isMoved ? sentElsewhere(url, statusCode) : postStatusReason(statusCode, url, wait),
      status: statusCode,
      ...(wait === undefined ? {} : { retryAfterSeconds: wait }),
    };
  }
  const bytes = await readBody(body, header(headers, 'content-encoding') ?? '', maxBytes);
  const contentType = header(headers, 'content-type');
  return {
    outcome: 'ok',
    url: url.href,
    status: statusCode,
    body: bytes,
    ...(contentType === undefined ? {} : { contentType }),
  };
}
