import type { Reason } from './types';

/**
 * Expected failures are values (`Reason`); these classes are for surprises and for refusing bad input at the door.
 * `code` is stable and is what programs see; `message` names what is wrong and what a person can do about it.
 */
export type ErrorCode =
  // input
  | 'bad-input'
  | 'bad-json'
  | 'bad-config'
  | 'bad-codebook'
  | 'text-too-short'
  | 'text-too-long'
  | 'unknown-id'
  | 'not-allowed'
  | 'rate-limited'
  // asking over HTTP
  | 'unknown-path'
  | 'method-not-allowed'
  | 'not-acceptable'
  | 'unsupported-type'
  | 'invalid-body'
  // the network
  | 'address-refused'
  | 'address-invalid'
  | 'not-found'
  | 'gone'
  | 'http-status'
  | 'too-large'
  | 'too-slow'
  | 'too-many-redirects'
  | 'connection-failed'
  | 'robots-disallowed'
  // feeds and pages
  | 'not-a-feed'
  | 'html-not-feed'
  | 'empty-body'
  | 'broken-feed'
  | 'no-article-text'
  | 'too-complex'
  // the store
  | 'store-unavailable'
  | 'damaged-row'
  | 'import-refused'
  | 'internal';

export class SynopticError extends Error {
  readonly code: ErrorCode;
  /** The field, file or address that is wrong, when there is one. */
  readonly subject: string | undefined;

  constructor(code: ErrorCode, message: string, options: { subject?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'SynopticError';
    this.code = code;
    this.subject = options.subject;
  }

  /**
   * By name, because one process can hold this class twice: a bundler may put it into several bundles, and what one of them throws
   * through a door opened by another is an expected failure all the same.
   */
  static override [Symbol.hasInstance](error: unknown): boolean {
    return error instanceof Error && error.name === 'SynopticError';
  }
}

/** The one JSON error shape of the API and of batch lines. */
export type ErrorBody = { error: { code: ErrorCode; message: string; subject?: string } };

/** Anything thrown → the error shape. A surprise keeps its text out of the answer: it may hold addresses or paths. */
export function toErrorBody(error: unknown): ErrorBody {
  if (error instanceof SynopticError) {
    const { code, message, subject } = error;
    return { error: { code, message, ...(subject === undefined ? {} : { subject }) } };
  }
  return {
    error: { code: 'internal', message: 'Something went wrong inside Synoptic. The server log has the details.' },
  };
}

/** Anything thrown → a value that a page or a feed's row can show. */
export function toReason(error: unknown): Reason {
  const { code, message } = toErrorBody(error).error;
  return { code, message };
}

const STATUS: Partial<Record<ErrorCode, number>> = {
  'unknown-id': 404,
  'unknown-path': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  'unsupported-type': 415,
  'invalid-body': 422,
  'not-allowed': 403,
  'rate-limited': 429,
  'too-large': 413,
  gone: 410,
  'store-unavailable': 503,
  'damaged-row': 500,
  internal: 500,
};

/** HTTP status for an error code: 400 unless the table says otherwise. */
export function statusOf(code: ErrorCode): number {
  return STATUS[code] ?? 400;
}
