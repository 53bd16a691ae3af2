import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { countArticles, saveArticle } from '#lib/store/articles';
import { backup, doctor } from '#lib/store/backup';
import { freeze } from '#lib/store/comparisons';
import { addFeed } from '#lib/store/feeds';
import { openStore, SQLITE_FILE } from '#lib/store/open-store';
import { openStoryIndex, saveMembership } from '#lib/store/stories';
import { DIALECTS, freshStores } from './fresh-store';
import { draft, feed, member, NOON, profile } from './samples';

describe('backup of SQLite', () => {
  const { store, address } = freshStores('sqlite');
  const at = (name: string) => path.join(address().SYNOPTIC_HOME, name);

  it('is a whole store, made while others write', async () => {
    await saveArticle(store(), draft());
    const writes = Array.from({ length: 20 }, (_, n) => saveArticle(store(), draft({ id: `w${n}` })));
    await backup(store(), at(`copy-of-${SQLITE_FILE}`));
    await Promise.all(writes);
    const { mkdir, rename } = await import('node:fs/promises');
    await mkdir(at('restored'));
    await rename(at(`copy-of-${SQLITE_FILE}`), at(`restored/${SQLITE_FILE}`));
    const restored = await openStore({ SYNOPTIC_HOME: at('restored'), DATABASE_URL: undefined });
    expect(await countArticles(restored)).toBeGreaterThanOrEqual(1);
    expect((await doctor(restored)).every(({ ok }) => ok)).toBe(true);
    await restored.close();
  });

  it('replaces no file', async () => {
    await writeFile(at('kept.db'), 'precious');
    await expect(backup(store(), at('kept.db'))).rejects.toMatchObject({ code: 'bad-input', subject: at('kept.db') });
  });

  it('says so when the folder is not there, and leaves nothing half done', async () => {
    await expect(backup(store(), at('no/such/folder.db'))).rejects.toMatchObject({ code: 'bad-input' });
    expect((await readdir(address().SYNOPTIC_HOME)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('backup of PostgreSQL', () => {
  const { store } = freshStores('postgres');

  it('is left to pg_dump', async () => {
    await expect(backup(store(), 'never.db')).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('pg_dump'),
    });
  });
});

describe.each(DIALECTS)('doctor on %s', (dialect) => {
  const { store } = freshStores(dialect);

  it('finds nothing wrong with a store in use', async () => {
    await addFeed(store(), feed('news'));
    const { id } = await saveArticle(store(), draft());
    await openStoryIndex(store()).add(profile(id, 's1', 'ferry'), member(id, 's1'));
    await freeze(store(), { id: 'f1', bytes: new Uint8Array([1]), at: NOON, title: 'Ferry' });
    const checks = await doctor(store());
    expect(checks.map(({ name, ok }) => [name, ok])).toEqual([
      ['schema', true],
      ['database', true],
      ['rows', true],
      ['bookkeeping', true],
    ]);
  });

  it('names every row that cannot be read', async () => {
    await addFeed(store(), feed('news'));
    const { id } = await saveArticle(store(), draft());
    await openStoryIndex(store()).add(profile(id, 's1', 'ferry'), member(id, 's1'));
    await freeze(store(), { id: 'f1', bytes: new Uint8Array([1]), at: NOON, title: 'Ferry' });
    const { db } = store();
    await db.updateTable('feeds').set({ last_error: '!' }).execute();
    await db.updateTable('article_versions').set({ quality: '!' }).execute();
    await db.updateTable('story_profiles').set({ profile: '!' }).execute();
    await db.updateTable('stories').set({ headlines: '!' }).execute();
    await db.updateTable('memberships').set({ evidence: '!' }).execute();
    await db
      .updateTable('frozen_comparisons')
      .set({ bytes: Buffer.from('!') })
      .execute();
    const rows = (await doctor(store())).find(({ name }) => name === 'rows');
    expect(rows?.ok).toBe(false);
    for (const place of [
      'feeds/news',
      `article_versions/${id}/1`,
      `story_profiles/${id}`,
      'stories/s1',
      `memberships/s1/${id}`,
      'f1',
    ]) {
      expect(rows?.message).toContain(place);
    }
  });

  it('notices counts that are off and members that are not stored', async () => {
    await saveMembership(store(), member('nobody', 's1'));
    await store().db.insertInto('term_counts').values({ term: '', documents: 7 }).execute();
    const check = (await doctor(store())).find(({ name }) => name === 'bookkeeping');
    expect(check).toMatchObject({ ok: false, message: expect.stringMatching(/0 story profiles.* 7 .*nobody/) });
  });

  it('notices a schema that is behind', async () => {
    await store().db.deleteFrom('synoptic_migrations').execute();
    expect((await doctor(store()))[0]).toMatchObject({ name: 'schema', ok: false });
  });
});
