import { sql } from 'kysely';
import { SynopticError, toReason } from '../errors';
import type { Reason } from '../types';
import { toArticle } from './articles';
import { readRows } from './columns';
import { getFrozen } from './comparisons';
import { listFeeds } from './feeds';
import { toMembership } from './memberships';
import { appliedMigrations, missingMigrations } from './migrations';
import type { Store } from './schema';
import { toSummary } from './stories';
import { toProfile } from './story-index';

export type Check = { name: string; ok: boolean; message: string };

/** Looks the whole store over without changing it. Reads every row, so it takes its time on a large one. */
export async function doctor(store: Store): Promise<Check[]> {
  return [await migrationsCheck(store), await fileCheck(store), await rowsCheck(store), await bookkeepingCheck(store)];
}

async function migrationsCheck(store: Store): Promise<Check> {
  const missing = missingMigrations(await appliedMigrations(store));
  return check(
    'schema',
    missing,
    'The schema is up to date.',
    'Migrations are missing; open the store once to run them',
  );
}

/** SQLite reads its own file over; a PostgreSQL server does that itself, and says which one it is. */
async function fileCheck(store: Store): Promise<Check> {
  if (store.dialect === 'postgres') {
    const { rows } = await sql<{ version: string }>`select version() as version`.execute(store.db);
    return { name: 'database', ok: true, message: rows[0]?.version ?? 'PostgreSQL' };
  }
  const pages = await sql<{ quick_check: string }>`pragma quick_check(20)`.execute(store.db);
  const keys = await sql<{ table: string }>`pragma foreign_key_check`.execute(store.db);
  const wrong = pages.rows.map((row) => row.quick_check).filter((line) => line !== 'ok');
  for (const row of keys.rows) wrong.push(`${row.table} has a row that points nowhere`);
  return check('database', wrong, 'The SQLite file is sound.', 'The SQLite file is damaged; restore a backup');
}

async function rowsCheck(store: Store): Promise<Check> {
  const wrong: string[] = [];
  const note = (reason: Reason) => wrong.push(reason.message);
  await listFeeds(store, note);
  await eachPage(
    (after) => store.db.selectFrom('articles').select('id').where('id', '>', after).orderBy('id').limit(PAGE).execute(),
    async (ids) => {
      const rows = await store.db.selectFrom('article_versions').selectAll().where('article_id', 'in', ids).execute();
      readRows(rows, toArticle, note);
      const profiles = await store.db.selectFrom('story_profiles').selectAll().where('article_id', 'in', ids).execute();
      readRows(profiles, toProfile, note);
    },
  );
  await eachPage(
    (after) => store.db.selectFrom('stories').select('id').where('id', '>', after).orderBy('id').limit(PAGE).execute(),
    async (ids) => {
      const rows = await store.db.selectFrom('stories').selectAll().where('id', 'in', ids).execute();
      readRows(rows, toSummary, note);
      const members = await store.db.selectFrom('memberships').selectAll().where('story_id', 'in', ids).execute();
      readRows(members, toMembership, note);
    },
  );
  await eachPage(
    (after) =>
      store.db
        .selectFrom('frozen_comparisons')
        .select('id')
        .where('id', '>', after)
        .orderBy('id')
        .limit(PAGE)
        .execute(),
    async (ids) => {
      for (const id of ids) await getFrozen(store, id).catch((error) => note(reasonOf(error)));
    },
  );
  return check('rows', wrong, 'Every row can be read.', 'Rows that cannot be read');
}

/** What is counted or written twice must agree. */
async function bookkeepingCheck(store: Store): Promise<Check> {
  const wrong: string[] = [];
  const { db } = store;
  const profiles = await db
    .selectFrom('story_profiles')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .execute();
  const counter = await db.selectFrom('term_counts').select('documents').where('term', '=', '').executeTakeFirst();
  const kept = profiles[0]?.n ?? 0;
  const counted = counter?.documents ?? 0;
  if (kept !== counted) wrong.push(`${kept} story profiles are kept, ${counted} are counted`);
  const strays = await db
    .selectFrom('memberships')
    .leftJoin('articles', 'articles.id', 'memberships.article_id')
    .where('articles.id', 'is', null)
    .select(['article_id', 'story_id'])
    .orderBy('article_id')
    .limit(PAGE)
    .execute();
  for (const { article_id, story_id } of strays)
    wrong.push(`story ${story_id} names article ${article_id}, which is not stored`);
  return check('bookkeeping', wrong, 'Counts and members agree.', 'Counts or members disagree');
}

const PAGE = 200;
const MOST_NAMED = 20;

async function eachPage(
  page: (after: string) => Promise<{ id: string }[]>,
  read: (ids: string[]) => Promise<void>,
): Promise<void> {
  let after = '';
  for (;;) {
    const ids = (await page(after)).map((row) => row.id);
    const last = ids.at(-1);
    if (last === undefined) return;
    await read(ids);
    after = last;
  }
}

function reasonOf(error: unknown): Reason {
  if (!(error instanceof SynopticError)) throw error;
  return toReason(error);
}

function check(name: string, wrong: string[], right: string, otherwise: string): Check {
  if (wrong.length === 0) return { name, ok: true, message: right };
  const more = wrong.length > MOST_NAMED ? [`and ${wrong.length - MOST_NAMED} more`] : [];
  return { name, ok: false, message: `${otherwise}: ${[...wrong.slice(0, MOST_NAMED), ...more].join('; ')}` };
}
