import { type RawBuilder, sql } from 'kysely';
import type { Dialect, Store } from './schema';

/** Everywhere the two databases need different words, and nowhere else. */

/** Text compared by code point on both, so that order, ranges and cursors agree whatever the server's locale is. */
export function textType(dialect: Dialect): RawBuilder<unknown> {
  return dialect === 'postgres' ? sql`text collate "C"` : sql`text`;
}

export function bytesType(dialect: Dialect): RawBuilder<unknown> {
  return dialect === 'postgres' ? sql`bytea` : sql`blob`;
}

/** SQLite keeps a second copy of a text primary key unless told that the key is the table. */
export function keyIsTable(dialect: Dialect): RawBuilder<unknown> {
  return dialect === 'postgres' ? sql`` : sql`without rowid`;
}

/** Holds the rows against other writers until the transaction ends. SQLite has one writer at a time anyway. */
export function held<Q extends { forUpdate(): Q }>(store: Store, query: Q): Q {
  return store.dialect === 'postgres' ? query.forUpdate() : query;
}

/** Holds the rows nobody else holds and passes over the others, so that workers do not queue behind one another. */
export function claimed<Q extends { forUpdate(): Q; skipLocked(): Q }>(store: Store, query: Q): Q {
  return store.dialect === 'postgres' ? query.forUpdate().skipLocked() : query;
}

// Any constant will do; this one spells "synoptic" on a telephone.
const MIGRATION_LOCK = 79667842;

/** Lets one process at a time migrate; SQLite's `begin immediate` has done that already. */
export async function holdMigrations(store: Store): Promise<void> {
  if (store.dialect === 'postgres') await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(store.db);
}

// The same for placing articles; a server may serve several stores, each a schema.
const PLACING_LOCK = 75222464;

/** Lets one transaction at a time place articles, whatever process it runs in. SQLite has one writer at a time anyway. */
export async function holdPlacements(store: Store): Promise<void> {
  if (store.dialect !== 'postgres') return;
  await sql`select pg_advisory_xact_lock(${PLACING_LOCK}, hashtext(current_schema()))`.execute(store.db);
}

// deadlock_detected, serialization_failure: the server asks for exactly this, the same transaction once more.
const AGAIN = new Set(['40P01', '40001']);

export function shouldRunAgain(error: unknown): boolean {
  return codeOf(error) !== undefined && AGAIN.has(codeOf(error) ?? '');
}

export function isBusy(error: unknown): boolean {
  return codeOf(error)?.startsWith('SQLITE_BUSY') ?? false;
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
