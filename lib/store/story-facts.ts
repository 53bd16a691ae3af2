import type { Timestamp } from '../types';
import { type OnProblem, readJson, readRows, storable } from './columns';
import type { Store } from './schema';
import { reasonShape } from './shapes';

/** A headline an article bore, with the moment that version was read. */
export type HeadlineVersion = { articleId: string; version: number; headline: string; readAt: Timestamp };

/** Headlines of these articles wherever one has changed, oldest first; articles that kept theirs are not in it. */
export async function headlineChanges(store: Store, articleIds: readonly string[]): Promise<HeadlineVersion[]> {
  if (articleIds.length === 0) return [];
  const rows = await store.db
    .selectFrom('article_versions')
    .select(['article_id', 'version', 'headline', 'fetched_at'])
    .where('article_id', 'in', articleIds.map(storable))
    .orderBy('article_id')
    .orderBy('version')
    .execute();
  const versions = rows.map(({ article_id, version, headline, fetched_at }) => ({
    articleId: article_id,
    version,
    headline,
    readAt: fetched_at,
  }));
  const own = (articleId: string) => versions.filter((each) => each.articleId === articleId);
  const isChange = (each: HeadlineVersion) =>
    own(each.articleId).find(({ version }) => version === each.version - 1)?.headline !== each.headline;
  const changed = new Set(
    versions.filter((each) => each.version > 1 && isChange(each)).map(({ articleId }) => articleId),
  );
  return versions.filter((each) => changed.has(each.articleId) && isChange(each));
}

/**
 * An outlet that is read here and has no text in a story. `readSince`: one of its feeds was read since the story's first text, so
 * that a text would have been met. What is not known is absent.
 */
export type SilentOutlet = {
  outletId: string;
  name: string;
  language?: string;
  lastSuccessAt?: Timestamp;
  readSince: boolean;
  /** Why its last try failed. */
  cause?: string;
  isRetired: boolean;
};

/** Outlets with a feed here and no text in the story, in order of name. @param since the story's first text */
export async function silentOutlets(
  store: Store,
  storyId: string,
  since: Timestamp | undefined,
  onProblem?: OnProblem,
): Promise<SilentOutlet[]> {
  const present = store.db
    .selectFrom('memberships')
    .innerJoin('articles', 'articles.id', 'memberships.article_id')
    .select('articles.outlet_id')
    .where('story_id', '=', storable(storyId))
    .where('status', '<>', 'removed');
  const rows = await store.db
    .selectFrom('feeds')
    .innerJoin('outlets', 'outlets.id', 'feeds.outlet_id')
    .select(['outlets.id', 'name', 'language', 'last_success_at', 'last_error', 'retired', 'feeds.id as feed_id'])
    .where('outlets.id', 'not in', present)
    .where('outlets.sample', '=', 0)
    .orderBy('name')
    .orderBy('outlets.id')
    .execute();
  const outlets = new Map<string, SilentOutlet>();
  for (const feed of readRows(rows, (row) => toSilent(row, since), onProblem)) {
    const known = outlets.get(feed.outletId);
    outlets.set(feed.outletId, known === undefined ? feed : together(known, feed));
  }
  return [...outlets.values()];
}

type FeedFacts = {
  id: string;
  name: string;
  language: string | null;
  last_success_at: string | null;
  last_error: string | null;
  retired: number;
  feed_id: string;
};

function toSilent(row: FeedFacts, since: Timestamp | undefined): SilentOutlet {
  const read = row.last_success_at;
  const error = row.last_error === null ? undefined : readJson(row.last_error, reasonShape, `feeds/${row.feed_id}`);
  return {
    outletId: row.id,
    name: row.name,
    ...(row.language === null ? {} : { language: row.language }),
    ...(read === null ? {} : { lastSuccessAt: read }),
    readSince: read !== null && (since === undefined || Date.parse(read) >= Date.parse(since)),
    ...(error === undefined ? {} : { cause: error.message }),
    isRetired: row.retired === 1,
  };
}

/** Several feeds of one outlet: the one that says most for its having been read. */
function together(a: SilentOutlet, b: SilentOutlet): SilentOutlet {
  const rank = (each: SilentOutlet) => (each.readSince ? 2 : 0) + (each.isRetired ? 0 : 1);
  return rank(b) > rank(a) ? b : a;
}
