import { textType } from '../dialect';
import type { Store } from '../schema';
import { index } from './columns-of';

/** Feeds can be paused and keep the folder they came in; the health page counts recent articles without opening a text. */
export async function outletFacts({ db, dialect }: Store): Promise<void> {
  await db.schema.alterTable('feeds').addColumn('paused_at', textType(dialect)).execute();
  await db.schema.alterTable('feeds').addColumn('folder', textType(dialect)).execute();
  await index(db, 'articles', 'articles_recent', ['sort_at', 'outlet_id', 'quality_status']);
}
