import { beforeEach, describe, expect, it } from 'vitest';
import { claimRetries, newEntries, noteUpdates, recordEntry } from '#lib/store/entries';
import { addFeed } from '#lib/store/feeds';
import type { Reason } from '#lib/types';
import { DIALECTS, freshStores } from './fresh-store';
import { at, entry, feed, NOON } from './samples';

const SLOW: Reason = { code: 'too-slow', message: 'No answer in time.' };

describe.each(DIALECTS)('entries on %s', (dialect) => {
  const { store } = freshStores(dialect);
  beforeEach(async () => {
    await addFeed(store(), feed('news'));
    await addFeed(store(), feed('world'));
  });
  const retryable = async (hours: number) =>
    (await claimRetries(store(), { now: at(hours), limit: 10, leaseSeconds: 0 })).map(({ entry: { id } }) => id);

  it('are new once, feed by feed, in their order', async () => {
    const given = [entry('e2'), entry('e1'), entry('e2', { title: 'again' })];
    expect(await newEntries(store(), 'news', given)).toEqual([entry('e2'), entry('e1')]);
    await recordEntry(store(), 'news', entry('e2'), { at: NOON, articleId: 'a1' });
    expect(await newEntries(store(), 'news', given)).toEqual([entry('e1')]);
    expect(await newEntries(store(), 'world', given)).toHaveLength(2);
    expect(await newEntries(store(), 'news', [])).toEqual([]);
  });

  it('may have ids no index takes: very long, or with characters PostgreSQL refuses', async () => {
    const odd = [entry('x'.repeat(5000)), entry(`${'x'.repeat(4999)}y`), entry('nul\u0000nul')];
    for (const each of odd.slice(0, 1)) await recordEntry(store(), 'news', each, { at: NOON });
    expect(await newEntries(store(), 'news', odd)).toEqual(odd.slice(1));
  });

  it('come in thousands', async () => {
    const many = Array.from({ length: 2500 }, (_, n) => entry(`e${n}`));
    await recordEntry(store(), 'news', entry('e1700'), { at: NOON });
    expect(await newEntries(store(), 'news', many)).toHaveLength(2499);
  });

  it.each([
    ['an article', { articleId: 'a1' }],
    ['nothing to fetch', {}],
    ['a page that is gone', { reason: { code: 'gone', message: 'Gone.' } }],
    ['a page robots.txt keeps us from', { reason: { code: 'robots-disallowed', message: 'Not allowed.' } }],
  ])('are done with after %s', async (_name, outcome) => {
    await recordEntry(store(), 'news', entry('e1'), { at: NOON, ...outcome });
    expect(await newEntries(store(), 'news', [entry('e1')])).toEqual([]);
    expect(await retryable(1000)).toEqual([]);
  });

  it.each([
    [1, 10],
    [2, 60],
    [3, 6 * 60],
    [4, 24 * 60],
  ])('that failed %i times are tried again after %i minutes', async (tries, minutes) => {
    for (let n = 0; n < tries; n++) await recordEntry(store(), 'news', entry('e1'), { at: NOON, reason: SLOW });
    expect(await retryable((minutes - 1) / 60)).toEqual([]);
    expect(await retryable(minutes / 60)).toEqual(['e1']);
  });

  it('that failed five times are given up', async () => {
    for (let n = 0; n < 5; n++) await recordEntry(store(), 'news', entry('e1'), { at: NOON, reason: SLOW });
    expect(await retryable(1000)).toEqual([]);
    expect(await newEntries(store(), 'news', [entry('e1')])).toEqual([]);
  });

  it('that failed keep everything needed to try again', async () => {
    const full = entry('e1', {
      published: NOON,
      authors: ['A. Writer'],
      summary: 'Short.',
      content: 'Long.\n\nLonger.',
    });
    await recordEntry(store(), 'news', full, { at: NOON, reason: SLOW });
    expect(await claimRetries(store(), { now: at(1), limit: 10, leaseSeconds: 0 })).toEqual([
      { feedId: 'news', entry: full, tries: 1, reason: SLOW },
    ]);
  });

  it('that succeeded are not undone by a later failure', async () => {
    await recordEntry(store(), 'news', entry('e1'), { at: NOON, reason: SLOW });
    await recordEntry(store(), 'news', entry('e1'), { at: at(1), articleId: 'a1' });
    await recordEntry(store(), 'news', entry('e1'), { at: at(2), reason: SLOW });
    expect(await retryable(1000)).toEqual([]);
  });

  it('wait their turn, longest waiting first', async () => {
    await recordEntry(store(), 'world', entry('second'), { at: at(1), reason: SLOW });
    await recordEntry(store(), 'news', entry('first'), { at: NOON, reason: SLOW });
    await recordEntry(store(), 'news', entry('third'), { at: at(2), reason: SLOW });
    expect(await retryable(1.5)).toEqual(['first', 'second']);
    expect(await claimRetries(store(), { now: at(9), limit: 2, leaseSeconds: 0 })).toHaveLength(2);
  });

  it('with a damaged row are reported, and the others given', async () => {
    await recordEntry(store(), 'news', entry('bad'), { at: NOON, reason: SLOW });
    await recordEntry(store(), 'news', entry('good'), { at: NOON, reason: SLOW });
    await store().db.updateTable('feed_entries').set({ entry: '[]' }).where('entry_key', '=', 'bad').execute();
    const problems: Reason[] = [];
    const found = await claimRetries(store(), { now: at(1), limit: 10, leaseSeconds: 0 }, (reason) =>
      problems.push(reason),
    );
    expect(found.map((each) => each.entry.id)).toEqual(['good']);
    expect(problems.map(({ code }) => code)).toEqual(['damaged-row']);
  });

  it('that failed are given to one reader at a time, and again when he does not come back', async () => {
    await recordEntry(store(), 'news', entry('e1'), { at: NOON, reason: SLOW });
    const claim = (hours: number) => claimRetries(store(), { now: at(hours), limit: 10, leaseSeconds: 600 });
    expect(await claim(1)).toHaveLength(1);
    expect(await claim(1)).toHaveLength(0);
    expect(await claim(1.2)).toHaveLength(1);
  });

  it('that say they were updated are told once for each update', async () => {
    const updated = (hours: number) => entry('e1', { updated: at(hours) });
    await recordEntry(store(), 'news', updated(0), { at: NOON, articleId: 'a1' });
    await recordEntry(store(), 'news', entry('e2'), { at: NOON, articleId: 'a2' });
    const note = (...entries: Parameters<typeof noteUpdates>[2]) => noteUpdates(store(), 'news', entries);
    expect(await note(updated(0))).toEqual([]);
    expect(await note(updated(1), entry('e2', { updated: at(-1) }))).toEqual(['a1']);
    expect(await note(updated(1), entry('e2', { updated: at(2) }))).toEqual(['a2']);
    expect(await note(entry('e3', { updated: at(3) }), entry('e1', { updated: 'soon' }))).toEqual([]);
  });
});
