import type { Reason, Timestamp } from '../types';
import { later, type OnProblem, present, readJson, readRows, requiredUtc, storable, storableOrNull } from './columns';
import { claimed } from './dialect';
import type { PageReadingRow, Store } from './schema';
import { reasonShape } from './shapes';
import { inTransaction } from './transaction';

/** How an article's page was read so far, and when it is read again. */
export type PageReading = {
  articleId: string;
  outletId: string;
  url: string;
  /** Validators exactly as received. */
  etag?: string;
  lastModified?: string;
  feedText?: string;
  firstReadAt: Timestamp;
  lastReadAt: Timestamp;
  readings: number;
  /** Why the last reading gave nothing. */
  reason?: Reason;
  /** Absent: not read again by itself. */
  dueAt?: Timestamp;
};

/** Keeps how a page was read, in place of what was known. Nothing is kept for an article deleted meanwhile. */
export async function savePageReading(store: Store, reading: PageReading): Promise<void> {
  const row = toRow(reading);
  await inTransaction(store, async ({ db }) => {
    const article = await db.selectFrom('articles').select('id').where('id', '=', row.article_id).executeTakeFirst();
    if (article === undefined) return;
    await db
      .insertInto('page_readings')
      .values(row)
      .onConflict((conflict) => conflict.column('article_id').doUpdateSet(row))
      .execute();
  });
}

export async function getPageReading(store: Store, articleId: string): Promise<PageReading | undefined> {
  const row = await store.db
    .selectFrom('page_readings')
    .selectAll()
    .where('article_id', '=', storable(articleId))
    .executeTakeFirst();
  return row === undefined ? undefined : toPageReading(row);
}

/**
 * Pages that are due, longest waiting first, each given to one reader only: until `savePageReading`, or until `leaseSeconds`
 * have passed, nobody else gets them.
 */
export async function claimDuePages(
  store: Store,
  { now, limit, leaseSeconds }: { now: Timestamp; limit: number; leaseSeconds: number },
  onProblem?: OnProblem,
): Promise<PageReading[]> {
  const at = requiredUtc(now, 'now');
  const rows = await inTransaction(store, async (inside) => {
    const due = inside.db.selectFrom('page_readings').selectAll().where('due_at', '<=', at);
    const taken = await claimed(inside, due.orderBy('due_at').orderBy('article_id').limit(limit)).execute();
    const ids = taken.map((row) => row.article_id);
    if (ids.length === 0) return [];
    const back = later(at, leaseSeconds);
    await inside.db.updateTable('page_readings').set({ due_at: back }).where('article_id', 'in', ids).execute();
    return taken;
  });
  return readRows(rows, toPageReading, onProblem);
}

/** Gives pages back that were claimed and not read. */
export async function makePagesDue(store: Store, articleIds: readonly string[], at: Timestamp): Promise<void> {
  if (articleIds.length === 0) return;
  const due_at = requiredUtc(at, 'at');
  const ids = articleIds.map(storable);
  await inTransaction(store, ({ db }) =>
    db.updateTable('page_readings').set({ due_at }).where('article_id', 'in', ids).execute(),
  );
}

function toRow(reading: PageReading): PageReadingRow {
  return {
    article_id: storable(reading.articleId),
    outlet_id: storable(reading.outletId),
    url: storable(reading.url),
    etag: storableOrNull(reading.etag),
    last_modified: storableOrNull(reading.lastModified),
    feed_text: storableOrNull(reading.feedText),
    first_read_at: requiredUtc(reading.firstReadAt, 'firstReadAt'),
    last_read_at: requiredUtc(reading.lastReadAt, 'lastReadAt'),
    readings: reading.readings,
    reason: reading.reason === undefined ? null : JSON.stringify(reading.reason),
    due_at: reading.dueAt === undefined ? null : requiredUtc(reading.dueAt, 'dueAt'),
  };
}

function toPageReading(row: PageReadingRow): PageReading {
  const { etag, last_modified: lastModified, feed_text: feedText, due_at: dueAt } = row;
  return {
    articleId: row.article_id,
    outletId: row.outlet_id,
    url: row.url,
    ...present({ etag, lastModified, feedText, dueAt }),
    firstReadAt: row.first_read_at,
    lastReadAt: row.last_read_at,
    readings: row.readings,
    ...(row.reason === null ? {} : { reason: readJson(row.reason, reasonShape, `page_readings/${row.article_id}`) }),
  };
}
