import { textType } from '../dialect';
import type { Store } from '../schema';
import { table } from './columns-of';

/** What a second coder proposed for one version of one article, with one codebook, model and question. */
export async function coderReadings({ db, dialect }: Store): Promise<void> {
  const text = textType(dialect);
  await table(db, 'coder_readings', {
    article_id: text,
    article_version: 'integer',
    codebook_hash: text,
    coder: text,
    codebook_id: text,
    model: text,
    answer: text,
    at: text,
  })
    .addPrimaryKeyConstraint('coder_readings_pk', ['article_id', 'article_version', 'codebook_hash', 'coder'])
    .addForeignKeyConstraint('coder_readings_article', ['article_id'], 'articles', ['id'], (key) =>
      key.onDelete('cascade'),
    )
    .execute();
}
