import { type Pack, primaryLanguage } from '#lib/outlet-list';
import type { OutletHealth } from './outlet-health';

/**
 * Is the set of feeds wide enough to compare? A story needs a second outlet; how many find one is counted, not guessed. What a pack
 * would add is said in outlets and languages. How many stories it would complete nobody knows beforehand, so no figure is given.
 */
export type FeedSetWidth = {
  stories: { stories: number; shared: number };
  /** Articles, and those in a story that another outlet reports as well; samples left out. */
  articles: number;
  shared: number;
  languages: LanguageShare[];
  /** Packs with outlets that are not read yet, those first that add most in the languages read here. */
  packs: PackOffer[];
};

/** `language` is the primary one of the tag; `und` where the outlet's is not known. */
export type LanguageShare = { language: string; outlets: number; articles: number; shared: number };

export type PackOffer = {
  id: string;
  title: string;
  outlets: number;
  /** Outlets and feeds of the pack that are not read. */
  missing: number;
  missingFeeds: number;
  /** Of the missing, those in a language that some outlet here is read in: only these can share a story with what is there. */
  inLanguagesRead: number;
  /** The languages of the missing ones, most first. */
  languages: string[];
};

export function widthOf(
  outlets: readonly OutletHealth[],
  packs: readonly Pack[],
  stories: { stories: number; shared: number },
): FeedSetWidth {
  const real = outlets.filter(({ outlet }) => !outlet.sample);
  const sum = (pick: (each: OutletHealth) => number) => real.reduce((total, each) => total + pick(each), 0);
  const read = new Set(real.map(({ outlet }) => primaryLanguage(outlet.language)));
  const ids = new Set(real.map(({ outlet }) => outlet.id));
  const addresses = new Set(real.flatMap(({ feeds }) => feeds.map(({ url }) => url)));
  return {
    stories,
    articles: sum(({ activity }) => activity.articles),
    shared: sum(({ activity }) => activity.shared),
    languages: byLanguage(real),
    packs: packs
      .map((pack) => offerOf(pack, { ids, addresses, read }))
      .filter(({ missing }) => missing > 0)
      .sort((a, b) => b.inLanguagesRead - a.inLanguagesRead || b.missing - a.missing),
  };
}

function byLanguage(outlets: readonly OutletHealth[]): LanguageShare[] {
  const groups = groupedBy(outlets, ({ outlet }) => primaryLanguage(outlet.language));
  return [...groups]
    .map(([language, group]) => ({
      language,
      outlets: group.length,
      articles: group.reduce((total, { activity }) => total + activity.articles, 0),
      shared: group.reduce((total, { activity }) => total + activity.shared, 0),
    }))
    .sort((a, b) => b.articles - a.articles || b.outlets - a.outlets || (a.language < b.language ? -1 : 1));
}

type Read = { ids: ReadonlySet<string>; addresses: ReadonlySet<string>; read: ReadonlySet<string> };

function offerOf({ id, title, outlets }: Pack, { ids, addresses, read }: Read): PackOffer {
  const missing = outlets.filter(
    ({ outlet, feeds }) => !ids.has(outlet.id) && !feeds.some((url) => addresses.has(url)),
  );
  const languages = groupedBy(missing, ({ outlet }) => primaryLanguage(outlet.language));
  return {
    id,
    title,
    outlets: outlets.length,
    missing: missing.length,
    missingFeeds: missing.reduce((total, { feeds }) => total + feeds.length, 0),
    inLanguagesRead: missing.filter(({ outlet }) => read.has(primaryLanguage(outlet.language))).length,
    languages: [...languages].sort(([, a], [, b]) => b.length - a.length).map(([language]) => language),
  };
}

// `Map.groupBy` came with Node 21.
export function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
