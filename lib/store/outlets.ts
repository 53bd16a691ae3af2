import type { Outlet } from '../types';
import { present, storable, storableOrNull } from './columns';
import type { OutletRow, Store } from './schema';
import { inTransaction } from './transaction';

// Readers look a name up without minding its case or accents, which byte order does.
const BY_NAME = new Intl.Collator('en');

/** Adds an outlet, or brings a known one up to date. */
export async function saveOutlet(store: Store, outlet: Outlet): Promise<void> {
  const row = toRow(outlet);
  await inTransaction(store, ({ db }) =>
    db
      .insertInto('outlets')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute(),
  );
}

/** Alphabetical by name, then id. */
export async function listOutlets(store: Store): Promise<Outlet[]> {
  const rows = await store.db.selectFrom('outlets').selectAll().orderBy('id').execute();
  return rows.map(toOutlet).sort((a, b) => BY_NAME.compare(a.name, b.name));
}

export async function getOutlet(store: Store, id: string): Promise<Outlet | undefined> {
  const row = await store.db.selectFrom('outlets').selectAll().where('id', '=', storable(id)).executeTakeFirst();
  return row === undefined ? undefined : toOutlet(row);
}

/** Takes the outlet and its feeds away. Its articles, and the stories they stand in, stay. Unknown id: nothing happens. */
export async function removeOutlet(store: Store, id: string): Promise<void> {
  await inTransaction(store, async ({ db }) => {
    await db.deleteFrom('feeds').where('outlet_id', '=', storable(id)).execute();
    await db.deleteFrom('outlets').where('id', '=', storable(id)).execute();
  });
}

function toRow(outlet: Outlet): OutletRow {
  return {
    id: storable(outlet.id),
    name: storable(outlet.name),
    country: storableOrNull(outlet.country),
    language: storableOrNull(outlet.language),
    homepage: storableOrNull(outlet.homepage),
    sample: outlet.sample ? 1 : 0,
  };
}

function toOutlet(row: OutletRow): Outlet {
  return { ...present(row), sample: row.sample === 1 };
}
