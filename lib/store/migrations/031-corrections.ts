import { textType } from '../dialect';
import type { Store } from '../schema';
import { index, table } from './columns-of';

/** What people decide about groupings, and which memberships are theirs. */
export async function corrections({ db, dialect }: Store): Promise<void> {
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
