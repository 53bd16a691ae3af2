import type { ErrorCode } from '../errors';
import type { Reason } from '../types';

export type FailureReason = Reason & { code: ErrorCode };

/** What a status that is neither success nor redirect means for somebody who wanted to read a page. */
export function statusReason(status: number, url: URL, retryAfterSeconds: number | undefined): FailureReason {
  const host = url.hostname;
  const wait = retryAfterSeconds === undefined ? '' : ` It asks to wait ${spoken(retryAfterSeconds)}.`;
  switch (status) {
    case 404:
      return {
        code: 'not-found',
        message: `${host} has nothing at this address (404). Check the address for a slip or look on the site for the new one.`,
      };
    case 410:
      return {
        code: 'gone',
        message: `${host} says this address is gone for good (410). Remove it or look on the site for a new one.`,
      };
    case 401:
    case 402:
    case 403:
    case 451:
      return {
        code: 'http-status',
        message: `${host} does not let Synoptic read this address (${status}). It may need a subscription, or refuse automatic readers.`,
      };
    case 406:
      return { code: 'http-status', message: `${host} has no form of this document that Synoptic accepts (406).` };
    case 429:
      return {
        code: 'http-status',
        message: `${host} has had too many requests (429).${wait} It is asked less often from now on.`,
      };
    default:
      return status >= 500
        ? {
            code: 'http-status',
            message: `${host} has a fault of its own (${status}).${wait} It is tried again later.`,
          }
        : { code: 'http-status', message: `${host} answered with status ${status}, which holds nothing to read.` };
  }
}

/** The same for something sent: a service answers otherwise than a page, and what to do is another thing. */
export function postStatusReason(status: number, url: URL, retryAfterSeconds: number | undefined): FailureReason {
  const host = url.hostname;
  const wait = retryAfterSeconds === undefined ? '' : ` It asks to wait ${spoken(retryAfterSeconds)}.`;
  const told = (message: string): FailureReason => ({ code: 'http-status', message });
  if (status === 401 || status === 403)
    return told(`${host} does not accept the key it was sent (${status}). Check the key in the settings.`);
  if (status === 404 || status === 405)
    return told(`${host} takes nothing at this address (${status}). Check the address in the settings.`);
  if (status === 413) return told(`${host} takes no more than a shorter text (413).`);
  if (status === 429) return told(`${host} has had too many requests (429).${wait} Try again later.`);
  if (status >= 500) return told(`${host} has a fault of its own (${status}).${wait} Try again later.`);
  return told(`${host} did not accept what it was sent (${status}).`);
}

export function sentElsewhere(url: URL, status: number): FailureReason {
  return {
    code: 'http-status',
    message: `${url.hostname} sends on to another address (${status}), and what is sent from here goes to one address only. Set the final address.`,
  };
}

/** A page made to keep programs out: it comes with status 403 or 503 and means something else than they do. */
export function challengeReason(url: URL): FailureReason {
  return {
    code: 'http-status',
    message: `${url.hostname} asks its visitors to prove that they are people, so a program cannot read this address.`,
  };
}

export function resting(url: URL, seconds: number): FailureReason {
  return {
    code: 'http-status',
    message: `${url.hostname} has had too many requests and is left alone for another ${spoken(seconds)}.`,
  };
}

export function tooLarge(url: URL, maxBytes: number): FailureReason {
  return {
    code: 'too-large',
    message: `The document at ${url.hostname} is larger than ${megabytes(maxBytes)}, the most that is read (SYNOPTIC_HTTP_MAX_BYTES).`,
  };
}

export function tooSlow(url: URL, timeoutMs: number): FailureReason {
  return {
    code: 'too-slow',
    message: `${url.hostname} did not deliver the document within ${timeoutMs / 1000} seconds. It is tried again later.`,
  };
}

export function tooManyRedirects(url: URL, max: number): FailureReason {
  return {
    code: 'too-many-redirects',
    message: `${url.hostname} sends the reader on and on: stopped after ${max} redirects. Find the document's final address in a browser.`,
  };
}

export function stopped(url: URL): FailureReason {
  return { code: 'connection-failed', message: `Reading from ${url.hostname} was stopped before it was done.` };
}

const CONNECTION_FAULTS: Record<string, string> = {
  ENOTFOUND: 'no computer with this name is known. Check the address for a slip',
  EAI_AGAIN: 'the name could not be looked up just now. Check this machine’s own connection',
  ECONNREFUSED: 'nobody answers at this port. The site may be down',
  ECONNRESET: 'the connection was broken off',
  UND_ERR_SOCKET: 'the connection was broken off before the document was complete',
  EPIPE: 'the connection was broken off',
  EHOSTUNREACH: 'the network has no way there',
  ENETUNREACH: 'the network has no way there',
  ETIMEDOUT: 'nobody answers',
  UND_ERR_CONNECT_TIMEOUT: 'nobody answers',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by nobody else',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not signed by a known authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate could not be verified',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate could not be verified',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate belongs to another name',
  EPROTO: 'it does not speak https at this port',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the document is not as long as announced',
  UND_ERR_HEADERS_OVERFLOW: 'its answer has too many headers',
  Z_BUF_ERROR: 'the compressed document breaks off',
  Z_DATA_ERROR: 'the compressed document is damaged',
  ERR_PADDING_2: 'the compressed document is damaged',
};

/** What went wrong on the wire, from the code of the error at the bottom. */
export function connectionReason(error: unknown, url: URL): FailureReason {
  const code = errorCode(error);
  const told =
    CONNECTION_FAULTS[code] ??
    (code.startsWith('ERR_SSL') ? 'it does not speak https at this port' : undefined) ??
    (code.startsWith('HPE_') ? 'its answer is not valid HTTP' : undefined) ??
    (code.startsWith('ERR_') || code.startsWith('Z_')
      ? 'the compressed document is damaged'
      : `the connection failed${code === '' ? '' : ` (${code})`}`);
  return { code: 'connection-failed', message: `${url.hostname} could not be read: ${told}.` };
}

function errorCode(error: unknown): string {
  for (let at = error, depth = 0; at !== null && typeof at === 'object' && depth < 5; depth++) {
    if ('code' in at && typeof at.code === 'string') return at.code;
    // One error for several addresses tried in turn: the first says enough.
    at = 'errors' in at && Array.isArray(at.errors) ? at.errors[0] : 'cause' in at ? at.cause : undefined;
  }
  return '';
}

function spoken(seconds: number): string {
  if (seconds < 120) return `${seconds} seconds`;
  return seconds < 7_200 ? `${Math.round(seconds / 60)} minutes` : `${Math.round(seconds / 3_600)} hours`;
}

function megabytes(bytes: number): string {
  return bytes >= 1_000_000 ? `${Math.round(bytes / 100_000) / 10} MB` : `${Math.round(bytes / 1_000)} KB`;
}
