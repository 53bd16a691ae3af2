import { textType } from '../dialect';
import type { Store } from '../schema';
import { index, table } from './columns-of';

/** What counting one article with one codebook gave: kept for changes of a codebook over everything stored. */
export async function codings({ db, dialect }: Store): Promise<void> {
  const text = textType(dialect);
  await table(db, 'codings', {
    codebook_hash: text,
    article_id: text,
    article_version: 'integer',
    codebook_id: text,
    sentences: 'integer',
    words: 'integer',
    counts: text,
  })
    .addPrimaryKeyConstraint('codings_pk', ['codebook_hash', 'article_id'])
    .addForeignKeyConstraint('codings_article', ['article_id'], 'articles', ['id'], (key) => key.onDelete('cascade'))
    .execute();
  await index(db, 'codings', 'codings_by_article', ['article_id']);
  await index(db, 'codings', 'codings_by_codebook', ['codebook_id']);
}
