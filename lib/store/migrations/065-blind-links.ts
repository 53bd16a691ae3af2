import { textType } from '../dialect';
import type { Store } from '../schema';
import { table } from './columns-of';

/** Frozen comparisons with letters for outlets, and which ones with names they were made from. */
export async function blindLinks({ db, dialect }: Store): Promise<void> {
  const text = textType(dialect);
  await table(db, 'blind_links', { comparison_id: text, blind_id: text, key: text, at: text })
    .addPrimaryKeyConstraint('blind_links_pk', ['comparison_id'])
    .addUniqueConstraint('blind_links_blind', ['blind_id'])
    .execute();
}
