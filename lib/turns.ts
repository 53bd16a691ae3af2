/** How often somebody may do something in an hour, counted in this process. */
export type Turns = { take(who: string, perHour: number, nowMs: number): boolean };

const HOUR_MS = 3_600_000;
/** All visitors together have the turns of ten: who can invent addresses gains nothing by it. */
const ALL = 10;

/**
 * A bucket for each visitor and one for all of them: it holds an hour's turns and fills evenly. Not a count for each clock hour, which
 * would allow twice as many around its end; in memory, because what a few more turns after a restart cost is no row in the store.
 */
export function openTurns(): Turns {
  const buckets = new Map<string, { left: number; at: number }>();

  function filled(who: string, most: number, nowMs: number): { left: number; at: number } {
    const known = buckets.get(who);
    const gained = known === undefined ? most : ((nowMs - known.at) / HOUR_MS) * most;
    return { left: Math.min(most, (known?.left ?? 0) + gained), at: nowMs };
  }

  return {
    take(who, perHour, nowMs) {
      for (const [key, { at }] of buckets) if (nowMs - at > HOUR_MS) buckets.delete(key);
      const own = filled(`one ${who}`, perHour, nowMs);
      const all = filled('all', perHour * ALL, nowMs);
      const isFree = own.left >= 1 && all.left >= 1;
      if (isFree) {
        own.left--;
        all.left--;
      }
      buckets.set(`one ${who}`, own);
      buckets.set('all', all);
      return isFree;
    },
  };
}
