import { canonicalUrl } from './article/canonical-url';
import { toReason } from './errors';
import { type FeedReading, readFeeds } from './feed/read-feeds';
import { placeArticle } from './pipeline/place-article';
import type { Ports } from './pipeline/ports';
import { readEntry } from './pipeline/read-article';
import { settleStories } from './pipeline/settle-stories';
import { articleByUrl, saveArticle } from './store/articles';
import { newEntries, recordEntry, retryableEntries } from './store/entries';
import { claimDueFeeds, getFeed, saveFeedState } from './store/feeds';
import { getOutlet } from './store/outlets';
import type { Article, Entry, Outlet, Reason } from './types';

export type RefreshReport = {
  feeds: { read: number; unchanged: number; failed: number; retired: number };
  articles: { new: number; changed: number; unchanged: number; incomplete: number };
  problems: { subject: string; reason: Reason }[];
};

export type RefreshOptions = {
  /** Who claims: any name that differs between processes. */
  worker?: string;
  /** Most feeds in one round. */
  limit?: number;
  onProgress?: (message: string) => void;
  /** Stops between two feeds; leases of feeds not yet read run out by themselves. */
  signal?: AbortSignal;
};

/** Entries taken from one feed in one reading: a first subscription should not read an archive. */
const ENTRIES_PER_READING = 50;
const FEEDS_AT_ONCE = 8;
const PAGES_AT_ONCE = 4;
const RETRIES_PER_ROUND = 100;
const LEASE_SECONDS = 600;

/**
 * The product in one place: due feeds are read, their new entries become articles, each article finds its story.
 * Comparing happens when somebody looks, and is stored then (pipeline/compare-stored.ts).
 * One feed's trouble is reported and never stops the others.
 */
export async function refresh(ports: Ports, options: RefreshOptions = {}): Promise<RefreshReport> {
  const report = emptyReport();
  const limit = options.limit ?? 100;
  await retryEntries(ports, report);
  for (;;) {
    const due = await claimDueFeeds(ports.store, {
      now: ports.now(),
      limit,
      leaseSeconds: LEASE_SECONDS,
      worker: options.worker ?? 'refresh',
    });
    if (due.length === 0) return report;
    const before = report.articles.new;
    const readings = readFeeds(due, {
      http: ports.http,
      parseFeed: ports.parseFeed,
      now: ports.now(),
      ...(ports.chance === undefined ? {} : { jitter: ports.chance }),
      concurrency: FEEDS_AT_ONCE,
    });
    await takeReadings(ports, readings, report, options);
    if (options.signal?.aborted) return report;
    if (report.articles.new > before) await settleStories(ports);
  }
}

function emptyReport(): RefreshReport {
  return {
    feeds: { read: 0, unchanged: 0, failed: 0, retired: 0 },
    articles: { new: 0, changed: 0, unchanged: 0, incomplete: 0 },
    problems: [],
  };
}

// Several feeds' pages at once: each host is asked slowly, and sixty hosts one after another would take an hour.
async function takeReadings(
  ports: Ports,
  readings: AsyncIterable<FeedReading>,
  report: RefreshReport,
  { onProgress, signal }: RefreshOptions,
): Promise<void> {
  const taking = new Set<Promise<void>>();
  try {
    for await (const reading of readings) {
      if (signal?.aborted) return;
      const one = takeReading(ports, reading, report).finally(() => taking.delete(one));
      taking.add(one);
      if (taking.size >= FEEDS_AT_ONCE) await Promise.race(taking);
      onProgress?.(`${reading.state.url}: ${reading.reason?.message ?? reading.outcome}`);
    }
    await Promise.all(taking);
  } finally {
    await Promise.allSettled(taking);
  }
}

async function takeReading(ports: Ports, reading: FeedReading, report: RefreshReport): Promise<void> {
  const { state, feed, reason } = reading;
  report.feeds[reading.outcome]++;
  if (reason) report.problems.push({ subject: state.url, reason });
  const outlet = await getOutlet(ports.store, state.outletId);
  if (feed && outlet) {
    const entries = await newEntries(ports.store, state.id, feed.entries.slice(0, ENTRIES_PER_READING));
    await inGroups(entries, PAGES_AT_ONCE, (entry) => takeEntry(ports, { feedId: state.id, outlet, entry, report }));
  }
  // Last, so that entries lost to a crash are met again at the next reading.
  await saveFeedState(ports.store, state);
}

type Taking = { feedId: string; outlet: Outlet; entry: Entry; report: RefreshReport };

async function takeEntry(ports: Ports, { feedId, outlet, entry, report }: Taking): Promise<void> {
  try {
    const { article, pageReason } = await readEntry(ports, outlet, entry);
    const known = await knownArticle(ports, outlet, entry);
    const saved = await saveArticle(ports.store, { ...article, ...(known === undefined ? {} : { id: known.id }) });
    report.articles[saved.outcome]++;
    if (article.quality.status !== 'full') report.articles.incomplete++;
    if (saved.outcome === 'new') await placeArticle(ports, { ...article, id: saved.id });
    // An entry whose page failed is kept with the reason and tried again later.
    const outcome = pageReason === undefined ? { articleId: saved.id } : { reason: pageReason };
    if (pageReason) report.problems.push({ subject: entry.link ?? entry.id, reason: pageReason });
    await recordEntry(ports.store, feedId, entry, { at: ports.now(), ...outcome });
  } catch (error) {
    const reason = toReason(error);
    report.problems.push({ subject: entry.link ?? entry.id, reason });
    await recordEntry(ports.store, feedId, entry, { at: ports.now(), reason });
  }
}

// A page names its own canonical address, which a first, failed reading could not know: the article is the same one.
async function knownArticle(ports: Ports, outlet: Outlet, entry: Entry): Promise<Article | undefined> {
  if (entry.link === undefined) return undefined;
  const known = await articleByUrl(ports.store, canonicalUrl(entry.link));
  return known?.outletId === outlet.id ? known : undefined;
}

/** Entries whose page could not be read earlier and whose waiting time is over. */
async function retryEntries(ports: Ports, report: RefreshReport): Promise<void> {
  const waiting = await retryableEntries(ports.store, { now: ports.now(), limit: RETRIES_PER_ROUND });
  await inGroups(waiting, PAGES_AT_ONCE, async ({ feedId, entry }) => {
    const feed = await getFeed(ports.store, feedId);
    const outlet = feed && (await getOutlet(ports.store, feed.outletId));
    if (outlet) await takeEntry(ports, { feedId, outlet, entry, report });
  });
}

async function inGroups<T>(items: readonly T[], size: number, work: (item: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += size) await Promise.all(items.slice(at, at + size).map(work));
}
