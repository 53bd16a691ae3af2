import { canonicalUrl } from '#lib/article/canonical-url';
import { announcedReading, nextReading } from '#lib/article/reread-schedule';
import { toReason } from '#lib/errors';
import { findArticle, saveArticle } from '#lib/store/articles';
import { claimRetries, newEntries, noteUpdates, recordEntry } from '#lib/store/entries';
import { getFeed } from '#lib/store/feeds';
import { getPageReading, savePageReading } from '#lib/store/page-readings';
import { isPlaced } from '#lib/store/stories';
import type { Entry, Outlet, Timestamp } from '#lib/types';
import { eachAtOnce } from './at-once';
import { placeArticle } from './place-article';
import { type PageValidators, type ReadArticle, readEntry } from './read-article';
import type { Run } from './refresh-run';

/** Entries taken from one feed in one reading: a first subscription should not read an archive. */
const ENTRIES_PER_READING = 50;
/** One host answers two requests at a time; more would only wait. */
const PAGES_OF_ONE_FEED = 2;
const RETRIES_PER_ROUND = 100;
const RETRIES_AT_ONCE = 8;
const RETRY_LEASE_SECONDS = 600;

/** New entries of a feed become articles; of known ones, those that the feed says were updated are read again soon. */
export async function takeEntries(run: Run, feedId: string, outlet: Outlet, all: readonly Entry[]): Promise<void> {
  const { store } = run.ports;
  const entries = all.slice(0, ENTRIES_PER_READING);
  for (const articleId of await noteUpdates(store, feedId, entries)) await hasten(run, articleId);
  const fresh = await newEntries(store, feedId, entries);
  await eachAtOnce(PAGES_OF_ONE_FEED, fresh, (entry) => takeEntry(run, { feedId, outlet, entry }));
}

/** Entries whose page could not be read earlier and whose waiting time is over. */
export async function retryEntries(run: Run): Promise<void> {
  const { store, now } = run.ports;
  const lease = { leaseSeconds: RETRY_LEASE_SECONDS, limit: RETRIES_PER_ROUND };
  const waiting = await claimRetries(store, { now: now(), ...lease });
  await eachAtOnce(RETRIES_AT_ONCE, waiting, async ({ feedId, entry }) => {
    const feed = await getFeed(store, feedId);
    const outlet = feed && (await run.outlet(feed.outletId));
    if (outlet) await takeEntry(run, { feedId, outlet, entry });
  });
}

type Taking = { feedId: string; outlet: Outlet; entry: Entry };

async function takeEntry(run: Run, { feedId, outlet, entry }: Taking): Promise<void> {
  if (run.signal.aborted) return;
  const { ports, report } = run;
  const subject = entry.link ?? entry.id;
  try {
    const known =
      entry.link === undefined ? undefined : await findArticle(ports.store, canonicalUrl(entry.link), outlet.id);
    if (known?.isFull && (await isTakenWhole(run, known.id))) {
      // Another feed of the outlet has announced it already, or the same page under a new id, which usually means an update.
      await hasten(run, known.id);
      await recordEntry(ports.store, feedId, entry, { at: ports.now(), articleId: known.id });
      return;
    }
    const { article, pageReason, validators } = await readEntry(ports, outlet, entry, run.signal);
    // A reading given up is no failure of the page: the entry is met again at the next reading.
    if (run.signal.aborted && pageReason) return;
    // A page names its own canonical address, which a first, failed reading could not know: the article is the same one.
    const saved = await saveArticle(ports.store, { ...article, ...(known === undefined ? {} : { id: known.id }) });
    report.articles[saved.outcome]++;
    if (article.quality.status !== 'full') report.articles.incomplete++;
    // Not only new ones: see isTakenWhole.
    if (saved.outcome === 'new' || !(await isPlaced(ports.store, saved.id)))
      await placeArticle(ports, { ...article, id: saved.id });
    if (pageReason) report.problems.push({ subject, reason: pageReason });
    else await beginReadings(run, saved.id, entry, article, validators);
    // An entry whose page failed is kept with the reason and tried again later.
    const outcome = pageReason === undefined ? { articleId: saved.id } : { reason: pageReason };
    await recordEntry(ports.store, feedId, entry, { at: ports.now(), ...outcome });
  } catch (error) {
    const reason = toReason(error);
    report.problems.push({ subject, reason });
    await recordEntry(ports.store, feedId, entry, { at: ports.now(), reason });
  } finally {
    run.tell();
  }
}

// A process killed between two steps leaves an article that stands in no story, or whose page nobody reads again.
async function isTakenWhole({ ports: { store } }: Run, articleId: string): Promise<boolean> {
  return (await isPlaced(store, articleId)) && (await getPageReading(store, articleId)) !== undefined;
}

async function beginReadings(
  run: Run,
  articleId: string,
  entry: Entry,
  { outletId, published, fetchedAt }: ReadArticle,
  validators: PageValidators,
): Promise<void> {
  if (entry.link === undefined) return;
  const readings = { articleId, firstReadAt: fetchedAt, lastReadAt: fetchedAt, ...publishedOf(published) };
  const dueAt = nextReading(readings);
  const feedText = entry.content ?? entry.summary;
  await savePageReading(run.ports.store, {
    ...{ articleId, outletId, url: entry.link, firstReadAt: fetchedAt, lastReadAt: fetchedAt, readings: 1 },
    ...validators,
    ...(dueAt === undefined ? {} : { dueAt, ...(feedText === undefined ? {} : { feedText }) }),
  });
}

/** An update was announced: the page is read as soon as politeness allows. Articles that were never read from a page have no turn to move. */
async function hasten(run: Run, articleId: string): Promise<void> {
  const { store, now } = run.ports;
  const reading = await getPageReading(store, articleId);
  if (!reading) return;
  const dueAt = announcedReading(reading, now());
  if (reading.dueAt === undefined || reading.dueAt > dueAt) await savePageReading(store, { ...reading, dueAt });
}

export function publishedOf(published: Timestamp | undefined): { published?: Timestamp } {
  return published === undefined ? {} : { published };
}
