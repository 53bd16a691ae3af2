import { placeArticle } from '#lib/pipeline/place-article';
import { settleStories } from '#lib/pipeline/settle-stories';
import { getArticles } from '#lib/store/articles';
import { openStore } from '#lib/store/open-store';
import { regroupStories } from '#lib/story/match-stories';

/** One of the processes of workers.ts: places the articles it is told of, settles, and says when it is done. */
process.on('message', async ({ url, ids }: { url: string; ids: string[] }) => {
  const store = await openStore({ SYNOPTIC_HOME: '', DATABASE_URL: url });
  for (const article of await getArticles(store, ids)) await placeArticle({ store }, article);
  await settleStories({ store, matchBatch: regroupStories });
  await store.close();
  process.send?.('done');
});
