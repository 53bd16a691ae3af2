import type { Timestamp } from '../types';
import { present, requiredUtc, storable, storableOrNull } from './columns';
import type { CodebookVersionRow, Store } from './schema';
import { inTransaction } from './transaction';

/** One saved version of a codebook written here, without its content. */
export type CodebookVersion = {
  id: string;
  /** Counts from 1 within the id. */
  number: number;
  version: string;
  hash: string;
  at: Timestamp;
  note?: string;
  /** The codebook was taken out of use with this step. */
  withdrawn: boolean;
};

export type NewVersion = { id: string; version: string; hash: string; json: string; note?: string };

/** Adds a version after the last one. Nothing kept is ever changed: going back to an old version saves it once more. */
export async function saveCodebookVersion(store: Store, given: NewVersion, at: Timestamp): Promise<CodebookVersion> {
  return append(store, given.id, at, { ...given, note: storableOrNull(given.note) });
}

/** From now on there is no own codebook under this id; its versions stay. */
export async function withdrawCodebook(store: Store, id: string, at: Timestamp): Promise<CodebookVersion> {
  return append(store, id, at, { version: '', hash: '', json: null, note: null });
}

async function append(
  store: Store,
  id: string,
  at: Timestamp,
  { version, hash, json, note }: Pick<CodebookVersionRow, 'version' | 'hash' | 'json' | 'note'>,
): Promise<CodebookVersion> {
  const own = storable(id);
  const time = requiredUtc(at, 'at');
  return inTransaction(store, async ({ db }) => {
    const last = await db
      .selectFrom('codebook_versions')
      .select(({ fn }) => fn.max('number').as('number'))
      .where('id', '=', own)
      .executeTakeFirst();
    const row = { id: own, number: (last?.number ?? 0) + 1, version, hash, json, at: time, note };
    await db.insertInto('codebook_versions').values(row).execute();
    return toVersion({ ...row, withdrawn: json === null ? 1 : 0 });
  });
}

/** Oldest first; none for a codebook nobody changed here. */
export async function listCodebookVersions(store: Store, id: string): Promise<CodebookVersion[]> {
  const rows = await select(store).where('id', '=', storable(id)).orderBy('number').execute();
  return rows.map(toVersion);
}

/** The last step of every id, by id. */
export async function latestCodebookVersions(store: Store): Promise<CodebookVersion[]> {
  const rows = await select(store)
    .where(({ eb, selectFrom }) =>
      eb(
        'number',
        '=',
        selectFrom('codebook_versions as later')
          .select(({ fn }) => fn.max('later.number').as('number'))
          .whereRef('later.id', '=', 'codebook_versions.id'),
      ),
    )
    .orderBy('id')
    .execute();
  return rows.map(toVersion);
}

/** The text of a version as it was saved; undefined when there is none. */
export async function getCodebookJson(store: Store, id: string, number: number): Promise<string | undefined> {
  const row = await store.db
    .selectFrom('codebook_versions')
    .select('json')
    .where('id', '=', storable(id))
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.json ?? undefined;
}

// Without the texts: a list of versions must not read megabytes.
function select(store: Store) {
  return store.db
    .selectFrom('codebook_versions')
    .select(['id', 'number', 'version', 'hash', 'at', 'note'])
    .select(({ eb }) => eb.case().when('json', 'is', null).then(1).else(0).end().as('withdrawn'));
}

function toVersion({ withdrawn, ...row }: Omit<CodebookVersionRow, 'json'> & { withdrawn: number }): CodebookVersion {
  const { id, number, version, hash, at, note } = row;
  return { id, number, version, hash, at, ...present({ note }), withdrawn: withdrawn === 1 };
}
