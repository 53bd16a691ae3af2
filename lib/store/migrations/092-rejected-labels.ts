import { textType } from '../dialect';
import type { Store } from '../schema';
import { table } from './columns-of';

/** Two phrases that were offered as labels of one thing and are two things. */
export async function rejectedLabels({ db, dialect }: Store): Promise<void> {
  const text = textType(dialect);
  await table(db, 'rejected_labels', { codebook_id: text, phrase_a: text, phrase_b: text, at: text })
    .addPrimaryKeyConstraint('rejected_labels_pk', ['codebook_id', 'phrase_a', 'phrase_b'])
    .execute();
}
