import { listFeeds, saveFeedState } from '#lib/store/feeds';
import type { Ports } from './ports';

/**
 * Makes feeds due because somebody asked: one feed whatever its state, or all that are read and not waiting out a failure
 * (a server that said "later" is left alone until then).
 */
export async function makeDueNow(ports: Pick<Ports, 'store' | 'now'>, feedId?: string): Promise<void> {
  const now = ports.now();
  for (const feed of await listFeeds(ports.store)) {
    const isMeant = feedId === undefined ? !feed.retired && feed.failures === 0 : feed.id === feedId;
    if (isMeant && (feed.retired || feed.nextCheckAt > now)) {
      await saveFeedState(ports.store, { ...feed, retired: false, nextCheckAt: now });
    }
  }
}
