/** Connections to one host at the same time: a page may be read while a slow feed of the same outlet still trickles in. */
const AT_ONCE = 2;
/** Hosts remembered before idle ones are forgotten. */
const REMEMBERED = 2_000;

type Host = { open: number; nextStart: number; restUntil: number; waiting: (() => void)[] };

export type HostQueue = {
  /**
   * Waits for a turn at this host. Call the result once when the request is over.
   * Rejects when `signal` aborts first, and with `HostResting` when the host wants to be left alone.
   */
  enter(host: string, signal?: AbortSignal): Promise<() => void>;
  /** Nothing is asked of this host for so long, not even by those who are waiting for their turn already. */
  rest(host: string, seconds: number): void;
};

/** Raised by `enter` in place of a turn. */
export class HostResting extends Error {
  /** How much longer, 1 and up. */
  readonly seconds: number;
  constructor(seconds: number) {
    super('The host wants to be left alone.');
    this.seconds = seconds;
  }
}

/**
 * Politeness: at most two requests at a host, and `gapMs` between the starts of any two (0: no gap); none while it rests.
 * Time is the monotonic clock: it measures waiting, it dates nothing.
 */
export function openHostQueue(gapMs: number): HostQueue {
  const hosts = new Map<string, Host>();

  function hostOf(name: string): Host {
    let host = hosts.get(name);
    if (!host) {
      if (hosts.size >= REMEMBERED) forgetIdle(hosts);
      host = { open: 0, nextStart: 0, restUntil: 0, waiting: [] };
      hosts.set(name, host);
    }
    return host;
  }

  return {
    async enter(name, signal) {
      const host = hostOf(name);
      if (host.open >= AT_ONCE) await turn(host, signal);
      else host.open++;
      const leave = () => {
        const next = host.waiting.shift();
        if (next) next();
        else host.open--;
      };
      try {
        refuseWhileResting(host);
        const start = Math.max(performance.now(), host.nextStart);
        host.nextStart = start + gapMs;
        await pause(start - performance.now(), signal);
        refuseWhileResting(host);
      } catch (error) {
        leave();
        throw error;
      }
      return leave;
    },
    rest(name, seconds) {
      const host = hostOf(name);
      host.restUntil = Math.max(host.restUntil, performance.now() + seconds * 1000);
    },
  };
}

function refuseWhileResting(host: Host): void {
  const leftMs = host.restUntil - performance.now();
  if (leftMs > 0) throw new HostResting(Math.ceil(leftMs / 1000));
}

function turn(host: Host, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const go = () => {
      signal?.removeEventListener('abort', giveUp);
      resolve();
    };
    const giveUp = () => {
      host.waiting = host.waiting.filter((each) => each !== go);
      reject(signal?.reason);
    };
    if (signal?.aborted) return reject(signal.reason);
    signal?.addEventListener('abort', giveUp, { once: true });
    host.waiting.push(go);
  });
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    if (ms <= 0) return resolve();
    const giveUp = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', giveUp);
      resolve();
    }, ms);
    signal?.addEventListener('abort', giveUp, { once: true });
  });
}

function forgetIdle(hosts: Map<string, Host>): void {
  const now = performance.now();
  for (const [name, host] of hosts) {
    const isIdle = host.open === 0 && host.waiting.length === 0;
    if (isIdle && host.nextStart <= now && host.restUntil <= now) hosts.delete(name);
  }
}
