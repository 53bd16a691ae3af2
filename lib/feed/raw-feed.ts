import type { Entry, Feed } from '#lib/types';

/** An entry with its texts still HTML and its identity not yet settled. */
export type RawEntry = Omit<Entry, 'id' | 'authors'> & { id?: string; authors: string[] };
export type RawFeed = Omit<Feed, 'entries'> & { entries: RawEntry[] };

/** "en_us" → "en-US"; a name of a language instead of its tag is left out. */
export function languageTag(given: string | undefined): string | undefined {
  const tag = given?.trim().replace(/_/g, '-');
  if (!tag) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
