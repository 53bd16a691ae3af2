import { textType } from '../dialect';
import type { Store } from '../schema';

export async function feedMovesAndQuietTimes({ db, dialect }: Store): Promise<void> {
  for (const column of ['moving', 'quiet'])
    await db.schema.alterTable('feeds').addColumn(column, textType(dialect)).execute();
}
