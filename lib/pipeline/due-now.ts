import { makeFeedsDue, type WhichFeeds } from '#lib/store/feeds';
import type { Ports } from './ports';
import { isGoing, recentReadings } from './reading-progress';

/**
 * Somebody asked: one feed, one outlet's feeds, or all; see `makeFeedsDue` for what is left alone. Of all feeds, those that a
 * refresh under way has read already are not read twice.
 */
export async function makeDueNow(ports: Pick<Ports, 'store' | 'now'>, which?: WhichFeeds): Promise<void> {
  const going = (await recentReadings(ports.store, ports.now())).filter(isGoing);
  const since = going.map((reading) => reading.startedAt).sort()[0];
  await makeFeedsDue(ports.store, ports.now(), which, since === undefined ? {} : { notTriedSince: since });
}
