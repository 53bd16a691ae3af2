import type { CreateTableBuilder, Kysely } from 'kysely';
import { SynopticError } from '../errors';
import { primaryTag } from '../text/language-tags';
import { bytesType, holdMigrations, keyIsTable, textType } from './dialect';
import type { Schema, Store } from './schema';
import { createSearch, indexText } from './search';
import { independentOutlets, rankAt } from './story-rows';
import { inTransaction } from './transaction';

/**
 * Steps from an empty database to the present one, in order. A step that has been released is never edited: a change is a
 * new step at the end.
 */
const MIGRATIONS: { name: string; up(store: Store): Promise<void> }[] = [
  { name: '001-first-tables', up: firstTables },
  { name: '010-outlet-facts', up: outletFacts },
  { name: '020-page-readings', up: pageReadings },
  { name: '030-search-and-rank', up: searchAndRank },
  { name: '031-corrections', up: corrections },
  { name: '032-link-corrections', up: linkCorrections },
  { name: '040-feed-moves-and-quiet-times', up: feedMovesAndQuietTimes },
  { name: '050-rank-by-independent-outlets', up: rankByIndependentOutlets },
  { name: '051-dismissed-offers', up: dismissedOffers },
];

/**
 * Brings the database to the present schema: all missing steps or none, one process at a time.
 * @throws SynopticError `store-unavailable` when the database was written by a newer version.
 */
export async function migrate(store: Store): Promise<void> {
  await inTransaction(store, async (inside) => {
    await holdMigrations(inside);
    await inside.db.schema
      .createTable('synoptic_migrations')
      .ifNotExists()
      .addColumn('name', textType(store.dialect), (column) => column.primaryKey())
      .execute();
    const done = new Set(await appliedMigrations(inside));
    const unknown = [...done].filter((name) => !MIGRATIONS.some((migration) => migration.name === name));
    if (unknown.length > 0) throw newerStore(unknown);
    for (const { name, up } of MIGRATIONS) {
      if (done.has(name)) continue;
      await up(inside);
      await inside.db.insertInto('synoptic_migrations').values({ name }).execute();
    }
  });
}

export async function appliedMigrations(store: Store): Promise<string[]> {
  const rows = await store.db.selectFrom('synoptic_migrations').select('name').orderBy('name').execute();
  return rows.map((row) => row.name);
}

export function missingMigrations(applied: readonly string[]): string[] {
  return MIGRATIONS.map(({ name }) => name).filter((name) => !applied.includes(name));
}

function newerStore(unknown: string[]): SynopticError {
  return new SynopticError(
    'store-unavailable',
    `The store was written by a newer Synoptic (it has ${unknown.join(', ')}). Update Synoptic, or point SYNOPTIC_HOME or DATABASE_URL at another store.`,
  );
}

async function firstTables({ db, dialect }: Store): Promise<void> {
  const text = textType(dialect);
  const bytes = bytesType(dialect);

  await table(db, 'outlets', {
    id: text,
    name: text,
    'country?': text,
    'language?': text,
    'homepage?': text,
    sample: 'integer',
  })
    .addPrimaryKeyConstraint('outlets_pk', ['id'])
    .execute();

  await table(db, 'feeds', {
    id: text,
    outlet_id: text,
    url: text,
    url_key: text,
    'title?': text,
    'etag?': text,
    'last_modified?': text,
    'last_try_at?': text,
    'last_success_at?': text,
    'last_error?': text,
    failures: 'integer',
    interval_seconds: 'integer',
    next_check_at: text,
    due_at: text,
    retired: 'integer',
    'leased_by?': text,
    'lease_ends_at?': text,
  })
    .addPrimaryKeyConstraint('feeds_pk', ['id'])
    .addUniqueConstraint('feeds_url', ['url_key'])
    .execute();
  await index(db, 'feeds', 'feeds_due', ['retired', 'due_at']);

  await table(db, 'feed_entries', {
    feed_id: text,
    entry_key: text,
    'article_id?': text,
    recorded_at: text,
    tries: 'integer',
    'reason?': text,
    'entry?': text,
    'retry_at?': text,
  })
    .addPrimaryKeyConstraint('feed_entries_pk', ['feed_id', 'entry_key'])
    .addForeignKeyConstraint('feed_entries_feed', ['feed_id'], 'feeds', ['id'], (key) => key.onDelete('cascade'))
    .execute();
  await index(db, 'feed_entries', 'feed_entries_retry', ['retry_at']);

  await table(db, 'articles', {
    id: text,
    outlet_id: text,
    outlet_name: text,
    'url?': text,
    'url_key?': text,
    version: 'integer',
    text_hash: text,
    headline: text,
    'published?': text,
    quality_status: text,
    sort_at: text,
  })
    .addPrimaryKeyConstraint('articles_pk', ['id'])
    .execute();
  await index(db, 'articles', 'articles_url', ['url_key', 'outlet_id']);
  await index(db, 'articles', 'articles_outlet', ['outlet_id', 'sort_at']);

  await table(db, 'article_versions', {
    article_id: text,
    version: 'integer',
    outlet_id: text,
    outlet_name: text,
    'url?': text,
    headline: text,
    'standfirst?': text,
    'byline?': text,
    'published?': text,
    'updated?': text,
    'language?': text,
    fetched_at: text,
    paragraphs: text,
    quality: text,
    dropped: text,
    text_hash: text,
  })
    .addPrimaryKeyConstraint('article_versions_pk', ['article_id', 'version'])
    .addForeignKeyConstraint('article_versions_article', ['article_id'], 'articles', ['id'], (key) =>
      key.onDelete('cascade'),
    )
    .execute();

  await table(db, 'stories', {
    id: text,
    title: text,
    sort_at: text,
    'first_published?': text,
    'last_published?': text,
    outlet_count: 'integer',
    confirmed_outlet_count: 'integer',
    article_count: 'integer',
    sample: 'integer',
    headlines: text,
    search_text: text,
  })
    .addPrimaryKeyConstraint('stories_pk', ['id'])
    .execute();
  await index(db, 'stories', 'stories_newest', ['sort_at', 'id', 'outlet_count']);

  // No foreign key to articles: the index may be asked to group texts that are kept elsewhere.
  await table(db, 'memberships', {
    article_id: text,
    story_id: text,
    confidence: 'double precision',
    status: text,
    evidence: text,
  })
    .addPrimaryKeyConstraint('memberships_pk', ['article_id', 'story_id'])
    .addForeignKeyConstraint('memberships_story', ['story_id'], 'stories', ['id'], (key) => key.onDelete('cascade'))
    .execute();
  await index(db, 'memberships', 'memberships_story_articles', ['story_id', 'article_id']);

  await table(db, 'story_profiles', { article_id: text, 'story_id?': text, at: text, profile: text })
    .addPrimaryKeyConstraint('story_profiles_pk', ['article_id'])
    .execute();
  await index(db, 'story_profiles', 'story_profiles_story', ['story_id']);
  await index(db, 'story_profiles', 'story_profiles_at', ['at']);

  await table(db, 'story_terms', { term: text, at: text, article_id: text })
    .addPrimaryKeyConstraint('story_terms_pk', ['term', 'at', 'article_id'])
    .modifyEnd(keyIsTable(dialect))
    .execute();

  await table(db, 'term_counts', { term: text, documents: 'integer' })
    .addPrimaryKeyConstraint('term_counts_pk', ['term'])
    .modifyEnd(keyIsTable(dialect))
    .execute();

  await table(db, 'comparison_cache', { key: text, bytes, saved_at: text })
    .addPrimaryKeyConstraint('comparison_cache_pk', ['key'])
    .execute();
  await index(db, 'comparison_cache', 'comparison_cache_age', ['saved_at']);

  await table(db, 'frozen_comparisons', { id: text, title: text, frozen_at: text, bytes })
    .addPrimaryKeyConstraint('frozen_comparisons_pk', ['id'])
    .execute();
  await index(db, 'frozen_comparisons', 'frozen_comparisons_newest', ['frozen_at', 'id']);

  await table(db, 'jobs', {
    id: text,
    kind: text,
    created_at: text,
    updated_at: text,
    state: text,
    payload: text,
    steps: text,
    'result?': text,
    'reason?': text,
  })
    .addPrimaryKeyConstraint('jobs_pk', ['id'])
    .execute();
  await index(db, 'jobs', 'jobs_age', ['updated_at']);
}

/** Full-text search, the order of the first page, and the language of each article to filter by. */
async function searchAndRank(store: Store): Promise<void> {
  const { db, dialect } = store;
  await createSearch(store);
  await db.schema.alterTable('articles').addColumn('language', textType(dialect)).execute();
  await db.schema.alterTable('stories').dropColumn('search_text').execute();
  await db.schema
    .alterTable('stories')
    .addColumn('rank_at', textType(dialect), (column) => column.notNull().defaultTo(''))
    .execute();
  await index(db, 'stories', 'stories_rank', ['rank_at', 'id', 'outlet_count']);
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('articles')
      .innerJoin('article_versions', (join) =>
        join
          .onRef('article_versions.article_id', '=', 'articles.id')
          .onRef('article_versions.version', '=', 'articles.version'),
      )
      .select(['articles.id', 'article_versions.headline', 'paragraphs', 'article_versions.language'])
      .where('articles.id', '>', after)
      .orderBy('articles.id')
      .limit(500)
      .execute();
    for (const { id, headline, paragraphs, language } of rows) {
      await indexText(store, id, { headline, paragraphs: JSON.parse(paragraphs) });
      await db
        .updateTable('articles')
        .set({ language: language === null ? null : primaryTag(language) })
        .where('id', '=', id)
        .execute();
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  for (const { id, sort_at, outlet_count } of await db
    .selectFrom('stories')
    .select(['id', 'sort_at', 'outlet_count'])
    .execute()) {
    await db
      .updateTable('stories')
      .set({ rank_at: rankAt(sort_at, outlet_count) })
      .where('id', '=', id)
      .execute();
  }
}

/** What people decide about groupings, and which memberships are theirs. */
async function corrections({ db, dialect }: Store): Promise<void> {
  const text = textType(dialect);
  await db.schema
    .alterTable('memberships')
    .addColumn('by_hand', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await table(db, 'corrections', {
    id: text,
    at: text,
    kind: text,
    from_story: text,
    to_story: text,
    judged: 'integer',
    detail: text,
    'undone_at?': text,
  })
    .addPrimaryKeyConstraint('corrections_pk', ['id'])
    .execute();
  await index(db, 'corrections', 'corrections_newest', ['at', 'id']);
}

/** What people say of two paragraphs: that they match, or that they do not. */
async function linkCorrections({ db, dialect }: Store): Promise<void> {
  const text = textType(dialect);
  await table(db, 'link_corrections', {
    article_a: text,
    paragraph_a: text,
    article_b: text,
    paragraph_b: text,
    linked: 'integer',
    at: text,
  })
    .addPrimaryKeyConstraint('link_corrections_pk', ['article_a', 'paragraph_a', 'article_b', 'paragraph_b'])
    .execute();
}

async function feedMovesAndQuietTimes({ db, dialect }: Store): Promise<void> {
  for (const column of ['moving', 'quiet'])
    await db.schema.alterTable('feeds').addColumn(column, textType(dialect)).execute();
}

/** Feeds can be paused and keep the folder they came in; the health page counts recent articles without opening a text. */
async function outletFacts({ db, dialect }: Store): Promise<void> {
  await db.schema.alterTable('feeds').addColumn('paused_at', textType(dialect)).execute();
  await db.schema.alterTable('feeds').addColumn('folder', textType(dialect)).execute();
  await index(db, 'articles', 'articles_recent', ['sort_at', 'outlet_id', 'quality_status']);
}

async function pageReadings({ db, dialect }: Store): Promise<void> {
  const text = textType(dialect);
  await table(db, 'page_readings', {
    article_id: text,
    outlet_id: text,
    url: text,
    'etag?': text,
    'last_modified?': text,
    'feed_text?': text,
    first_read_at: text,
    last_read_at: text,
    readings: 'integer',
    'reason?': text,
    'due_at?': text,
  })
    .addPrimaryKeyConstraint('page_readings_pk', ['article_id'])
    .addForeignKeyConstraint('page_readings_article', ['article_id'], 'articles', ['id'], (key) =>
      key.onDelete('cascade'),
    )
    .execute();
  await index(db, 'page_readings', 'page_readings_due', ['due_at']);
  await db.schema.alterTable('feed_entries').addColumn('updated_at', text).execute();
  await index(db, 'jobs', 'jobs_kind', ['kind', 'updated_at']);
}

/** Outlets that only repeat another's text no longer move a story up. */
async function rankByIndependentOutlets({ db }: Store): Promise<void> {
  for (const { id, sort_at, headlines } of await db
    .selectFrom('stories')
    .select(['id', 'sort_at', 'headlines'])
    .where('outlet_count', '>', 1)
    .execute()) {
    const rank_at = rankAt(sort_at, independentOutlets(JSON.parse(headlines)));
    await db.updateTable('stories').set({ rank_at }).where('id', '=', id).execute();
  }
}

async function dismissedOffers({ db, dialect }: Store): Promise<void> {
  const text = textType(dialect);
  await table(db, 'dismissed_offers', { story_id: text, article_id: text, at: text })
    .addPrimaryKeyConstraint('dismissed_offers_pk', ['story_id', 'article_id'])
    .execute();
}

type ColumnType = ReturnType<typeof textType> | 'integer' | 'double precision';

/** Columns are NOT NULL unless their name ends in `?`. */
function table(
  db: Kysely<Schema>,
  name: keyof Schema & string,
  columns: Record<string, ColumnType>,
): CreateTableBuilder<string, string> {
  let builder: CreateTableBuilder<string, string> = db.schema.createTable(name);
  for (const [key, type] of Object.entries(columns)) {
    builder = key.endsWith('?')
      ? builder.addColumn(key.slice(0, -1), type)
      : builder.addColumn(key, type, (column) => column.notNull());
  }
  return builder;
}

async function index(
  db: Kysely<Schema>,
  name: keyof Schema & string,
  indexName: string,
  columns: string[],
): Promise<void> {
  await db.schema.createIndex(indexName).on(name).columns(columns).execute();
}
