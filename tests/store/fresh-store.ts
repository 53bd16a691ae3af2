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

/** A store opened anew for each test of the surrounding `describe`; `other()` opens the same database once more. */
export function freshStores(dialect: Dialect): { store(): Store; address(): Address; other(): Promise<Store> } {
  let current: { store: Store; address: Address } | undefined;
  let finish: (() => Promise<void>)[] = [];
  beforeEach(async () => {
    const { address, drop } = await freshAddress(dialect);
    const store = await openStore(address);
    finish = [() => store.close(), drop];
    current = { store, address };
  });
  afterEach(async () => {
    for (const step of finish) await step();
  });
  afterAll(() => {
    current = undefined;
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

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
