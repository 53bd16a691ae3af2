import { describe, expect, it } from 'vitest';
import { createJob, getJob, pruneJobs, recentJobs, stopJobs, updateJob } from '#lib/store/jobs';
import { DIALECTS, freshStores } from './fresh-store';
import { at, NOON } from './samples';

const REASON = { code: 'gone', message: 'The page is gone.' };

describe.each(DIALECTS)('jobs on %s', (dialect) => {
  const { store, other } = freshStores(dialect);

  it('begin waiting and tell how far they are', async () => {
    await createJob(store(), { id: 'j1', kind: 'compare', at: NOON, payload: { links: ['https://harbour.example/'] } });
    expect(await getJob(store(), 'j1')).toStrictEqual({
      id: 'j1',
      kind: 'compare',
      createdAt: NOON,
      updatedAt: NOON,
      state: 'waiting',
      payload: { links: ['https://harbour.example/'] },
      steps: [],
    });
    await updateJob(store(), 'j1', { at: at(1), state: 'running', steps: [{ name: 'fetch', state: 'running' }] });
    await updateJob(store(), 'j1', { at: at(2), step: { name: 'fetch', state: 'failed', reason: REASON } });
    const done = await updateJob(store(), 'j1', { at: at(3), state: 'done', result: { id: 'c1' } });
    expect(done).toEqual(await getJob(store(), 'j1'));
    expect(done).toMatchObject({
      createdAt: NOON,
      updatedAt: at(3),
      state: 'done',
      steps: [{ name: 'fetch', state: 'failed', reason: REASON }],
      result: { id: 'c1' },
    });
  });

  it('lose no step when several end at once', async () => {
    const second = await other();
    await createJob(store(), { id: 'j1', kind: 'compare', at: NOON, payload: null });
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    await Promise.all(
      names.map((name, n) =>
        updateJob(n % 2 === 0 ? store() : second, 'j1', { at: NOON, step: { name, state: 'done', message: 'read' } }),
      ),
    );
    expect((await getJob(store(), 'j1'))?.steps.map(({ name }) => name).sort()).toEqual(names);
  });

  it('are not begun twice', async () => {
    await createJob(store(), { id: 'j1', kind: 'compare', at: NOON, payload: 1 });
    await createJob(store(), { id: 'j1', kind: 'compare', at: at(1), payload: 2 });
    expect(await getJob(store(), 'j1')).toMatchObject({ payload: 1 });
  });

  it('are forgotten when old', async () => {
    await createJob(store(), { id: 'old', kind: 'compare', at: NOON, payload: null });
    await createJob(store(), { id: 'new', kind: 'compare', at: at(2), payload: null });
    expect(await pruneJobs(store(), at(1))).toBe(1);
    expect(await getJob(store(), 'old')).toBeUndefined();
    expect(await updateJob(store(), 'old', { at: at(3), state: 'done' })).toBeUndefined();
    expect(await getJob(store(), 'new')).toBeDefined();
  });

  it('of one kind can be listed, asked to stop and forgotten without touching others', async () => {
    for (const [id, kind, hours] of [
      ['old', 'refresh', 0],
      ['going', 'refresh', 2],
      ['other', 'compare', 0],
    ] as const) {
      await createJob(store(), { id, kind, at: at(hours), payload: null });
      await updateJob(store(), id, { at: at(hours), state: id === 'old' ? 'done' : 'running' });
    }
    expect((await recentJobs(store(), 'refresh', NOON)).map(({ id }) => id)).toEqual(['going', 'old']);
    expect((await recentJobs(store(), 'refresh', at(1))).map(({ id }) => id)).toEqual(['going']);
    expect(await stopJobs(store(), 'refresh')).toBe(1);
    expect(await getJob(store(), 'going')).toMatchObject({ state: 'stopping', updatedAt: at(2) });
    expect(await getJob(store(), 'old')).toMatchObject({ state: 'done' });
    expect(await getJob(store(), 'other')).toMatchObject({ state: 'running' });
    // Who runs it writes on without saying a state: being asked to stop is not undone by that.
    expect(await updateJob(store(), 'going', { at: at(3), result: 1 })).toMatchObject({ state: 'stopping' });
    expect(await pruneJobs(store(), at(1), 'refresh')).toBe(1);
    expect(await getJob(store(), 'other')).toBeDefined();
  });

  it('that are damaged are a named error', async () => {
    await createJob(store(), { id: 'j1', kind: 'compare', at: NOON, payload: null });
    await store().db.updateTable('jobs').set({ steps: '{}' }).execute();
    await expect(getJob(store(), 'j1')).rejects.toMatchObject({ code: 'damaged-row', subject: 'jobs/j1' });
  });
});
