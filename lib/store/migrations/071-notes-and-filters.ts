import { textType } from '../dialect';
import type { Store } from '../schema';
import { table } from './columns-of';

/** What the owner writes beside frozen comparisons, which themselves never change, and the filters of the first page they keep. */
export async function notesAndFilters({ db, dialect }: Store): Promise<void> {
  const text = textType(dialect);
  await table(db, 'comparison_notes', { comparison_id: text, 'title?': text, 'note?': text, at: text })
    .addPrimaryKeyConstraint('comparison_notes_pk', ['comparison_id'])
    .execute();
  await table(db, 'saved_filters', { id: text, name: text, query: text, at: text })
    .addPrimaryKeyConstraint('saved_filters_pk', ['id'])
    .execute();
}
