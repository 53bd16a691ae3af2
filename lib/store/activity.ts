import type { QualityStatus, Timestamp } from '../types';
import { requiredUtc, storable } from './columns';
import type { Store } from './schema';

/** What the stored articles say about outlets: how much they publish, how well it could be read, who else reports it. */

/** One outlet's articles since a moment. `shared`: in a story that another outlet reports as well. */
export type Activity = { articles: number; shared: number; byQuality: Record<QualityStatus, number> };

/** Newest and oldest article, and the one `PACE_GAPS` before the newest: what the usual pace is worked out from. */
export type Pace = { newest?: Timestamp; oldest?: Timestamp; before?: Timestamp };

/** The pace is taken over this many gaps: enough that one busy hour does not make every night look silent. */
export const PACE_GAPS = 20;

export const NO_ACTIVITY: Activity = {
  articles: 0,
  shared: 0,
  byQuality: { full: 0, partial: 0, excerpt: 0, blocked: 0, failed: 0 },
};

/**
 * By outlet id, for every outlet (or the one named) with an article since `from` (published; read, where it has no date). One query however many
 * outlets there are: it walks the index of recent articles, and looks each one's story up by key.
 */
export async function activityByOutlet(
  store: Store,
  from: Timestamp,
  outletId?: string,
): Promise<Map<string, Activity>> {
  const recent = store.db.selectFrom('articles').where('articles.sort_at', '>=', requiredUtc(from, 'from'));
  const wanted = outletId === undefined ? recent : recent.where('articles.outlet_id', '=', storable(outletId));
  const rows = await wanted
    .leftJoin('memberships', (join) =>
      join.onRef('memberships.article_id', '=', 'articles.id').on('memberships.status', '<>', 'removed'),
    )
    .leftJoin('stories', 'stories.id', 'memberships.story_id')
    .groupBy(['articles.outlet_id', 'quality_status'])
    .select(({ fn, eb }) => [
      'articles.outlet_id',
      'quality_status',
      fn.countAll<number>().as('articles'),
      fn.sum<number | string>(eb.case().when('outlet_count', '>=', 2).then(1).else(0).end()).as('shared'),
    ])
    .execute();
  const byOutlet = new Map<string, Activity>();
  for (const row of rows) {
    const before = byOutlet.get(row.outlet_id) ?? NO_ACTIVITY;
    byOutlet.set(row.outlet_id, {
      articles: before.articles + row.articles,
      shared: before.shared + Number(row.shared),
      byQuality: { ...before.byQuality, [row.quality_status]: row.articles },
    });
  }
  return byOutlet;
}

/** By outlet id; three steps into an index for each outlet, whatever the store holds. */
export async function paceByOutlet(store: Store, outletId?: string): Promise<Map<string, Pace>> {
  const outlets = store.db.selectFrom('outlets');
  const rows = await (outletId === undefined ? outlets : outlets.where('outlets.id', '=', storable(outletId)))
    .select(({ selectFrom }) => {
      const own = selectFrom('articles').whereRef('articles.outlet_id', '=', 'outlets.id');
      return [
        'outlets.id',
        own.select('sort_at').orderBy('sort_at', 'desc').limit(1).as('newest'),
        own.select('sort_at').orderBy('sort_at').limit(1).as('oldest'),
        own.select('sort_at').orderBy('sort_at', 'desc').limit(1).offset(PACE_GAPS).as('before'),
      ];
    })
    .execute();
  return new Map(
    rows.map(({ id, newest, oldest, before }) => [
      id,
      {
        ...(newest === null ? {} : { newest }),
        ...(oldest === null ? {} : { oldest }),
        ...(before === null ? {} : { before }),
      },
    ]),
  );
}

/** How many stories have an article since `from`, and how many of them two outlets or more report. Samples are left out. */
export async function countSharedStories(store: Store, from: Timestamp): Promise<{ stories: number; shared: number }> {
  const row = await store.db
    .selectFrom('stories')
    .where('sort_at', '>=', requiredUtc(from, 'from'))
    .where('sample', '=', 0)
    .select(({ fn, eb }) => [
      fn.countAll<number>().as('stories'),
      fn.sum<number | string | null>(eb.case().when('outlet_count', '>=', 2).then(1).else(0).end()).as('shared'),
    ])
    .executeTakeFirstOrThrow();
  return { stories: row.stories, shared: Number(row.shared ?? 0) };
}

/** Outlets that stand in the same stories as this one's articles since `from`: in how many, most first. */
export async function outletsTogether(
  store: Store,
  { outletId, from, limit }: { outletId: string; from: Timestamp; limit: number },
): Promise<{ outletId: string; name: string; stories: number }[]> {
  const rows = await store.db
    .selectFrom('articles as own')
    .innerJoin('memberships as mine', 'mine.article_id', 'own.id')
    .innerJoin('memberships as theirs', 'theirs.story_id', 'mine.story_id')
    .innerJoin('articles as other', 'other.id', 'theirs.article_id')
    .where('own.outlet_id', '=', storable(outletId))
    .where('own.sort_at', '>=', requiredUtc(from, 'from'))
    .where('mine.status', '<>', 'removed')
    .where('theirs.status', '<>', 'removed')
    .whereRef('other.outlet_id', '<>', 'own.outlet_id')
    .groupBy('other.outlet_id')
    .select(({ fn }) => [
      'other.outlet_id as outletId',
      fn.max('other.outlet_name').as('name'),
      fn.count<number>('mine.story_id').distinct().as('stories'),
    ])
    .orderBy('stories', 'desc')
    .orderBy('other.outlet_id')
    .limit(limit)
    .execute();
  return rows;
}

export type RecentArticle = {
  id: string;
  headline: string;
  sortAt: Timestamp;
  quality: QualityStatus;
  url?: string;
  storyId?: string;
  outletCount?: number;
};

/** The outlet's newest articles with the stories they stand in. */
export async function recentArticles(store: Store, outletId: string, limit: number): Promise<RecentArticle[]> {
  const rows = await store.db
    .selectFrom('articles')
    .leftJoin('memberships', (join) =>
      join.onRef('memberships.article_id', '=', 'articles.id').on('memberships.status', '<>', 'removed'),
    )
    .leftJoin('stories', 'stories.id', 'memberships.story_id')
    .where('articles.outlet_id', '=', storable(outletId))
    .select(['articles.id', 'headline', 'articles.sort_at', 'quality_status', 'url', 'story_id', 'outlet_count'])
    .orderBy('articles.sort_at', 'desc')
    .orderBy('articles.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    headline: row.headline,
    sortAt: row.sort_at,
    quality: row.quality_status as QualityStatus,
    ...(row.url === null ? {} : { url: row.url }),
    ...(row.story_id === null ? {} : { storyId: row.story_id }),
    ...(row.outlet_count === null ? {} : { outletCount: row.outlet_count }),
  }));
}

export type EntryCounts = { entries: number; articles: number; waiting: number; newest?: Timestamp };

/** What became of the entries of one outlet's feeds, by feed id. `waiting`: could not be read and is tried again. */
export async function entriesByFeed(store: Store, outletId: string): Promise<Map<string, EntryCounts>> {
  const rows = await store.db
    .selectFrom('feeds')
    .innerJoin('feed_entries', 'feed_entries.feed_id', 'feeds.id')
    .leftJoin('articles', 'articles.id', 'feed_entries.article_id')
    .where('feeds.outlet_id', '=', storable(outletId))
    .groupBy('feed_entries.feed_id')
    .select(({ fn }) => [
      'feed_entries.feed_id',
      fn.countAll<number>().as('entries'),
      fn.count<number>('feed_entries.article_id').as('articles'),
      fn.count<number>('retry_at').as('waiting'),
      fn.max('articles.sort_at').as('newest'),
    ])
    .execute();
  return new Map(
    rows.map(({ feed_id, newest, ...counts }) => [feed_id, { ...counts, ...(newest === null ? {} : { newest }) }]),
  );
}
