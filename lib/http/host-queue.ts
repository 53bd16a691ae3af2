/** Connections to one host at the same time: a page may be read while a slow feed of the same outlet still trickles in. */
const AT_ONCE = 2;
/** Hosts remembered before idle ones are forgotten. */
const REMEMBERED = 2_000;

type Host = { open: number; nextStart: number; waiting: (() => void)[] };

export type HostQueue = {
  /** Waits for a turn at this host. Call the result once when the request is over. Rejects when `signal` aborts first. */
  enter(host: string, signal?: AbortSignal): Promise<() => void>;
};

/**
 * Politeness: at most two requests at a host, and `gapMs` between the starts of any two (0: no gap).
 * Time is the monotonic clock: it measures waiting, it dates nothing.
 */
export function openHostQueue(gapMs: number): HostQueue {
  const hosts = new Map<string, Host>();

  function hostOf(name: string): Host {
    let host = hosts.get(name);
    if (!host) {
      if (hosts.size >= REMEMBERED) forgetIdle(hosts);
      host = { open: 0, nextStart: 0, waiting: [] };
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
      const start = Math.max(performance.now(), host.nextStart);
      host.nextStart = start + gapMs;
      try {
        await pause(start - performance.now(), signal);
      } catch (error) {
        leave();
        throw error;
      }
      return leave;
    },
  };
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
    if (host.open === 0 && host.waiting.length === 0 && host.nextStart <= now) hosts.delete(name);
  }
}
