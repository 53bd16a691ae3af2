import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { saveArticle } from '#lib/store/articles';
import { appliedMigrations, missingMigrations } from '#lib/store/migrations';
import { openStore, type Store } from '#lib/store/open-store';
import { listOutlets, saveOutlet } from '#lib/store/outlets';
import { listStories, saveMembership } from '#lib/store/stories';
import { inTransaction } from '#lib/store/transaction';
import { DIALECTS, freshAddress, freshStores } from './fresh-store';
import { draft, member, outlet } from './samples';

const run = promisify(execFile);

describe.each(DIALECTS)('openStore on %s', (dialect) => {
  const fresh = freshStores(dialect);

  it('migrates an empty database', async () => {
    expect(fresh.store().dialect).toBe(dialect);
    expect(missingMigrations(await appliedMigrations(fresh.store()))).toEqual([]);
  });

  it('finds everything again when opened a second time, and migrates nothing twice', async () => {
    await saveOutlet(fresh.store(), outlet('harbour'));
    const again = await fresh.other();
    expect(await listOutlets(again)).toEqual([outlet('harbour')]);
    expect(await appliedMigrations(again)).toEqual(await appliedMigrations(fresh.store()));
  });

  it('opens for several processes at once on an empty database', async () => {
    const { address, drop } = await freshAddress(dialect);
    try {
      const opened = await Promise.all(['north', 'south', 'east'].map((id) => openInProcess(address, id)));
      expect(opened).toEqual(['opened', 'opened', 'opened']);
      const store = await openStore(address);
      expect((await listOutlets(store)).map(({ id }) => id)).toEqual(['east', 'north', 'south']);
      await store.close();
    } finally {
      await drop();
    }
  });

  it('makes texts findable that were stored before there was a search', async () => {
    const { store } = fresh;
    await saveArticle(store(), draft({ id: 'a1', headline: 'Ferry pier reopens', language: 'en-GB' }));
    await saveMembership(store(), member('a1', 's1'));
    await forgetSearch(store());
    const { stories } = await listStories(await fresh.other(), { limit: 5, search: 'ferry', language: 'en' });
    expect(stories.map(({ id }) => id)).toEqual(['s1']);
  });

  it('refuses a store that a newer version has written', async () => {
    await fresh.store().db.insertInto('synoptic_migrations').values({ name: '999-from-the-future' }).execute();
    await expect(fresh.other()).rejects.toMatchObject({
      code: 'store-unavailable',
      message: expect.stringContaining('newer Synoptic'),
    });
  });

  it('leaves nothing of a transaction that fails', async () => {
    const work = inTransaction(fresh.store(), async (inside) => {
      await saveOutlet(inside, outlet('harbour'));
      throw new Error('half way');
    });
    await expect(work).rejects.toThrow('half way');
    expect(await listOutlets(fresh.store())).toEqual([]);
  });

  it('lets two stores of one process write to the same database in turns', async () => {
    const other = await fresh.other();
    const ids = Array.from({ length: 20 }, (_, n) => `o${n}`);
    await Promise.all(ids.map((id, n) => saveOutlet(n % 2 === 0 ? fresh.store() : other, outlet(id))));
    expect(await listOutlets(other)).toHaveLength(20);
  });

  it('keeps text that PostgreSQL refuses', async () => {
    await saveOutlet(fresh.store(), outlet('odd', { name: 'A\u0000B\uD800C' }));
    expect(await listOutlets(fresh.store())).toEqual([outlet('odd', { name: 'AB\uFFFDC' })]);
  });
});

describe('openStore', () => {
  it('sets SQLite up as the store needs it', async () => {
    const { address, drop } = await freshAddress('sqlite');
    const { db, close } = await openStore(address);
    const pragma = async (name: string) =>
      Object.values((await sql<object>`pragma ${sql.raw(name)}`.execute(db)).rows[0] ?? {})[0];
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('synchronous')).toBe(1);
    expect(await pragma('foreign_keys')).toBe(1);
    expect(await pragma('busy_timeout')).toBe(5000);
    await close();
    await drop();
  });

  it('makes the folder it needs', async () => {
    const { address, drop } = await freshAddress('sqlite');
    const store = await openStore({ ...address, SYNOPTIC_HOME: path.join(address.SYNOPTIC_HOME, 'deep/er') });
    expect(await listOutlets(store)).toEqual([]);
    await store.close();
    await drop();
  });

  it('says what to check when the file is no store, and leaves it alone', async () => {
    const home = await mkdtemp(path.join(tmpdir(), 'synoptic-store-'));
    const file = path.join(home, 'synoptic.db');
    await writeFile(file, 'These are notes, not a database. '.repeat(50));
    await expect(openStore({ SYNOPTIC_HOME: home, DATABASE_URL: undefined })).rejects.toMatchObject({
      code: 'store-unavailable',
      subject: 'SYNOPTIC_HOME',
      message: expect.stringContaining(home),
    });
    expect(await readFile(file, 'utf8')).toMatch(/^These are notes/);
    await rm(home, { recursive: true });
  });

  it('says what to check when no server answers, without telling the password', async () => {
    const DATABASE_URL = 'postgres://reader:secret-word@127.0.0.1:1/news';
    const error: unknown = await openStore({ SYNOPTIC_HOME: tmpdir(), DATABASE_URL }).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 'store-unavailable', subject: 'DATABASE_URL' });
    expect(String(error)).toContain('127.0.0.1:1/news');
    expect(String(error)).not.toContain('secret-word');
  });
});

/** Another process opens the store, as `npm start` and `npm run worker` do side by side, and writes one row. */
async function openInProcess(address: object, id: string): Promise<string> {
  const script = path.join(import.meta.dirname, 'open-in-process.ts');
  const { stdout } = await run(process.execPath, ['--import', 'tsx', script, JSON.stringify(address), id]);
  return stdout.trim();
}

/** The store as it was before the step that brought the search. */
async function forgetSearch(store: Store): Promise<void> {
  const { db } = store;
  await db.deleteFrom('synoptic_migrations').where('name', '=', '030-search-and-rank').execute();
  await sql`drop table article_search`.execute(db);
  if (store.dialect === 'sqlite') await sql`drop table search_rows`.execute(db);
  await sql`drop index stories_rank`.execute(db);
  await sql`alter table stories drop column rank_at`.execute(db);
  await sql`alter table stories add column search_text text not null default ''`.execute(db);
  await sql`alter table articles drop column language`.execute(db);
}
