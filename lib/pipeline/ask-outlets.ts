import { whyNotNow } from '#lib/feed/ask-now';
import { SHORTEST_SECONDS } from '#lib/feed/feed-schedule';
import { readFeeds } from '#lib/feed/read-feeds';
import { newEntries } from '#lib/store/entries';
import { claimFeed, releaseFeed } from '#lib/store/feed-leases';
import { listFeeds, saveFeedState } from '#lib/store/feeds';
import type { Store } from '#lib/store/open-store';
import { listOutlets } from '#lib/store/outlets';
import type { Sieve } from '#lib/story/likely-entries';
import { sameLanguage } from '#lib/text/language-tags';
import type { Article, Feed, FeedState, Outlet, Reason, Timestamp } from '#lib/types';
import { LEASE_SECONDS, type Run } from './refresh-run';
import { takeEntries } from './take-entries';

/** Announcements of one feed whose pages are read for one event: an outlet seldom has more than a handful of texts on it. */
const PAGES_OF_ONE_FEED = 8;

/** An installed outlet that may have a text on the event, with the feeds it is read by. */
export type Askable = { outlet: Outlet; feeds: FeedState[] };

/** Outlets in the article's language other than its own, in order of name; `foreign` counts those in other languages. */
export async function outletsToAsk(
  store: Store,
  { outletId }: Pick<Article, 'outletId'>,
  language: string | undefined,
): Promise<{ outlets: Askable[]; foreign: number }> {
  const [all, feeds] = await Promise.all([listOutlets(store), listFeeds(store)]);
  const askable = all
    .filter((outlet) => !outlet.sample && outlet.id !== outletId)
    .map((outlet): Askable => ({ outlet, feeds: feeds.filter((feed) => feed.outletId === outlet.id) }))
    .filter((each) => each.feeds.length > 0);
  const outlets = askable.filter(
    ({ outlet }) => language === undefined || outlet.language === undefined || sameLanguage(outlet.language, language),
  );
  return { outlets, foreign: askable.length - outlets.length };
}

export type Asked = {
  /** Feeds that answered. */
  answered: number;
  /** Entries not met before, and how many of them were likely enough to be read. */
  fresh: number;
  read: number;
  /** Why feeds gave nothing, and why feeds were not asked. */
  failures: Reason[];
  left: Reason[];
};

/** Looks through one outlet's feeds for the event now, as far as politeness allows. @param pages how many pages may still be read, in all; shared by those asked at once. */
export async function askOutlet(
  run: Run,
  { outlet, feeds }: Askable,
  sieve: Sieve,
  pages: { left: number },
): Promise<Asked> {
  const asked: Asked = { answered: 0, fresh: 0, read: 0, failures: [], left: [] };
  for (const feed of feeds) {
    if (run.signal.aborted) break;
    const claimed = await claimNow(run, feed);
    if ('code' in claimed) {
      asked.left.push(claimed);
      continue;
    }
    await askFeed(run, { outlet, feed: claimed, sieve, pages, asked });
  }
  return asked;
}

/** A refresh under way keeps the feeds it has claimed, and gets none of ours. */
async function claimNow({ ports: { store, now }, id }: Run, feed: FeedState): Promise<FeedState | Reason> {
  const early = whyNotNow(feed, now());
  if (early) return early;
  const claimed = await claimFeed(store, feed.id, { now: now(), leaseSeconds: LEASE_SECONDS, worker: id });
  if (!claimed) return { code: 'in-hand', message: 'a refresh is reading it at this moment' };
  // Another may have read it since the list was made.
  const why = whyNotNow(claimed, now());
  if (why) await releaseFeed(store, feed.id, id);
  return why ?? claimed;
}

type Looking = { outlet: Outlet; feed: FeedState; sieve: Sieve; pages: { left: number }; asked: Asked };

async function askFeed(run: Run, { outlet, feed: before, sieve, pages, asked }: Looking): Promise<void> {
  const { ports, report, signal } = run;
  const given = { http: ports.http, parseFeed: ports.parseFeed, now: ports.now(), signal };
  const spread = ports.chance === undefined ? {} : { jitter: ports.chance };
  for await (const { state, feed, reason, outcome } of readFeeds([before], { ...given, ...spread })) {
    if (signal.aborted) return;
    report.feeds[outcome]++;
    if (reason) {
      report.problems.push({ subject: state.url, reason });
      asked.failures.push(reason);
    } else asked.answered++;
    const isWhole = feed === undefined || (await takeLikely(run, { outlet, feed: state, sieve, pages, asked }, feed));
    if (signal.aborted) return;
    await saveFeedState(ports.store, isWhole ? state : unfinished(before, state, ports.now()));
    run.tell();
  }
}

/** @returns whether nothing new is left in the feed. */
async function takeLikely(
  run: Run,
  { outlet, feed: { id }, sieve, pages, asked }: Looking,
  feed: Feed,
): Promise<boolean> {
  const fresh = await newEntries(run.ports.store, id, feed.entries);
  const likely = sieve(fresh).slice(0, Math.min(PAGES_OF_ONE_FEED, pages.left));
  pages.left -= likely.length;
  asked.fresh += fresh.length;
  asked.read += likely.length;
  const isNew = new Set(fresh);
  const known = feed.entries.filter((entry) => !isNew.has(entry));
  await takeEntries(run, id, outlet, [...likely, ...known]);
  return likely.length === fresh.length;
}

/**
 * A feed of which only what was looked for has been taken. With the new validators its server would say "nothing new" next time, and
 * the rest would never be met: the old ones stay, and so does its turn, as far as a rest between two requests allows.
 */
function unfinished(before: FeedState, after: FeedState, now: Timestamp): FeedState {
  const { etag: _etag, lastModified: _lastModified, ...rest } = after;
  const turn = [before.nextCheckAt, after.nextCheckAt].map((at) => Date.parse(at));
  const earliest = Date.parse(now) + SHORTEST_SECONDS * 1000;
  return {
    ...rest,
    ...(before.etag === undefined ? {} : { etag: before.etag }),
    ...(before.lastModified === undefined ? {} : { lastModified: before.lastModified }),
    nextCheckAt: new Date(Math.max(earliest, Math.min(...turn))).toISOString(),
  };
}
