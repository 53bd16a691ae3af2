import ipaddr from 'ipaddr.js';
import type { FailureReason } from './reasons';

/** Ports news is served on. Others are left to mail, databases and administration. */
const PORTS: ReadonlySet<number> = new Set([80, 443, 8080, 8443]);

/** By their range public or private like others, and yet a cloud's own service for the machine that asks (Azure's, Amazon's). */
const METADATA: ReadonlySet<string> = new Set(['168.63.129.16', 'fd00:ec2::254']);

/**
 * True for an address of the open internet. Only the `unicast` range counts: that leaves out loopback, private, link-local
 * (169.254.169.254 with it), CGNAT 100.64/10, ULA, multicast, unspecified, reserved, and the IPv6 ranges that wrap an IPv4
 * address (NAT64, 6to4, Teredo). IPv4-mapped ::ffff:a.b.c.d is judged as a.b.c.d.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast' && !METADATA.has(parsed.toString());
}

// What SYNOPTIC_ALLOW_PRIVATE_HOSTS opens: machines somebody runs. Link-local addresses stay closed, because a cloud answers there
// with the machine's own credentials.
const OWN_RANGES: ReadonlySet<string> = new Set(['loopback', 'private', 'uniqueLocal', 'carrierGradeNat']);

/** Whether a connection may be made to this address: a public one, or with private hosts allowed one of one's own network. */
export function isReachable(address: string, arePrivateHostsAllowed: boolean): boolean {
  if (isPublicAddress(address)) return true;
  if (!arePrivateHostsAllowed || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return OWN_RANGES.has(parsed.range()) && !METADATA.has(parsed.toString());
}

/** The address a host names literally, brackets taken off; undefined for a name. */
export function literalAddress(hostname: string): string | undefined {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(bare) ? bare : undefined;
}

export type Checked = { url: URL } | { reason: FailureReason };

/**
 * May this address be asked at all? The part of the guard that needs no resolving; names are judged by what they resolve
 * to, when the connection is made. `URL` has already written 2130706433, 0x7f.1 and 0177.0.0.1 as 127.0.0.1.
 */
export function checkUrl(address: string, arePrivateHostsAllowed: boolean): Checked {
  if (!URL.canParse(address))
    return refused(
      'address-invalid',
      `“${address}” is not a web address. It should look like https://example.org/feed.xml.`,
    );
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return refused(
      'address-refused',
      `Only http and https addresses are read, not ${url.protocol} (${shown(address)}).`,
    );
  if (url.username !== '' || url.password !== '')
    return refused(
      'address-refused',
      `The address for ${url.hostname} holds a user name or password. Take it out and try again.`,
    );
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  if (!PORTS.has(port) && !(arePrivateHostsAllowed && port > 1023))
    return refused(
      'address-refused',
      `Port ${port} of ${url.hostname} is not read. Feeds and pages are read from ports ${[...PORTS].join(', ')}.`,
    );
  const literal = literalAddress(url.hostname);
  if (literal !== undefined && !isReachable(literal, arePrivateHostsAllowed))
    return { reason: privateHost(url.hostname) };
  return { url };
}

export function privateHost(hostname: string): FailureReason {
  return {
    code: 'address-refused',
    message: `${hostname} is an address inside a private network, which is not read. If the newsroom really is there, set SYNOPTIC_ALLOW_PRIVATE_HOSTS=1.`,
  };
}

function refused(code: 'address-invalid' | 'address-refused', message: string): Checked {
  return { reason: { code, message } };
}

function shown(address: string): string {
  return address.length > 200 ? `${address.slice(0, 200)}…` : address;
}
