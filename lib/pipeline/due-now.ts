import { makeFeedsDue, type WhichFeeds } from '#lib/store/feeds';
import type { Ports } from './ports';

/** Somebody asked: one feed, one outlet's feeds, or all; see `makeFeedsDue` for what is left alone. */
export async function makeDueNow(ports: Pick<Ports, 'store' | 'now'>, which?: WhichFeeds): Promise<void> {
  await makeFeedsDue(ports.store, ports.now(), which);
}
