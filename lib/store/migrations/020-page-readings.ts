import { textType } from '../dialect';
import type { Store } from '../schema';
import { index, table } from './columns-of';

export async function pageReadings({ db, dialect }: Store): Promise<void> {
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
