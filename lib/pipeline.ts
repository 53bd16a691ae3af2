import { readFeeds } from './feed/read-feeds';
import { atOnce } from './pipeline/at-once';
import type { Ports } from './pipeline/ports';
import { LEASE_SECONDS, openRun, type RefreshOptions, type RefreshReport, type Run } from './pipeline/refresh-run';
import { rereadPages } from './pipeline/reread-pages';
import { settleStories } from './pipeline/settle-stories';
import { retryEntries, takeEntries } from './pipeline/take-entries';
import { beginTelling, tellNewStories } from './pipeline/tell-stories';
import { claimDueFeeds, countDueFeeds } from './store/feed-leases';
import { saveFeedState } from './store/feeds';
import type { FeedState } from './types';

export type { RefreshOptions, RefreshReport } from './pipeline/refresh-run';

/**
 * Feeds in hand at a time. One that hangs holds its place for the longest time of a request, so there must be more places than such
 * feeds: a dozen that hang for 20 s keep eight places busy for 30 s, and leave half of 24 free.
 */
const FEEDS_AT_ONCE = 24;
/** New articles after which recent ones are looked at together while a long run goes on. */
const SETTLED_EVERY = 500;

/**
 * The product in one place: due feeds are read, their new entries become articles, each article finds its story; pages of
 * young articles are read again. Comparing happens when somebody looks, and is stored then (pipeline/compare-stored.ts).
 * One feed's trouble is reported and never stops the others. Stopped or killed, nothing is lost: what was not read is due.
 */
export async function refresh(ports: Ports, options: RefreshOptions = {}): Promise<RefreshReport> {
  const run = openRun(ports, options);
  try {
    await beginTelling(ports);
    await Promise.all([retryEntries(run), rereadPages(run), readDueFeeds(run)]);
    if (run.report.articles.new > 0 && !run.signal.aborted) await settleStories(ports);
    await tellNewStories(ports, run.signal);
    await run.close();
    return run.report;
  } catch (error) {
    await run.close(error);
    throw error;
  }
}

async function readDueFeeds(run: Run): Promise<void> {
  const settle = settling(run);
  await atOnce(FEEDS_AT_ONCE, dueFeeds(run), async (state) => {
    const outlet = await run.outlet(state.outletId);
    const end = run.begin(outlet?.name ?? state.url);
    try {
      await takeFeed(run, state);
    } finally {
      end();
    }
    settle();
  });
  await settle.isOver();
}

/** Claims a few at a time, so that other workers find feeds too. Gives undefined when nothing is due or the run should stop. */
function dueFeeds(run: Run): () => Promise<FeedState | undefined> {
  const { store, now } = run.ports;
  const waiting: FeedState[] = [];
  let isEmpty = false;
  let claimedSoFar = 0;
  let claiming: Promise<void> | undefined;
  const claim = async () => {
    const lease = { limit: FEEDS_AT_ONCE, leaseSeconds: LEASE_SECONDS, worker: run.id };
    const claimed = await claimDueFeeds(store, { now: now(), ...lease });
    waiting.push(...claimed);
    isEmpty = claimed.length === 0;
    claimedSoFar += claimed.length;
    run.expect(claimedSoFar + (isEmpty ? 0 : await countDueFeeds(store, now())));
  };
  return async () => {
    while (waiting.length === 0 && !isEmpty && !run.signal.aborted) {
      claiming ??= claim().finally(() => {
        claiming = undefined;
      });
      await claiming;
    }
    return run.signal.aborted ? undefined : waiting.shift();
  };
}

async function takeFeed(run: Run, asked: FeedState): Promise<void> {
  const { ports, report, options, signal } = run;
  for await (const { state, feed, reason, outcome } of readFeeds([asked], {
    http: ports.http,
    parseFeed: ports.parseFeed,
    now: ports.now(),
    ...(ports.chance === undefined ? {} : { jitter: ports.chance }),
    signal,
  })) {
    if (signal.aborted) return;
    const outlet = await run.outlet(state.outletId);
    if (feed && outlet) await takeEntries(run, state.id, outlet, feed.entries);
    // Not all of its entries were taken: the feed stays as it was and is due again.
    if (signal.aborted) return;
    report.feeds[outcome]++;
    if (reason) report.problems.push({ subject: state.url, reason });
    // Last, so that entries lost to a crash are met again at the next reading.
    await saveFeedState(ports.store, state);
    options.onFeed?.(`${state.url}: ${reason?.message ?? outcome}`);
    run.tell();
  }
}

/** Looks at recent articles together now and then, beside the reading: one look at a time. */
function settling(run: Run) {
  let settledAt = 0;
  let looking: Promise<unknown> | undefined;
  const settle = () => {
    if (looking || run.signal.aborted || run.report.articles.new - settledAt < SETTLED_EVERY) return;
    settledAt = run.report.articles.new;
    looking = settleStories(run.ports).finally(() => {
      looking = undefined;
    });
    // Heard at the end, with everything else that goes wrong.
    looking.catch(() => undefined);
  };
  return Object.assign(settle, { isOver: async () => looking });
}
