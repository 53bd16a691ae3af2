import { sql } from 'kysely';
import { z } from 'zod';
import { primaryTag } from '../text/language-tags';
import type { Membership, Timestamp } from '../types';
import { type OnProblem, present, readJson, readRows, requiredUtc, storable } from './columns';
import { fromCursor, toCursor } from './cursor';
import { toMembership } from './memberships';
import type { Store, StoryRow } from './schema';
import { foundArticles } from './search';
import { independentOutlets, PARTS, type StoryHeadline } from './story-rows';

export {
  holdPlacing,
  isPlaced,
  recentPlacements,
  saveMembership,
  standingStatuses,
  storyOfArticle,
} from './memberships';
export { openStoryIndex } from './story-index';
export type { StoryHeadline } from './story-rows';

/** A story as a list shows it. Its members are the articles confirmed or suggested to stand in it. */
export type StorySummary = {
  id: string;
  /** Headline of the earliest confirmed article. */
  title: string;
  /** One per outlet, alphabetical by outlet. */
  headlines: StoryHeadline[];
  outletCount: number;
  /** Outlets with a confirmed article in it: never more than `outletCount`. */
  confirmedOutletCount: number;
  /** Outlets with a text of their own: those that only repeat another's nearly word for word are not counted again. */
  independentOutletCount: number;
  articleCount: number;
  firstPublished?: Timestamp;
  lastPublished?: Timestamp;
  /** Every outlet in it is a sample. */
  sample: boolean;
};

export type Story = StorySummary & {
  /** Its members, earliest first. */
  articleIds: string[];
  /** Members and articles taken out again, with the reasons. */
  memberships: Membership[];
};

export type StoryQuery = {
  limit: number;
  cursor?: string;
  /** 1 unless given. */
  minOutlets?: number;
  /** ranked (unless given): the latest article's time, later the more independent outlets; newest: that time alone. */
  order?: 'ranked' | 'newest';
  /** Only stories in which this outlet (id) stands. */
  outlet?: string;
  /** Only stories with an outlet of this country (ISO 3166 alpha-2). */
  country?: string;
  /** Only stories with an article in this language (tag; only its first part counts). */
  language?: string;
  /** One article must hold every word, in its headline or text; words may be cut short. */
  search?: string;
  /** Bounds on the time of the latest article, both included. */
  from?: Timestamp;
  to?: Timestamp;
};

/**
 * Walking the pages shows no story twice while others are added; one that gains an outlet meanwhile may be met again.
 * @throws SynopticError `bad-input` for a cursor or time that is none.
 */
export async function listStories(
  store: Store,
  query: StoryQuery,
  onProblem?: OnProblem,
): Promise<{ stories: StorySummary[]; nextCursor?: string }> {
  const { limit, cursor, minOutlets = 1, from, to } = query;
  const key = query.order === 'newest' ? 'sort_at' : 'rank_at';
  let select = store.db.selectFrom('stories').selectAll().where('outlet_count', '>=', minOutlets);
  if (from !== undefined) select = select.where('sort_at', '>=', requiredUtc(from, 'from'));
  if (to !== undefined) select = select.where('sort_at', '<=', requiredUtc(to, 'to'));
  const narrowed = narrowedMembers(store, query);
  if (narrowed !== undefined) select = select.where('id', 'in', narrowed);
  if (cursor !== undefined) {
    const last = fromCursor(cursor);
    select = select.where(({ eb, and, or }) =>
      or([eb(key, '<', last.at), and([eb(key, '=', last.at), eb('id', '<', last.id)])]),
    );
  }
  const rows = await select
    .orderBy(key, 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    stories: readRows(shown, toSummary, onProblem),
    ...(rows.length > limit && last !== undefined ? { nextCursor: toCursor(last[key], last.id) } : {}),
  };
}

export async function getStory(store: Store, id: string, onProblem?: OnProblem): Promise<Story | undefined> {
  const row = await store.db.selectFrom('stories').selectAll().where('id', '=', storable(id)).executeTakeFirst();
  if (row === undefined) return undefined;
  const members = await store.db
    .selectFrom('memberships')
    .leftJoin('articles', 'articles.id', 'memberships.article_id')
    .selectAll('memberships')
    .where('story_id', '=', row.id)
    .orderBy('sort_at')
    .orderBy('article_id')
    .execute();
  const standing = members.filter((member) => member.status !== 'removed');
  return {
    ...toSummary(row),
    articleIds: standing.map((member) => member.article_id),
    memberships: readRows(members, toMembership, onProblem),
  };
}

export async function countStories(store: Store, minOutlets = 1): Promise<number> {
  const row = await store.db
    .selectFrom('stories')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('outlet_count', '>=', minOutlets)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Ids of the stories in which one article fulfils all that is asked of articles; undefined when nothing is. */
function narrowedMembers(store: Store, { outlet, country, language, search }: StoryQuery) {
  const found = search === undefined ? undefined : foundArticles(store, search);
  if (outlet === undefined && country === undefined && language === undefined && found === undefined) return undefined;
  let members = store.db
    .selectFrom('memberships')
    .innerJoin('articles', 'articles.id', 'memberships.article_id')
    .select('memberships.story_id')
    .where('memberships.status', '<>', 'removed');
  if (outlet !== undefined) members = members.where('articles.outlet_id', '=', storable(outlet));
  if (language !== undefined) members = members.where('articles.language', '=', primaryTag(language));
  if (found !== undefined) members = members.where(sql<boolean>`articles.id in (${found})`);
  if (country === undefined) return members;
  return members
    .innerJoin('outlets', 'outlets.id', 'articles.outlet_id')
    .where('outlets.country', '=', storable(country).toUpperCase());
}

const headlinesShape = z.array(
  z.object({
    articleId: z.string(),
    outletId: z.string(),
    outletName: z.string(),
    headline: z.string(),
    published: z.string().exactOptional(),
    suggested: z.boolean(),
    quality: z.enum(PARTS).exactOptional(),
    copyOf: z.string().exactOptional(),
  }),
) satisfies z.ZodType<StoryHeadline[]>;

export function toSummary(row: StoryRow): StorySummary {
  const headlines = readJson(row.headlines, headlinesShape, `stories/${row.id}`);
  return {
    id: row.id,
    title: row.title,
    headlines,
    independentOutletCount: independentOutlets(headlines),
    outletCount: row.outlet_count,
    confirmedOutletCount: row.confirmed_outlet_count,
    articleCount: row.article_count,
    ...present({ firstPublished: row.first_published, lastPublished: row.last_published }),
    sample: row.sample === 1,
  };
}
