/**
 * Works through what `next` gives, `most` at a time, until it gives undefined. No barrier: a slow item holds up one place, not its
 * whole group. The first surprise is thrown when all that has begun is over.
 */
export async function atOnce<T>(
  most: number,
  next: () => Promise<T | undefined> | T | undefined,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let isBroken = false;
  const place = async () => {
    try {
      for (let item = await next(); item !== undefined && !isBroken; item = await next()) await work(item);
    } catch (error) {
      isBroken = true;
      throw error;
    }
  };
  const places = await Promise.allSettled(Array.from({ length: most }, place));
  for (const each of places) if (each.status === 'rejected') throw each.reason;
}

/** The same for a list. */
export function eachAtOnce<T>(most: number, items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let at = 0;
  return atOnce(Math.min(most, items.length), () => items[at++], work);
}
