import { bytesType, textType } from '../dialect';
import type { Store } from '../schema';
import { table } from './columns-of';

/** What an encoder gave for one version of one article: its beginning, and its paragraphs once they were compared. */
export async function embeddings({ db, dialect }: Store): Promise<void> {
  const text = textType(dialect);
  await table(db, 'embeddings', {
    article_id: text,
    article_version: 'integer',
    encoder: text,
    part: text,
    count: 'integer',
  })
    .addColumn('bytes', bytesType(dialect), (column) => column.notNull())
    .addPrimaryKeyConstraint('embeddings_pk', ['article_id', 'encoder', 'part', 'article_version'])
    .addForeignKeyConstraint('embeddings_article', ['article_id'], 'articles', ['id'], (key) => key.onDelete('cascade'))
    .execute();
}
