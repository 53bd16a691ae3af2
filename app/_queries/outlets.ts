import { readOutletList } from '#lib/data-files';
import { SynopticError } from '#lib/errors';
import { refresh } from '#lib/pipeline';
import { makeDueNow } from '#lib/pipeline/due-now';
import type { FeedSetWidth } from '#lib/pipeline/feed-set-width';
import { type OutletHealth, readHealthOf, readOutletHealth } from '#lib/pipeline/outlet-health';
import { type AddressPreview, previewFeeds } from '#lib/pipeline/preview-feeds';
import {
  type ChosenFeeds,
  type ImportReport,
  type Subscribed,
  subscribeAll,
  subscribeChosen,
  subscribePack,
  subscriptionsAsOpml,
} from '#lib/pipeline/subscribe';
import {
  type EntryCounts,
  entriesByFeed,
  outletsTogether,
  type RecentArticle,
  recentArticles,
} from '#lib/store/activity';
import { pauseFeeds, removeFeed, removeFeedsOf, resumeFeeds, type WhichFeeds } from '#lib/store/feeds';
import type { Timestamp } from '#lib/types';
import { ports } from './ports';

export type { FeedSetWidth, PackOffer } from '#lib/pipeline/feed-set-width';
export type { OutletHealth, OutletState } from '#lib/pipeline/outlet-health';
export type { AddressPreview, FeedPreview } from '#lib/pipeline/preview-feeds';
export type { ImportReport } from '#lib/pipeline/subscribe';
export type { EntryCounts, RecentArticle } from '#lib/store/activity';

/** Outlets with at least one feed, and how many stories they share. `days` back from now. */
export async function outletHealth(days: number): Promise<{ outlets: OutletHealth[]; width: FeedSetWidth }> {
  return readOutletHealth(await ports(), days);
}

export type OpenedOutlet = {
  health: OutletHealth;
  entries: Map<string, EntryCounts>;
  recent: RecentArticle[];
  together: { outletId: string; name: string; stories: number }[];
};

const RECENT_SHOWN = 20;
const TOGETHER_SHOWN = 10;

/** undefined when there is no such outlet. */
export async function openOutlet(outletId: string, days: number): Promise<OpenedOutlet | undefined> {
  const open = await ports();
  const health = await readHealthOf(open, outletId, days);
  if (health === undefined) return undefined;
  const from: Timestamp = new Date(Date.parse(open.now()) - days * 86_400_000).toISOString();
  const [entries, recent, together] = await Promise.all([
    entriesByFeed(open.store, outletId),
    recentArticles(open.store, outletId, RECENT_SHOWN),
    outletsTogether(open.store, { outletId, from, limit: TOGETHER_SHOWN }),
  ]);
  return { health, entries, recent, together };
}

export type PackSummary = { id: string; title: string; outlets: number; feeds: number; countries: number };

/** The packs of data/outlets.json. */
export function shippedPacks(): PackSummary[] {
  return readOutletList().packs.map(({ id, title, outlets }) => ({
    id,
    title,
    outlets: outlets.length,
    feeds: outlets.reduce((total, { feeds }) => total + feeds.length, 0),
    countries: new Set(outlets.map(({ outlet }) => outlet.country)).size,
  }));
}

/** @throws SynopticError with subject `address` */
export async function lookAt(address: string): Promise<AddressPreview> {
  return previewFeeds(await ports(), address);
}

export async function addChosen(chosen: ChosenFeeds): Promise<Subscribed[]> {
  return subscribeChosen(await ports(), chosen);
}

export async function addFromOpml(opml: string): Promise<ImportReport> {
  return subscribeAll(await ports(), opml);
}

export async function addPack(packId: string): Promise<{ added: number; known: number }> {
  return subscribePack(await ports(), packId);
}

export async function outletsAsOpml(): Promise<string> {
  return (await subscriptionsAsOpml(await ports())).opml;
}

export async function pause(which: WhichFeeds): Promise<void> {
  const open = await ports();
  await pauseFeeds(open.store, which, open.now());
}

export async function resume(which: WhichFeeds): Promise<void> {
  await resumeFeeds((await ports()).store, which);
}

/** Stops reading; articles stay. */
export async function remove(which: WhichFeeds): Promise<void> {
  const { store } = await ports();
  await ('feedId' in which ? removeFeed(store, which.feedId) : removeFeedsOf(store, which.outletId));
}

/** Reads feeds, or all, now and in the background. */
export async function readNow(which?: WhichFeeds): Promise<void> {
  const open = await ports();
  await makeDueNow(open, which);
  void refresh(open, { worker: 'asked' }).catch((error: unknown) => console.error(error));
}

/** Everything read here, by name. */
export async function outletsRead(): Promise<OutletHealth[]> {
  return (await readOutletHealth(await ports(), DAYS_TOLD)).outlets;
}

/** @throws SynopticError `unknown-id` for an outlet that nobody knows, or that is no longer read */
export async function outletRead(id: string): Promise<OutletHealth> {
  const found = await readHealthOf(await ports(), id, DAYS_TOLD);
  if (found !== undefined && found.feeds.length > 0) return found;
  throw new SynopticError('unknown-id', `No outlet “${id}” is read here.`, { subject: 'id' });
}

/** Subscribes the first feed a site offers, under the name it gives itself. @throws SynopticError with subject `address` */
export async function addByAddress(address: string): Promise<Subscribed[]> {
  const open = await ports();
  const [first] = (await previewFeeds(open, address)).feeds;
  if (first === undefined) {
    throw new SynopticError('not-a-feed', 'No feed was found at this address.', { subject: 'address' });
  }
  const { url, title, homepage, language } = first;
  const name = (title ?? new URL(url).hostname).slice(0, 120);
  return subscribeChosen(open, {
    feeds: [url],
    name,
    ...(homepage === undefined ? {} : { homepage }),
    ...(language === undefined ? {} : { language }),
  });
}

const DAYS_TOLD = 30;
