import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { CompiledQuery, type Driver, Kysely, PostgresDialect, type SqliteDatabase, SqliteDialect } from 'kysely';
import pg from 'pg';
import type { Config } from '../config';
import { SynopticError } from '../errors';
import { isBusy } from './dialect';
import { migrate } from './migrations';
import type { Schema, Store } from './schema';

export type { Store } from './schema';

/** Name of the SQLite file inside `SYNOPTIC_HOME`. */
export const SQLITE_FILE = 'synoptic.db';

/** How long one writer waits for another, in milliseconds: the longest wait seen between two busy writers was 12. */
const PATIENCE_MS = 5000;
const CONNECT_MS = 5000;
const MOST_CONNECTIONS = 10;

/**
 * Opens PostgreSQL when `DATABASE_URL` is set, else the SQLite file in `SYNOPTIC_HOME`, and migrates it. Open one store a
 * process and keep it; several processes may share one database.
 *
 * @throws SynopticError `store-unavailable` saying what to check.
 */
export async function openStore(config: Pick<Config, 'SYNOPTIC_HOME' | 'DATABASE_URL'>): Promise<Store> {
  const { SYNOPTIC_HOME: home, DATABASE_URL: url } = config;
  let store: Store | undefined;
  try {
    store = url === undefined ? await openSqlite(path.join(home, SQLITE_FILE)) : openPostgres(url);
    await migrate(store);
    return store;
  } catch (error) {
    await store?.close().catch(() => undefined);
    throw error instanceof SynopticError ? error : unavailable(error, home, url);
  }
}

/**
 * Pages the log of writes may hold before they are moved into the database, 4 KiB each. Articles write all over the index of terms, and the
 * next ones write much of the same again: placing one beside 12,000 stored took 67 ms at SQLite's own 1,000, and 46 ms at these
 * (`npm run bench -- placing --stored 12000`).
 */
const WAL_PAGES = 8_000;

async function openSqlite(file: string): Promise<Store> {
  mkdirSync(path.dirname(file), { recursive: true });
  const database = new Database(file, { timeout: PATIENCE_MS });
  try {
    await patiently(() => database.pragma('journal_mode = WAL'));
    database.pragma('synchronous = NORMAL');
    database.pragma(`wal_autocheckpoint = ${WAL_PAGES}`);
    database.pragma('foreign_keys = ON');
  } catch (error) {
    database.close();
    throw error;
  }
  const dialect = new SqliteDialect({ database: rememberingStatements(database) });
  const db = new Kysely<Schema>({
    dialect: {
      createDriver: () => writingFirst(dialect.createDriver(), database),
      createAdapter: () => dialect.createAdapter(),
      createIntrospector: (any) => dialect.createIntrospector(any),
      createQueryCompiler: () => dialect.createQueryCompiler(),
    },
  });
  return { db, dialect: 'sqlite', memory: {}, close: () => db.destroy() };
}

/** Statements kept ready. */
const MOST_STATEMENTS = 200;

/**
 * SQLite compiles a statement each time it is prepared, and the search for an article's companions is a long one: compiling took
 * as long as running. Statements are kept by their text; one that is still handing out rows is left alone.
 */
function rememberingStatements(database: Database.Database): SqliteDatabase {
  const ready = new Map<string, Database.Statement>();
  return {
    close: () => database.close(),
    prepare(text) {
      const before = ready.get(text);
      ready.delete(text);
      const statement = before && !before.busy ? before : database.prepare(text);
      ready.set(text, statement);
      const [oldest] = ready.keys();
      if (ready.size > MOST_STATEMENTS && oldest !== undefined) ready.delete(oldest);
      return statement;
    },
  };
}

/**
 * Transactions here always write, so they ask for the write lock at once: one that reads first and writes later fails
 * without any waiting when somebody wrote in between. The wait is ours and not SQLite's, which would stop the whole
 * process, and with it the transaction waited for when that runs in this very process.
 */
function writingFirst(driver: Driver, database: Database.Database): Driver {
  driver.beginTransaction = async (connection) => {
    try {
      database.pragma('busy_timeout = 0');
      await patiently(() => connection.executeQuery(CompiledQuery.raw('begin immediate')));
    } finally {
      database.pragma(`busy_timeout = ${PATIENCE_MS}`);
    }
  };
  return driver;
}

async function patiently<T>(attempt: () => T | Promise<T>): Promise<T> {
  for (let waited = 0; ; ) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || waited >= PATIENCE_MS) throw error;
    }
    const wait = Math.min(50, 2 + waited);
    await pause(wait);
    waited += wait;
  }
}

function openPostgres(url: string): Store {
  const pool = new pg.Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: 'synoptic',
    types: { getTypeParser: numericCounts },
  });
  // A server that restarts ends idle connections; the pool opens new ones. Unheard, the event would end the process.
  pool.on('error', () => undefined);
  const dialect = new PostgresDialect({ pool });
  const db = new Kysely<Schema>({
    dialect: {
      createDriver: () => reachable(dialect.createDriver(), url),
      createAdapter: () => dialect.createAdapter(),
      createIntrospector: (any) => dialect.createIntrospector(any),
      createQueryCompiler: () => dialect.createQueryCompiler(),
    },
  });
  return { db, dialect: 'postgres', memory: {}, close: () => db.destroy() };
}

/** A server that has gone away is a named error, not a surprise. */
function reachable(driver: Driver, url: string): Driver {
  const acquire = driver.acquireConnection.bind(driver);
  driver.acquireConnection = async () => {
    try {
      return await acquire();
    } catch (error) {
      throw unavailable(error, '', url);
    }
  };
  return driver;
}

/** `count(*)` is a 64-bit integer, which `pg` hands over as text; ours stay far below 2⁵³. */
function numericCounts(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  return oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format);
}

function unavailable(cause: unknown, home: string, url: string | undefined): SynopticError {
  const detail = cause instanceof Error && cause.message !== '' ? cause.message : String(cause);
  const message =
    url === undefined
      ? `The SQLite store in ${path.resolve(home)} could not be opened (${detail}). Check that SYNOPTIC_HOME is a folder this user may write to, on a disk with space left, and that ${SQLITE_FILE} in it is a Synoptic store.`
      : `PostgreSQL at ${withoutSecret(url)} could not be used (${detail}). Check DATABASE_URL, that the server runs and accepts this user, and that the user may create tables.`;
  return new SynopticError('store-unavailable', message, {
    subject: url === undefined ? 'SYNOPTIC_HOME' : 'DATABASE_URL',
    cause,
  });
}

function withoutSecret(url: string): string {
  return URL.canParse(url) ? `${new URL(url).host}${new URL(url).pathname}` : 'the given address';
}
