import { conditionOf } from '#lib/feed/feed-condition';
import { SOFTWARE } from '#lib/software';
import { countArticles } from '#lib/store/articles';
import { countRows } from '#lib/store/counts';
import { countDueFeeds } from '#lib/store/feed-leases';
import { listFeeds } from '#lib/store/feeds';
import { countStories } from '#lib/store/stories';
import { needWrite } from './permission';
import { ports } from './ports';

/** One figure, as Prometheus wants it; `labels` tell apart the lines of one name. */
export type Metric = {
  name: string;
  help: string;
  values: { labels?: Record<string, string>; value: number }[];
};

/** How much there is, how the reading goes, and what this process takes. @throws SynopticError `not-allowed` */
export async function metrics(): Promise<Metric[]> {
  await needWrite();
  const { store, now } = await ports();
  const [articles, stories, several, feeds, due, rows] = await Promise.all([
    countArticles(store),
    countStories(store, 1),
    countStories(store, 2),
    listFeeds(store),
    countDueFeeds(store, now()),
    countRows(store),
  ]);
  const states = new Map<string, number>();
  for (const feed of feeds) states.set(conditionOf(feed), (states.get(conditionOf(feed)) ?? 0) + 1);
  const { rss, heapUsed } = process.memoryUsage();
  const one = (name: string, help: string, value: number): Metric => ({ name, help, values: [{ value }] });
  const by = (name: string, help: string, label: string, counts: Iterable<[string, number]>): Metric => ({
    name,
    help,
    values: [...counts].map(([key, value]) => ({ labels: { [label]: key }, value })),
  });
  return [
    {
      name: 'synoptic_info',
      help: 'What runs.',
      values: [{ labels: { version: SOFTWARE.version, store: store.dialect }, value: 1 }],
    },
    one('synoptic_articles', 'Articles stored.', articles),
    one('synoptic_stories', 'Stories stored.', stories),
    one('synoptic_stories_several_outlets', 'Stories that two outlets or more report.', several),
    one('synoptic_frozen_comparisons', 'Frozen comparisons.', rows.frozen),
    by('synoptic_feeds', 'Feeds by state.', 'state', states),
    one('synoptic_feeds_due', 'Feeds whose time has come.', due),
    by('synoptic_jobs', 'Jobs of the past days by state.', 'state', rows.jobs),
    by('synoptic_webhook_deliveries', 'Stories by what became of telling them.', 'state', rows.deliveries),
    one('synoptic_process_resident_memory_bytes', 'Memory of this process.', rss),
    one('synoptic_process_heap_bytes', 'Heap in use in this process.', heapUsed),
    one('synoptic_process_uptime_seconds', 'Since this process began.', Math.round(process.uptime())),
  ];
}
