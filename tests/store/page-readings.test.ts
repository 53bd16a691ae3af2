import { beforeEach, describe, expect, it } from 'vitest';
import { deleteArticles, saveArticle } from '#lib/store/articles';
import {
  claimDuePages,
  getPageReading,
  makePagesDue,
  type PageReading,
  savePageReading,
} from '#lib/store/page-readings';
import { DIALECTS, freshStores } from './fresh-store';
import { at, draft, NOON } from './samples';

describe.each(DIALECTS)('page readings on %s', (dialect) => {
  const { store } = freshStores(dialect);
  let ids: string[];
  beforeEach(async () => {
    ids = [];
    for (const path of ['a', 'b'])
      ids.push((await saveArticle(store(), draft({ url: `https://harbour.example/${path}` }))).id);
  });

  const reading = (articleId: string, given: Partial<PageReading> = {}): PageReading => ({
    articleId,
    outletId: 'harbour',
    url: 'https://harbour.example/a',
    firstReadAt: NOON,
    lastReadAt: NOON,
    readings: 1,
    ...given,
  });
  const claim = async (hours: number, limit = 10) =>
    (await claimDuePages(store(), { now: at(hours), limit, leaseSeconds: 600 })).map(({ articleId }) => articleId);

  it('come back as they were kept, and the latest counts', async () => {
    const [id = ''] = ids;
    const first = reading(id, {
      etag: 'W/"1"',
      lastModified: 'Sun, 04 May 2031 12:00:00 GMT',
      feedText: 'Text.',
      dueAt: at(1),
    });
    await savePageReading(store(), first);
    expect(await getPageReading(store(), id)).toStrictEqual(first);
    const second = reading(id, { readings: 2, lastReadAt: at(1), reason: { code: 'gone', message: 'Gone.' } });
    await savePageReading(store(), second);
    expect(await getPageReading(store(), id)).toStrictEqual(second);
  });

  it('are due in their turn, each for one reader, until the lease of one that does not come back ends', async () => {
    const [one = '', two = ''] = ids;
    await savePageReading(store(), reading(one, { dueAt: at(2) }));
    await savePageReading(store(), reading(two, { dueAt: at(1) }));
    expect(await claim(0.5)).toEqual([]);
    expect(await claim(3, 1)).toEqual([two]);
    expect(await claim(3)).toEqual([one]);
    expect(await claim(3)).toEqual([]);
    await makePagesDue(store(), [one], at(3));
    expect(await claim(3)).toEqual([one]);
    expect((await claim(3.2)).sort()).toEqual([...ids].sort());
  });

  it('that are over are not due, and go with their article', async () => {
    const [one = '', two = ''] = ids;
    await savePageReading(store(), reading(one));
    await savePageReading(store(), reading(two, { dueAt: at(1) }));
    await deleteArticles(store(), [two]);
    expect(await claim(1000)).toEqual([]);
    expect(await getPageReading(store(), two)).toBeUndefined();
    await savePageReading(store(), reading(two));
    expect(await getPageReading(store(), two)).toBeUndefined();
  });
});
