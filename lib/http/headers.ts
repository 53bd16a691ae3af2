/** Header names are lower case; a header sent twice is an array. */
export type Headers = Record<string, string | string[] | undefined>;

export function header(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** A day: nobody is believed who wants to be left alone for longer, or for a negative time. */
const LONGEST = 86_400 * 30;

/** Retry-After as seconds from `now`: "120", or a date. @param now milliseconds since 1970 */
export function retryAfterSeconds(headers: Headers, now: number): number | undefined {
  const value = header(headers, 'retry-after')?.trim();
  if (value === undefined || value === '') return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - now) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(seconds, 0), LONGEST);
}

/** How long the answer says it stays fresh: Cache-Control max-age, else Expires less Date. */
function freshSeconds(headers: Headers, now: number): number | undefined {
  const control = header(headers, 'cache-control') ?? '';
  if (/\bno-(?:store|cache)\b/i.test(control)) return undefined;
  const age = /\bmax-age\s*=\s*"?(\d+)/i.exec(control)?.[1];
  if (age !== undefined) return Math.min(Number(age), LONGEST);
  const expires = Date.parse(header(headers, 'expires') ?? '');
  if (Number.isNaN(expires)) return undefined;
  const sent = Date.parse(header(headers, 'date') ?? '');
  return Math.min(Math.max(Math.round((expires - (Number.isNaN(sent) ? now : sent)) / 1000), 0), LONGEST);
}

/** What the next request can show to be told "unchanged", and for how long this answer holds. */
export type Validators = { etag?: string; lastModified?: string; maxAgeSeconds?: number };

/** @param now milliseconds since 1970 */
export function validatorsIn(headers: Headers, now: number): Validators {
  // "Expires: 0" says that no copy is worth keeping; a server that says so is not to be asked whether the copy still holds.
  const isUncacheable = header(headers, 'expires')?.trim() === '0';
  const etag = isUncacheable ? undefined : header(headers, 'etag');
  const lastModified = isUncacheable ? undefined : header(headers, 'last-modified');
  const maxAgeSeconds = freshSeconds(headers, now);
  return {
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
    ...(maxAgeSeconds === undefined ? {} : { maxAgeSeconds }),
  };
}
