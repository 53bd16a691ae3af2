import { beforeEach, describe, expect, it } from 'vitest';
import { placeArticle } from '#lib/pipeline/place-article';
import { settleStories } from '#lib/pipeline/settle-stories';
import type { Store } from '#lib/store/open-store';
import { storyOfArticle } from '#lib/store/stories';
import { DIALECTS, freshStores } from '../store/fresh-store';
import { eventOf, inventDay } from '../story/invented-day';
import { storeDay } from '../story/store-day';
import { openTestPorts, type TestPorts } from './pipeline-ports';

describe.each(DIALECTS)('two workers on %s', (dialect) => {
  const { store, other } = freshStores(dialect);
  let workers: TestPorts[] = [];
  let stores: Store[] = [];

  beforeEach(async () => {
    stores = [store(), await other()];
    workers = stores.map(openTestPorts);
  });

  it('place articles of one event at the same moment into one story', async () => {
    const day = inventDay({ events: 8 });
    const articles = await storeDay(store(), day);
    // Both take every article of their half at once, and settle while the other may still be placing.
    await Promise.all(
      workers.map(async (ports, worker) => {
        const own = articles.filter((_, at) => at % 2 === worker);
        for (const article of own) await placeArticle(ports, article);
        await settleStories(ports);
      }),
    );
    const storiesOf = new Map<string, Set<string | undefined>>();
    for (const { id } of articles) {
      const stories = storiesOf.get(eventOf(id)) ?? new Set();
      storiesOf.set(eventOf(id), stories.add(await storyOfArticle(store(), id)));
    }
    expect([...storiesOf.values()].map((stories) => stories.size)).toEqual(Array(8).fill(1));
    expect([...storiesOf.values()].flatMap((stories) => [...stories])).not.toContain(undefined);
    expect(new Set([...storiesOf.values()].flatMap((stories) => [...stories])).size).toBeGreaterThan(5);
  });
});
