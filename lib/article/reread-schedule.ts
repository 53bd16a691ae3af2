import type { Timestamp } from '#lib/types';

/**
 * When to read the page of an article again. Pure: moments are arguments, and chance is drawn from the article's own id.
 *
 * Edits come thick while a story is new and hardly at all after days, and nobody knows the pace of one story beforehand. So the gap is
 * the article's own age: a page published at noon is read at about 12:30, 1, 2, 4, 8 p.m., 4 a.m. … An edit is then seen before the
 * article is twice as old as it was at the edit, however old that was, for some eight requests in three days, most of them
 * answered by "not modified". A fixed gap of half an hour would ask 144 times for the same; one of a day would see
 * the versions of the first hours only as one.
 */
export const SHORTEST_GAP_SECONDS = 30 * 60;
export const YOUNG_SECONDS = 3 * 86_400;
/** An outlet that says its entry was updated is believed, but a feed that stamps every entry at every reading must not cost a request each time. */
const ANNOUNCED_GAP_SECONDS = 15 * 60;
const ANNOUNCED_SHARE = 0.1;
/** Pages of one feed were first read together; this share either way keeps them from being asked for together ever after. */
const SPREAD = 0.1;

export type Readings = {
  articleId: string;
  published?: Timestamp;
  firstReadAt: Timestamp;
  lastReadAt: Timestamp;
};

/** The next moment, or undefined when the article is no longer young. */
export function nextReading(readings: Readings): Timestamp | undefined {
  const age = ageSeconds(readings);
  const gap = Math.max(age, SHORTEST_GAP_SECONDS) * (1 + SPREAD * (2 * chanceOf(readings) - 1));
  return age + gap > YOUNG_SECONDS ? undefined : later(readings.lastReadAt, gap);
}

/** The same when the feed has announced an update: as soon as politeness allows, at any age. */
export function announcedReading(readings: Readings, now: Timestamp): Timestamp {
  const gap = Math.max(ANNOUNCED_GAP_SECONDS, ageSeconds(readings) * ANNOUNCED_SHARE);
  const polite = later(readings.lastReadAt, gap);
  return polite > now ? polite : now;
}

// Published times may be wrong or ahead; nobody has read a page before it was there.
function ageSeconds({ published, firstReadAt, lastReadAt }: Readings): number {
  const first = Date.parse(firstReadAt);
  const told = Date.parse(published ?? '');
  const born = Number.isNaN(told) ? first : Math.min(told, first);
  return Math.max(0, (Date.parse(lastReadAt) - born) / 1000);
}

/** 0..1, the same for the same article and moment (FNV-1a). */
function chanceOf({ articleId, lastReadAt }: Readings): number {
  let hash = 0x811c9dc5;
  for (const char of articleId + lastReadAt) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) / 2 ** 32;
}

function later(at: Timestamp, seconds: number): Timestamp {
  return new Date(Date.parse(at) + Math.round(seconds) * 1000).toISOString();
}
