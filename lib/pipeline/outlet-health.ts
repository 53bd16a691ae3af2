import { readOutletList } from '#lib/data-files';
import { conditionOf, type FeedCondition, isQuiet } from '#lib/feed/feed-condition';
import type { ListedOutlet } from '#lib/outlet-list';
import {
  type Activity,
  activityByOutlet,
  countSharedStories,
  NO_ACTIVITY,
  PACE_GAPS,
  type Pace,
  paceByOutlet,
} from '#lib/store/activity';
import { feedsOfOutlet, listFeeds } from '#lib/store/feeds';
import { getOutlet, listOutlets } from '#lib/store/outlets';
import type { FeedState, Outlet, Timestamp } from '#lib/types';
import { type FeedSetWidth, groupedBy, widthOf } from './feed-set-width';
import type { Ports } from './ports';

/** `quiet`: its feeds answer, but nothing new has come for longer than usual, or never anything at all. */
export type OutletState = FeedCondition | 'quiet';

export type OutletHealth = {
  outlet: Outlet;
  /** What the shipped list knows beyond the outlet itself. */
  listed?: ListedOutlet;
  feeds: FeedState[];
  state: OutletState;
  /** How many of its feeds are in that state. */
  inState: number;
  activity: Activity;
  newest?: Timestamp;
  /** Articles a day over the time looked at, or since the oldest one where that is less; absent without any. */
  perDay?: number;
};

type Here = Pick<Ports, 'store' | 'now'>;

const DAY_MS = 86_400_000;

/**
 * Every outlet that is subscribed, and how wide the set is. A fixed number of queries, however many feeds there are.
 * @param days how far back articles and stories are counted
 */
export async function readOutletHealth(
  { store, now }: Here,
  days: number,
): Promise<{ outlets: OutletHealth[]; width: FeedSetWidth }> {
  const at = now();
  const from = new Date(Date.parse(at) - days * DAY_MS).toISOString();
  const list = readOutletList();
  const [known, feeds, activity, paces, stories] = await Promise.all([
    listOutlets(store),
    listFeeds(store),
    activityByOutlet(store, from),
    paceByOutlet(store),
    countSharedStories(store, from),
  ]);
  const listed = new Map(list.outlets.map((each) => [each.outlet.id, each]));
  const feedsOf = groupedBy(feeds, (feed) => feed.outletId);
  const outlets = known.flatMap((outlet) => {
    const own = feedsOf.get(outlet.id) ?? [];
    const facts = {
      feeds: own,
      activity: activity.get(outlet.id) ?? NO_ACTIVITY,
      pace: paces.get(outlet.id) ?? {},
      listed: listed.get(outlet.id),
    };
    return own.length === 0 ? [] : [healthOf(outlet, facts, days, at)];
  });
  return { outlets, width: widthOf(outlets, list.packs, stories) };
}

/** One outlet, subscribed or no longer; undefined when nobody knows it. */
export async function readHealthOf(
  { store, now }: Here,
  outletId: string,
  days: number,
): Promise<OutletHealth | undefined> {
  const outlet = await getOutlet(store, outletId);
  if (outlet === undefined) return undefined;
  const at = now();
  const from = new Date(Date.parse(at) - days * DAY_MS).toISOString();
  const [feeds, activity, paces] = await Promise.all([
    feedsOfOutlet(store, outletId),
    activityByOutlet(store, from, outletId),
    paceByOutlet(store, outletId),
  ]);
  const facts = {
    feeds,
    activity: activity.get(outletId) ?? NO_ACTIVITY,
    pace: paces.get(outletId) ?? {},
    listed: readOutletList().outlets.find((each) => each.outlet.id === outletId),
  };
  return healthOf(outlet, facts, days, at);
}

type Facts = { feeds: FeedState[]; activity: Activity; pace: Pace; listed: ListedOutlet | undefined };

function healthOf(
  outlet: Outlet,
  { feeds, activity, pace, listed }: Facts,
  days: number,
  now: Timestamp,
): OutletHealth {
  const [state, inState] = stateOf(feeds, outlet.sample ? undefined : pace, now);
  const perDay = rate(activity.articles, pace, days, now);
  return {
    outlet,
    ...(listed === undefined ? {} : { listed }),
    feeds,
    state,
    inState,
    activity,
    ...(pace.newest === undefined ? {} : { newest: pace.newest }),
    ...(perDay === undefined ? {} : { perDay }),
  };
}

/** What needs somebody's attention most comes first; paused feeds count only when all are. */
const BY_URGENCY: FeedCondition[] = ['failing', 'given-up', 'taken-down', 'unread', 'read'];

// Sample outlets wrote their last line long ago and are not remarked on for it.
function stateOf(feeds: readonly FeedState[], pace: Pace | undefined, now: Timestamp): [OutletState, number] {
  const conditions = feeds.map(conditionOf);
  const count = (wanted: FeedCondition) => conditions.filter((each) => each === wanted).length;
  const worst = BY_URGENCY.find((each) => conditions.includes(each)) ?? 'paused';
  if (worst !== 'read') return [worst, count(worst)];
  if (pace !== undefined && isQuiet(pace, PACE_GAPS, now)) return ['quiet', count('read')];
  return ['read', count('read')];
}

// A feed subscribed this morning shows what it has printed since its oldest entry, not a seventh of it; a day at least, so that ten
// entries of one hour are not 240 a day.
function rate(articles: number, { oldest }: Pace, days: number, now: Timestamp): number | undefined {
  if (oldest === undefined) return undefined;
  const since = (Date.parse(now) - Date.parse(oldest)) / DAY_MS;
  return articles / Math.min(days, Math.max(1, since));
}
