import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeEach, inject } from 'vitest';
import { openStore, type Store } from '#lib/store/open-store';
import type { Dialect } from '#lib/store/schema';

export const DIALECTS: Dialect[] = ['sqlite', 'postgres'];

export type Address = { SYNOPTIC_HOME: string; DATABASE_URL: string | undefined };

/** An empty database that is gone after the tests: a folder, or a schema of its own on the shared server. */
export async function freshAddress(dialect: Dialect): Promise<{ address: Address; drop(): Promise<void> }> {
  const home = await mkdtemp(path.join(tmpdir(), 'synoptic-store-'));
  const dropHome = () => rm(home, { recursive: true, force: true });
  if (dialect === 'sqlite') return { address: { SYNOPTIC_HOME: home, DATABASE_URL: undefined }, drop: dropHome };
  const server = inject('postgresUrl');
  const schema = `test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create schema ${schema}`);
  const url = new URL(server);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return {
    address: { SYNOPTIC_HOME: home, DATABASE_URL: url.href },
    drop: async () => {
      await onServer(server, `drop schema ${schema} cascade`);
      await dropHome();
    },
  };
}

type Fresh = { address: Address; drop(): Promise<void> };

/**
 * Tests of one file take turns in one PostgreSQL schema that is emptied between them: making thirty tables and dropping them again took
 * most of a small test's time (some 260 of 320 ms). One whose tables a test has changed is dropped, and the next test gets a new one.
 */
const resting: (Fresh & { tables: string })[] = [];

async function nextAddress(dialect: Dialect): Promise<Fresh> {
  if (dialect === 'sqlite') return freshAddress(dialect);
  const { address, drop, tables } = resting.pop() ?? (await migrated());
  return {
    address,
    drop: async () => {
      if ((await emptied(address)) === tables) resting.push({ address, drop, tables });
      else await drop();
    },
  };
}

async function migrated(): Promise<Fresh & { tables: string }> {
  const fresh = await freshAddress('postgres');
  const store = await openStore(fresh.address);
  await store.close();
  return { ...fresh, tables: await emptied(fresh.address) };
}

/** Deletes every row but those of the migrations. @returns what the tables look like. */
async function emptied({ DATABASE_URL: url = '' }: Address): Promise<string> {
  const { rows } = await onServer(
    url,
    `do $$ declare each text; begin
       for each in select format('%I', tablename) from pg_tables
         where schemaname = current_schema() and tablename <> 'synoptic_migrations'
       loop execute 'delete from ' || each; end loop;
     end $$;
     select string_agg(seen, ' ' order by seen) as seen from (
       select format('%s.%s %s', relname, attname, atttypid) as seen from pg_attribute join pg_class on attrelid = pg_class.oid
         where relnamespace = current_schema()::regnamespace and attnum > 0 and not attisdropped
       union all select name from synoptic_migrations
     ) as all_seen`,
  );
  return String(rows[0]?.seen);
}

/** A store opened for each test of the surrounding `describe`, empty; `other()` opens the same database once more. */
export function freshStores(dialect: Dialect): { store(): Store; address(): Address; other(): Promise<Store> } {
  let current: { store: Store; address: Address } | undefined;
  let finish: (() => Promise<void>)[] = [];
  beforeEach(async () => {
    const { address, drop } = await nextAddress(dialect);
    const store = await openStore(address);
    finish = [() => store.close(), drop];
    current = { store, address };
  });
  afterEach(async () => {
    for (const step of finish) await step();
  });
  afterAll(async () => {
    current = undefined;
    for (const { drop } of resting.splice(0)) await drop();
  });
  const now = () => {
    if (current === undefined) throw new Error('The store is there only inside a test.');
    return current;
  };
  return {
    store: () => now().store,
    address: () => now().address,
    other: async () => {
      const store = await openStore(now().address);
      finish.unshift(() => store.close());
      return store;
    },
  };
}

/** @returns the rows of the last statement. */
async function onServer(url: string, statements: string): Promise<{ rows: Record<string, unknown>[] }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const results = await client.query(statements).finally(() => client.end());
  return [results].flat().at(-1) ?? { rows: [] };
}
