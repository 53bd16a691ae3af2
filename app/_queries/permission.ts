import { createHash, timingSafeEqual } from 'node:crypto';
import { cookies, headers } from 'next/headers';
import { readConfig } from '#lib/config';
import { SynopticError } from '#lib/errors';
import { openTurns } from '#lib/turns';

/** Cookie of a signed-in owner: a digest of the token, so that the token itself never travels back. */
export const SIGN_IN_COOKIE = 'synoptic-owner';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/;

/**
 * Whether this request may change what is stored. With SYNOPTIC_ADMIN_TOKEN set: bearer or signed in. Without it: only on
 * a server bound to loopback, asked under a loopback name (a page elsewhere cannot borrow it by pointing its own name here).
 */
export async function mayWrite(): Promise<boolean> {
  const asked = await headers();
  if (!isSameOrigin(asked.get('origin'), asked.get('host'))) return false;
  const { SYNOPTIC_ADMIN_TOKEN: token, SYNOPTIC_HOST: bound } = readConfig();
  if (token === undefined) return LOOPBACK.test(bound) && LOOPBACK.test(hostname(asked.get('host') ?? ''));
  const bearer = /^Bearer (.+)$/.exec(asked.get('authorization') ?? '')?.[1];
  if (bearer !== undefined) return isSame(digest(bearer), digest(token));
  const cookie = (await cookies()).get(SIGN_IN_COOKIE)?.value;
  return cookie !== undefined && isSame(cookie, digest(token));
}

/**
 * Whether the reader came here from our own pages or typed the address. A link on somebody else's page must not make this machine fetch
 * an address of their choice; browsers say where a visit comes from, tools say nothing.
 */
export async function isAskedFromHere(): Promise<boolean> {
  const site = (await headers()).get('sec-fetch-site');
  return site === null || site === 'same-origin' || site === 'none';
}

/** @throws SynopticError `not-allowed` saying what to do. */
export async function needWrite(): Promise<void> {
  if (await mayWrite()) return;
  throw new SynopticError(
    'not-allowed',
    readConfig().SYNOPTIC_ADMIN_TOKEN === undefined
      ? 'This installation can be read from here but not changed. Set SYNOPTIC_ADMIN_TOKEN on the server and sign in.'
      : 'Sign in as the owner of this installation first.',
  );
}

/**
 * Whether this visitor may compare and freeze: the owner always; others as often as SYNOPTIC_PUBLIC_COMPARING says, counted here.
 * @throws SynopticError `not-allowed`, `rate-limited`
 */
export async function needCompare(): Promise<void> {
  const { SYNOPTIC_PUBLIC_COMPARING: perHour } = readConfig();
  if (perHour === 0 || (await mayWrite())) return needWrite();
  const asked = await headers();
  // The same care as for the owner: a page elsewhere must not spend a visitor's turns.
  if (!isSameOrigin(asked.get('origin'), asked.get('host'))) return needWrite();
  const visitor = asked.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'unknown';
  if (visitorTurns.take(visitor, perHour, Date.now())) return;
  throw new SynopticError(
    'rate-limited',
    `Visitors may make ${perHour} comparisons an hour here, and these have been made. Try again later.`,
  );
}

const visitorTurns = openTurns();

/** The cookie's value when the token is right, else undefined. */
export function signIn(token: string): string | undefined {
  const expected = readConfig().SYNOPTIC_ADMIN_TOKEN;
  if (expected === undefined || !isSame(digest(token), digest(expected))) return undefined;
  return digest(expected);
}

// Tools send no Origin; a browser sends one with every change, and it must be ours.
function isSameOrigin(origin: string | null, host: string | null): boolean {
  if (origin === null) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

function hostname(host: string): string {
  return host.replace(/:\d+$/, '');
}

function digest(token: string): string {
  return createHash('sha256').update(`synoptic owner ${token}`).digest('hex');
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Whether the visitor came over https, as far as the proxy in front says. */
export async function isSecure(): Promise<boolean> {
  return (await headers()).get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https';
}

/** The address of a page here as the visitor would write it, as far as the proxy in front says. */
export async function addressOf(path: string): Promise<string> {
  const host = (await headers()).get('host') ?? '';
  return `${(await isSecure()) ? 'https' : 'http'}://${host}${path}`;
}
