import { refresh } from '#lib/pipeline';
import { makeDueNow } from '#lib/pipeline/due-now';
import { type Subscribed, subscribeAll, subscribeToAddress, subscriptionsAsOpml } from '#lib/pipeline/subscribe';
import { listFeeds, removeFeed } from '#lib/store/feeds';
import { listOutlets } from '#lib/store/outlets';
import type { FeedState, Outlet } from '#lib/types';
import { ports } from './ports';

export type OutletRow = { outlet: Outlet; feeds: FeedState[] };

/** Outlets with at least one feed, alphabetical; samples last. */
export async function outletRows(): Promise<OutletRow[]> {
  const { store } = await ports();
  const feeds = await listFeeds(store);
  const rows = (await listOutlets(store)).map((outlet) => ({
    outlet,
    feeds: feeds.filter((feed) => feed.outletId === outlet.id),
  }));
  return rows
    .filter((row) => row.feeds.length > 0)
    .sort(
      (a, b) => Number(a.outlet.sample) - Number(b.outlet.sample) || a.outlet.name.localeCompare(b.outlet.name, 'en'),
    );
}

export async function addByAddress(address: string): Promise<Subscribed> {
  return subscribeToAddress(await ports(), address);
}

export async function addFromOpml(opml: string): Promise<{ added: number; known: number }> {
  return subscribeAll(await ports(), opml);
}

export async function outletsAsOpml(): Promise<string> {
  return (await subscriptionsAsOpml(await ports())).opml;
}

export async function stopReading(feedId: string): Promise<void> {
  await removeFeed((await ports()).store, feedId);
}

/** Reads one feed, or all, now and in the background. */
export async function readNow(feedId?: string): Promise<void> {
  const open = await ports();
  await makeDueNow(open, feedId);
  void refresh(open, { worker: 'asked' }).catch((error: unknown) => console.error(error));
}
