import type { LookupAddress, LookupOptions } from 'node:dns';
import { buildConnector } from 'undici';
import { isReachable, literalAddress } from './address';

/** Names to addresses, as `dns.lookup` does it. Whatever answers here, the guard judges the answer. */
export type Lookup = (
  hostname: string,
  options: LookupOptions & { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** Raised in place of a connection. */
export class PrivateHost extends Error {}

/**
 * A connector that lets no connection reach a private address. Checking names before the request is not enough: a name may
 * resolve to something else a moment later, and undici calls `lookup` only for names, never for literal addresses, so that a
 * guard in `lookup` alone lets redirects to http://127.0.0.1/ through. Therefore three checks: the literal host, every
 * resolved address (one private among several is enough to refuse), and the address the socket really reached.
 * The URL is never rewritten to the resolved address: certificates are issued for names.
 */
export function guardedConnector(
  arePrivateHostsAllowed: boolean,
  timeout: number,
  resolve: Lookup,
): buildConnector.connector {
  const isAllowed = (address: string) => isReachable(address, arePrivateHostsAllowed);
  const connect = buildConnector({ timeout, lookup: guardedLookup(isAllowed, resolve) });
  return (options, callback) => {
    const literal = literalAddress(options.hostname);
    if (literal !== undefined && !isAllowed(literal)) {
      callback(new PrivateHost(options.hostname), null);
      return;
    }
    connect(options, (...[error, socket]: Parameters<buildConnector.Callback>) => {
      if (error) callback(error, null);
      else if (isAllowed(socket.remoteAddress ?? '')) callback(null, socket);
      else {
        socket.destroy();
        callback(new PrivateHost(options.hostname), null);
      }
    });
  };
}

type LookupCallback = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

function guardedLookup(isAllowed: (address: string) => boolean, resolve: Lookup) {
  return (hostname: string, options: LookupOptions, callback: LookupCallback): void => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      if (addresses.length === 0 || !addresses.every(({ address }) => isAllowed(address)))
        return callback(new PrivateHost(hostname), []);
      if (options.all) return callback(null, addresses);
      const [first] = addresses;
      callback(null, first?.address ?? '', first?.family);
    });
  };
}
