import { primaryTag } from '../text/language-tags';
import type { Article, QualityStatus, Timestamp } from '../types';
import {
  inBatches,
  keyOf,
  type OnProblem,
  present,
  readJson,
  readRows,
  requiredUtc,
  sha256,
  storable,
  storableOrNull,
  utc,
} from './columns';
import { held } from './dialect';
import type { ArticleRow, ArticleVersionRow, Store } from './schema';
import { indexText, unindexTexts } from './search';
import { droppedShape, paragraphsShape, qualityShape } from './shapes';
import { removeProfiles } from './story-index';
import { holdStories, refreshStories } from './story-rows';
import { inTransaction } from './transaction';

export type ArticleDraft = Omit<Article, 'version' | 'id'> & { id?: string };

export type SavedArticle = {
  id: string;
  version: number;
  /** kept: the text known already is better than this reading, and stays the newest. */
  outcome: 'new' | 'changed' | 'unchanged' | 'kept';
};

/** How much of an article a reading has. A worse reading never takes the place of a better one: a wall is no edit. */
const WORTH: Record<QualityStatus, number> = { failed: 0, blocked: 0, excerpt: 1, partial: 2, full: 3 };

/**
 * Keeps a text. The article is the one with the given id, else the outlet's with this url, else a new one; a text whose
 * hash differs from the newest version becomes the next version unless it is of less worth, the same text changes nothing. Without id and url the
 * outlet's same text is the same article. Ids are hashes of what identifies the article, so that two writers who meet
 * the same new url agree on one article.
 *
 * @throws SynopticError `bad-input` when `fetchedAt` is no time.
 */
export async function saveArticle(store: Store, article: ArticleDraft): Promise<SavedArticle> {
  return inTransaction(store, async (inside) => {
    const id = storable(article.id ?? (await idByUrl(inside, article)) ?? newId(article));
    const row = toRow(article, id, 1);
    const head = toHead(row, article.quality.status);
    const inserted = await inside.db
      .insertInto('articles')
      .values(head)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (inserted !== undefined) {
      await inside.db.insertInto('article_versions').values(row).execute();
      await indexText(inside, id, article);
      return { id, version: 1, outcome: 'new' };
    }
    const known = inside.db.selectFrom('articles').select(HEAD).where('id', '=', id);
    const newest = await held(inside, known).executeTakeFirstOrThrow();
    if (newest.text_hash === row.text_hash) return { id, version: newest.version, outcome: 'unchanged' };
    if (isWorse(article.quality.status, newest.quality_status)) return { id, version: newest.version, outcome: 'kept' };
    const version = newest.version + 1;
    await inside.db
      .insertInto('article_versions')
      .values({ ...row, version })
      .execute();
    await inside.db
      .updateTable('articles')
      .set({ ...head, version })
      .where('id', '=', id)
      .execute();
    await indexText(inside, id, article);
    await refreshStories(inside, await holdStories(inside, { articleIds: [id] }));
    return { id, version, outcome: 'changed' };
  });
}

const HEAD = ['version', 'text_hash', 'quality_status'] as const;

// Two walls of one page are no two versions of the article.
function isWorse(fresh: QualityStatus, known: string): boolean {
  const worth = Object.entries(WORTH).find(([status]) => status === known)?.[1] ?? 0;
  return WORTH[fresh] < worth || (WORTH[fresh] === 0 && worth === 0);
}

/** The newest version, or the one asked for. */
export async function getArticle(store: Store, id: string, version?: number): Promise<Article | undefined> {
  const versions = store.db
    .selectFrom('article_versions')
    .selectAll()
    .where('article_id', '=', storable(id))
    .orderBy('version', 'desc');
  const row = await (version === undefined ? versions : versions.where('version', '=', version))
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : toArticle(row);
}

/** Newest versions in the order of `ids`; unknown ids are left out, unreadable rows too and reported. */
export async function getArticles(store: Store, ids: readonly string[], onProblem?: OnProblem): Promise<Article[]> {
  const byId = new Map<string, Article>();
  for (const batch of inBatches([...new Set(ids.map(storable))])) {
    const rows = await store.db
      .selectFrom('articles')
      .innerJoin('article_versions', (join) =>
        join
          .onRef('article_versions.article_id', '=', 'articles.id')
          .onRef('article_versions.version', '=', 'articles.version'),
      )
      .selectAll('article_versions')
      .where('articles.id', 'in', batch)
      .execute();
    for (const article of readRows(rows, toArticle, onProblem)) byId.set(article.id, article);
  }
  return ids.flatMap((id) => byId.get(storable(id)) ?? []);
}

/** All versions, oldest first; none for an unknown id. */
export async function getArticleVersions(store: Store, id: string, onProblem?: OnProblem): Promise<Article[]> {
  const rows = await store.db
    .selectFrom('article_versions')
    .selectAll()
    .where('article_id', '=', storable(id))
    .orderBy('version')
    .execute();
  return readRows(rows, toArticle, onProblem);
}

/** The outlet's article at this address, and how much of it is known. */
export async function findArticle(
  store: Store,
  url: string,
  outletId: string,
): Promise<{ id: string; isFull: boolean } | undefined> {
  const row = await store.db
    .selectFrom('articles')
    .select(['id', 'quality_status'])
    .where('url_key', '=', keyOf(url))
    .where('outlet_id', '=', storable(outletId))
    .orderBy('id')
    .executeTakeFirst();
  return row === undefined ? undefined : { id: row.id, isFull: row.quality_status === 'full' };
}

/**
 * Deletes the articles with all versions, and takes them out of their stories; a story without articles disappears.
 * Cached comparisons go too, since they may hold the texts; frozen ones stay as they are.
 *
 * @returns how many there were.
 */
export async function deleteArticles(store: Store, ids: readonly string[]): Promise<number> {
  const articleIds = [...new Set(ids.map(storable))];
  let deleted = 0;
  await inTransaction(store, async (inside) => {
    deleted = 0;
    for (const batch of inBatches(articleIds)) {
      const storyIds = await holdStories(inside, { articleIds: batch });
      await inside.db.deleteFrom('memberships').where('article_id', 'in', batch).execute();
      const gone = await inside.db.deleteFrom('articles').where('id', 'in', batch).executeTakeFirst();
      deleted += Number(gone.numDeletedRows);
      await refreshStories(inside, storyIds);
      await removeProfiles(inside, batch);
      await unindexTexts(inside, batch);
    }
    if (deleted > 0) await inside.db.deleteFrom('comparison_cache').execute();
  });
  return deleted;
}

export async function countArticles(store: Store): Promise<number> {
  const row = await store.db
    .selectFrom('articles')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

async function idByUrl(inside: Store, { url, outletId }: ArticleDraft): Promise<string | undefined> {
  return url === undefined ? undefined : (await findArticle(inside, url, outletId))?.id;
}

// 80 bits: a billion articles meet by chance with probability below one in a million.
function newId({ outletId, url, textHash }: ArticleDraft): string {
  return sha256(JSON.stringify([outletId, url ?? null, url === undefined ? textHash : null])).slice(0, 20);
}

/** Published, unless that is unknown, no time, or later than the moment the text was read. */
function sortAt(published: Timestamp | null, fetchedAt: Timestamp): Timestamp {
  const fetched = requiredUtc(fetchedAt, 'fetchedAt');
  const time = published === null ? undefined : utc(published);
  return time === undefined || time > fetched ? fetched : time;
}

function toHead(row: ArticleVersionRow, status: QualityStatus): ArticleRow {
  return {
    id: row.article_id,
    outlet_id: row.outlet_id,
    outlet_name: row.outlet_name,
    url: row.url,
    url_key: row.url === null ? null : keyOf(row.url),
    version: row.version,
    text_hash: row.text_hash,
    headline: row.headline,
    published: row.published,
    language: row.language === null ? null : primaryTag(row.language),
    quality_status: status,
    sort_at: sortAt(row.published, row.fetched_at),
  };
}

function toRow(article: ArticleDraft, id: string, version: number): ArticleVersionRow {
  return {
    article_id: id,
    version,
    outlet_id: storable(article.outletId),
    outlet_name: storable(article.outletName),
    url: storableOrNull(article.url),
    headline: storable(article.headline),
    standfirst: storableOrNull(article.standfirst),
    byline: storableOrNull(article.byline),
    published: storableOrNull(article.published),
    updated: storableOrNull(article.updated),
    language: storableOrNull(article.language),
    fetched_at: storable(article.fetchedAt),
    paragraphs: JSON.stringify(article.paragraphs),
    quality: JSON.stringify(article.quality),
    dropped: JSON.stringify(article.dropped),
    text_hash: storable(article.textHash),
  };
}

export function toArticle(row: ArticleVersionRow): Article {
  const place = `article_versions/${row.article_id}/${row.version}`;
  const { url, standfirst, byline, published, updated, language } = row;
  return {
    id: row.article_id,
    version: row.version,
    outletId: row.outlet_id,
    outletName: row.outlet_name,
    headline: row.headline,
    ...present({ url, standfirst, byline, published, updated, language }),
    fetchedAt: row.fetched_at,
    paragraphs: readJson(row.paragraphs, paragraphsShape, place),
    quality: readJson(row.quality, qualityShape, place),
    dropped: readJson(row.dropped, droppedShape, place),
    textHash: row.text_hash,
  };
}

/** When each of these articles was first read. */
export async function firstReadings(store: Store, ids: readonly string[]): Promise<Map<string, Timestamp>> {
  const found = new Map<string, Timestamp>();
  for (const batch of inBatches([...new Set(ids.map(storable))])) {
    const rows = await store.db
      .selectFrom('article_versions')
      .select((eb) => ['article_id', eb.fn.min('fetched_at').as('first')])
      .where('article_id', 'in', batch)
      .groupBy('article_id')
      .execute();
    for (const { article_id, first } of rows) found.set(article_id, first);
  }
  return found;
}
