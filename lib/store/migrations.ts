import { SynopticError } from '../errors';
import { holdMigrations, textType } from './dialect';
import { firstTables } from './migrations/001-first-tables';
import { outletFacts } from './migrations/010-outlet-facts';
import { pageReadings } from './migrations/020-page-readings';
import { searchAndRank } from './migrations/030-search-and-rank';
import { corrections } from './migrations/031-corrections';
import { linkCorrections } from './migrations/032-link-corrections';
import { feedMovesAndQuietTimes } from './migrations/040-feed-moves-and-quiet-times';
import { rankByIndependentOutlets } from './migrations/050-rank-by-independent-outlets';
import { dismissedOffers } from './migrations/051-dismissed-offers';
import { frozenTombstones } from './migrations/060-frozen-tombstones';
import { blindLinks } from './migrations/065-blind-links';
import { webhookDeliveries } from './migrations/070-webhook-deliveries';
import { notesAndFilters } from './migrations/071-notes-and-filters';
import { verdicts } from './migrations/080-verdicts';
import { codebookVersions } from './migrations/090-codebook-versions';
import { codings } from './migrations/091-codings';
import { rejectedLabels } from './migrations/092-rejected-labels';
import { coderReadings } from './migrations/093-coder-readings';
import { embeddings } from './migrations/094-embeddings';
import type { Store } from './schema';
import { inTransaction } from './transaction';

/**
 * Steps from an empty database to the present one, in order. A step that has been released is never edited: a change is a
 * new step at the end.
 */
const MIGRATIONS: { name: string; up(store: Store): Promise<void> }[] = [
  { name: '001-first-tables', up: firstTables },
  { name: '010-outlet-facts', up: outletFacts },
  { name: '020-page-readings', up: pageReadings },
  { name: '030-search-and-rank', up: searchAndRank },
  { name: '031-corrections', up: corrections },
  { name: '032-link-corrections', up: linkCorrections },
  { name: '040-feed-moves-and-quiet-times', up: feedMovesAndQuietTimes },
  { name: '050-rank-by-independent-outlets', up: rankByIndependentOutlets },
  { name: '051-dismissed-offers', up: dismissedOffers },
  { name: '060-frozen-tombstones', up: frozenTombstones },
  { name: '065-blind-links', up: blindLinks },
  { name: '070-webhook-deliveries', up: webhookDeliveries },
  { name: '071-notes-and-filters', up: notesAndFilters },
  { name: '080-verdicts', up: verdicts },
  { name: '090-codebook-versions', up: codebookVersions },
  { name: '091-codings', up: codings },
  { name: '092-rejected-labels', up: rejectedLabels },
  { name: '093-coder-readings', up: coderReadings },
  { name: '094-embeddings', up: embeddings },
];

/**
 * Brings the database to the present schema: all missing steps or none, one process at a time.
 * @throws SynopticError `store-unavailable` when the database was written by a newer version.
 */
export async function migrate(store: Store): Promise<void> {
  await inTransaction(store, async (inside) => {
    await holdMigrations(inside);
    await inside.db.schema
      .createTable('synoptic_migrations')
      .ifNotExists()
      .addColumn('name', textType(store.dialect), (column) => column.primaryKey())
      .execute();
    const done = new Set(await appliedMigrations(inside));
    const unknown = [...done].filter((name) => !MIGRATIONS.some((migration) => migration.name === name));
    if (unknown.length > 0) throw newerStore(unknown);
    for (const { name, up } of MIGRATIONS) {
      if (done.has(name)) continue;
      await up(inside);
      await inside.db.insertInto('synoptic_migrations').values({ name }).execute();
    }
  });
}

export async function appliedMigrations(store: Store): Promise<string[]> {
  const rows = await store.db.selectFrom('synoptic_migrations').select('name').orderBy('name').execute();
  return rows.map((row) => row.name);
}

export function missingMigrations(applied: readonly string[]): string[] {
  return MIGRATIONS.map(({ name }) => name).filter((name) => !applied.includes(name));
}

function newerStore(unknown: string[]): SynopticError {
  return new SynopticError(
    'store-unavailable',
    `The store was written by a newer Synoptic (it has ${unknown.join(', ')}). Update Synoptic, or point SYNOPTIC_HOME or DATABASE_URL at another store.`,
  );
}
