import { nextReading } from '#lib/article/reread-schedule';
import { isSameArticle } from '#lib/article/same-article';
import { toReason } from '#lib/errors';
import { getArticle, saveArticle } from '#lib/store/articles';
import { claimDuePages, makePagesDue, type PageReading, savePageReading } from '#lib/store/page-readings';
import type { Article, Reason } from '#lib/types';
import { eachAtOnce } from './at-once';
import { type PageValidators, readPage, toArticle } from './read-article';
import type { Run } from './refresh-run';
import { publishedOf } from './take-entries';

/** Pages read again in one round of a refresh; the rest waits for the next, at most a minute later. */
const PAGES_PER_ROUND = 200;
const PAGES_AT_ONCE = 8;
const LEASE_SECONDS = 600;

/**
 * Reads the pages of young articles again (article/reread-schedule.ts says when). An unchanged page costs one "not modified",
 * a changed wording is a new version, and a reading that gives less than what is known is kept as a reason, never as a text.
 */
export async function rereadPages(run: Run): Promise<void> {
  const { store, now } = run.ports;
  const lease = { limit: PAGES_PER_ROUND, leaseSeconds: LEASE_SECONDS };
  const due = await claimDuePages(store, { now: now(), ...lease });
  const unread = new Set(due.map((reading) => reading.articleId));
  await eachAtOnce(PAGES_AT_ONCE, due, async (reading) => {
    if (!run.signal.aborted && (await rereadPage(run, reading))) unread.delete(reading.articleId);
  });
  await makePagesDue(store, [...unread], now());
}

/** @returns false when the reading was given up. */
async function rereadPage(run: Run, reading: PageReading): Promise<boolean> {
  const { ports, report } = run;
  const known = await getArticle(ports.store, reading.articleId);
  const end = run.begin(known?.outletName ?? reading.outletId);
  try {
    const { result, reason, validators } = await compareWithPage(run, reading, known);
    if (run.signal.aborted && reason) return false;
    report.pages[result]++;
    if (reason) report.problems.push({ subject: reading.url, reason });
    await savePageReading(ports.store, after(reading, known, ports.now(), validators, reason));
    return true;
  } finally {
    end();
    run.tell();
  }
}

type Reread = { result: 'unchanged' | 'changed' | 'failed'; reason?: Reason; validators?: PageValidators | undefined };

async function compareWithPage(run: Run, reading: PageReading, known: Article | undefined): Promise<Reread> {
  const { ports, signal } = run;
  try {
    const outlet = await run.outlet(reading.outletId);
    if (!known || !outlet) return { result: 'failed', reason: NO_LONGER_READ };
    const page = await readPage(ports, reading.url, { ...reading, signal });
    if (page.isUnchanged) return { result: 'unchanged', validators: page.validators };
    if (!page.extracted) return { result: 'failed', ...(page.reason === undefined ? {} : { reason: page.reason }) };
    const article = toArticle(ports, outlet, page.extracted, {
      headline: known.headline,
      ...(page.url === undefined ? {} : { url: page.url }),
      ...publishedOf(known.published),
    });
    // Only an address that changed is doubted: an outlet may rewrite its article from the first word to the last.
    if (article.url !== known.url && !isSameArticle(known, article)) return { result: 'failed', reason: OTHER_PAGE };
    const { outcome } = await saveArticle(ports.store, { ...article, id: known.id });
    if (outcome !== 'kept')
      return { result: outcome === 'changed' ? 'changed' : 'unchanged', validators: page.validators };
    return { result: 'failed', reason: article.quality.reasons[0] ?? LESS };
  } catch (error) {
    return { result: 'failed', reason: toReason(error) };
  }
}

const NO_LONGER_READ: Reason = { code: 'no-outlet', message: 'The outlet is no longer read here.' };
const OTHER_PAGE: Reason = { code: 'other-page', message: 'The address now leads to a page with another text.' };
const LESS: Reason = { code: 'less-than-known', message: 'The page gave less of the text than is known already.' };

function after(
  reading: PageReading,
  known: Article | undefined,
  at: string,
  validators: PageValidators | undefined,
  reason: Reason | undefined,
): PageReading {
  const { reason: _before, dueAt: _due, feedText, ...kept } = reading;
  const isOver = known === undefined || reason?.code === NO_LONGER_READ.code;
  const next = isOver ? undefined : nextReading({ ...reading, ...publishedOf(known.published), lastReadAt: at });
  return {
    ...kept,
    // A failed reading leaves the validators of the text that is known.
    ...validators,
    lastReadAt: at,
    readings: reading.readings + 1,
    ...(reason === undefined ? {} : { reason }),
    ...(next === undefined ? {} : { dueAt: next, ...(feedText === undefined ? {} : { feedText }) }),
  };
}
