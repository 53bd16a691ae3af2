import type { Timestamp } from '#lib/types';

/**
 * Where the Internet Archive has a page as it was about that time; it leads to the nearest copy it kept, or says that it has none.
 * ("https://x.test/a", "2025-02-24T17:05:09+01:00") → https://web.archive.org/web/20250224160509/https://x.test/a
 */
export function archiveAddress(url: string, at: Timestamp): string {
  const time = new Date(at);
  // Without a time it shows what it has: "2" is the beginning of every year it could mean.
  const moment = Number.isNaN(time.getTime()) ? '2' : time.toISOString().slice(0, 19).replaceAll(/\D/g, '');
  return `https://web.archive.org/web/${moment}/${url}`;
}
