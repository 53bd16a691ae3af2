import type { FeedState, Timestamp } from '#lib/types';

/**
 * A permanent redirect is believed when it has been given for this long without contradiction, at least twice: a wrong rule or
 * a hotel's login page lasts for hours, and following one would lose the feed for good.
 */
const BELIEVED_AFTER_MS = 24 * 3_600_000;

/**
 * Where to ask from now on, given where this answer came from. The old address is asked, and its redirect followed, until the
 * move is believed. Never remembered: a move that would give up encryption. (Nor one to an address that another feed has
 * already; the store sees to that.)
 *
 * @param movedTo set when every redirect on the way was permanent (301, 308)
 */
export function movedAddress(
  { url, moving }: Pick<FeedState, 'url' | 'moving'>,
  movedTo: string | undefined,
  now: Timestamp,
): Pick<FeedState, 'url' | 'moving'> {
  if (movedTo === undefined || movedTo === url) return { url };
  if (url.startsWith('https:') && !movedTo.startsWith('https:')) return { url };
  if (moving?.to !== movedTo) return { url, moving: { to: movedTo, since: now } };
  return Date.parse(now) - Date.parse(moving.since) < BELIEVED_AFTER_MS ? { url, moving } : { url: movedTo };
}
