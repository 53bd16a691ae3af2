import { textType } from '../dialect';
import type { Store } from '../schema';
import { table } from './columns-of';

/** Codebooks written here, every version of them. */
export async function codebookVersions({ db, dialect }: Store): Promise<void> {
  const text = textType(dialect);
  await table(db, 'codebook_versions', {
    id: text,
    number: 'integer',
    version: text,
    hash: text,
    'json?': text,
    at: text,
    'note?': text,
  })
    .addPrimaryKeyConstraint('codebook_versions_pk', ['id', 'number'])
    .execute();
}
