import { z } from 'zod';
import { inBatches, type OnProblem, readJson, readRows, storable } from './columns';
import type { CodingRow, Store } from './schema';
import { inTransaction } from './transaction';

/** Counts of one code in one article; codes that were not found have none. */
export type CodingCount = {
  code: string;
  sentences: number;
  mentions: number;
  own: number;
  attributed: number;
  quoted: number;
};

export type Coding = {
  articleId: string;
  articleVersion: number;
  /** n: sentences counted. */
  sentences: number;
  words: number;
  counts: CodingCount[];
};

export type CodebookKey = { id: string; hash: string };

const countsShape = z.array(z.tuple([z.string(), z.number(), z.number(), z.number(), z.number(), z.number()]));

export async function saveCodings(store: Store, codebook: CodebookKey, codings: readonly Coding[]): Promise<void> {
  if (codings.length === 0) return;
  const rows = codings.map(({ articleId, articleVersion, sentences, words, counts }) => ({
    codebook_hash: codebook.hash,
    codebook_id: storable(codebook.id),
    article_id: storable(articleId),
    article_version: articleVersion,
    sentences,
    words,
    counts: JSON.stringify(
      counts.map((each) => [each.code, each.sentences, each.mentions, each.own, each.attributed, each.quoted]),
    ),
  }));
  await inTransaction(store, ({ db }) =>
    db
      .insertInto('codings')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['codebook_hash', 'article_id']).doUpdateSet(({ ref }) => ({
          article_version: ref('excluded.article_version'),
          sentences: ref('excluded.sentences'),
          words: ref('excluded.words'),
          counts: ref('excluded.counts'),
        })),
      )
      .execute(),
  );
}

/** Whole texts that a codebook of this language counts. A text without a language is taken for English. */
function countable(store: Store, language: string) {
  return store.db
    .selectFrom('articles')
    .where('articles.quality_status', '=', 'full')
    .where(({ eb, or }) =>
      or([eb('articles.language', '=', language), ...(language === 'en' ? [eb('articles.language', 'is', null)] : [])]),
    );
}

/** How many texts there are to code, and how many of them are coded with this codebook in their present version. */
export async function codingProgress(
  store: Store,
  hash: string,
  language: string,
): Promise<{ coded: number; of: number }> {
  const all = await countable(store, language)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const done = await countable(store, language)
    .innerJoin('codings', (join) =>
      join
        .onRef('codings.article_id', '=', 'articles.id')
        .onRef('codings.article_version', '=', 'articles.version')
        .on('codings.codebook_hash', '=', hash),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return { coded: Number(done.count), of: Number(all.count) };
}

/** Ids of texts not yet coded with this codebook, in order of id, after `after`. */
export async function uncodedArticles(
  store: Store,
  { hash, language, after, limit }: { hash: string; language: string; after: string; limit: number },
): Promise<string[]> {
  const rows = await countable(store, language)
    .leftJoin('codings', (join) =>
      join
        .onRef('codings.article_id', '=', 'articles.id')
        .onRef('codings.article_version', '=', 'articles.version')
        .on('codings.codebook_hash', '=', hash),
    )
    .select('articles.id')
    .where('codings.article_id', 'is', null)
    .where('articles.id', '>', storable(after))
    .orderBy('articles.id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** All codings with one codebook, each with its outlet, by article id. */
export async function listCodings(
  store: Store,
  hash: string,
  onProblem?: OnProblem,
): Promise<(Coding & { outletId: string; outletName: string })[]> {
  const rows = await store.db
    .selectFrom('codings')
    .innerJoin('articles', (join) =>
      join.onRef('articles.id', '=', 'codings.article_id').onRef('articles.version', '=', 'codings.article_version'),
    )
    .selectAll('codings')
    .select(['articles.outlet_id', 'articles.outlet_name'])
    .where('codebook_hash', '=', hash)
    .orderBy('article_id')
    .execute();
  return readRows(
    rows,
    (row) => ({ ...toCoding(row), outletId: row.outlet_id, outletName: row.outlet_name }),
    onProblem,
  );
}

/** The codings of these articles in their present versions; those not coded yet are left out. */
export async function findCodings(store: Store, hash: string, articleIds: readonly string[]): Promise<Coding[]> {
  const found: CodingRow[] = [];
  for (const batch of inBatches([...new Set(articleIds.map(storable))])) {
    const rows = store.db
      .selectFrom('codings')
      .innerJoin('articles', (join) =>
        join.onRef('articles.id', '=', 'codings.article_id').onRef('articles.version', '=', 'codings.article_version'),
      )
      .selectAll('codings')
      .where('codebook_hash', '=', hash)
      .where('article_id', 'in', batch);
    found.push(...(await rows.execute()));
  }
  return readRows(found, toCoding);
}

/** Drops the codings of a codebook but those with these hashes. @returns how many went. */
export async function pruneCodings(store: Store, codebookId: string, keep: readonly string[]): Promise<number> {
  const gone = await inTransaction(store, ({ db }) => {
    const all = db.deleteFrom('codings').where('codebook_id', '=', storable(codebookId));
    return (keep.length === 0 ? all : all.where('codebook_hash', 'not in', [...keep])).executeTakeFirst();
  });
  return Number(gone.numDeletedRows);
}

function toCoding(row: CodingRow): Coding {
  const counts = readJson(row.counts, countsShape, `codings/${row.codebook_hash}/${row.article_id}`);
  return {
    articleId: row.article_id,
    articleVersion: row.article_version,
    sentences: row.sentences,
    words: row.words,
    counts: counts.map(([code, sentences, mentions, own, attributed, quoted]) => ({
      code,
      sentences,
      mentions,
      own,
      attributed,
      quoted,
    })),
  };
}
