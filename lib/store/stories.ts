import { sql } from 'kysely';
import { z } from 'zod';
import type { Membership, Timestamp } from '../types';
import { type OnProblem, present, readJson, readRows, requiredUtc, storable } from './columns';
import { fromCursor, toCursor } from './cursor';
import { toMembership } from './memberships';
import type { Store, StoryRow } from './schema';
import { type StoryHeadline, searchable } from './story-rows';

export { recentPlacements, saveMembership, storyOfArticle } from './memberships';
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
  /** Only stories in which this outlet (id) stands. */
  outlet?: string;
  /** Every word must occur in a headline. */
  search?: string;
  /** Bounds on the time of the latest article, both included. */
  from?: Timestamp;
  to?: Timestamp;
};

/**
 * Newest first, by the latest article. Walking the pages shows no story twice while others are added.
 * @throws SynopticError `bad-input` for a cursor or time that is none.
 */
export async function listStories(
  store: Store,
  query: StoryQuery,
  onProblem?: OnProblem,
): Promise<{ stories: StorySummary[]; nextCursor?: string }> {
  const { limit, cursor, minOutlets = 1, outlet, search, from, to } = query;
  let select = store.db.selectFrom('stories').selectAll().where('outlet_count', '>=', minOutlets);
  if (from !== undefined) select = select.where('sort_at', '>=', requiredUtc(from, 'from'));
  if (to !== undefined) select = select.where('sort_at', '<=', requiredUtc(to, 'to'));
  if (outlet !== undefined) {
    select = select.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('memberships')
          .innerJoin('articles', 'articles.id', 'memberships.article_id')
          .select('articles.id')
          .whereRef('memberships.story_id', '=', 'stories.id')
          .where('memberships.status', '<>', 'removed')
          .where('articles.outlet_id', '=', storable(outlet)),
      ),
    );
  }
  for (const word of searchWords(search)) select = select.where(headlinesHave(word));
  if (cursor !== undefined) {
    const last = fromCursor(cursor);
    select = select.where(({ eb, and, or }) =>
      or([eb('sort_at', '<', last.at), and([eb('sort_at', '=', last.at), eb('id', '<', last.id)])]),
    );
  }
  const rows = await select
    .orderBy('sort_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    stories: readRows(shown, toSummary, onProblem),
    ...(rows.length > limit && last !== undefined ? { nextCursor: toCursor(last.sort_at, last.id) } : {}),
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

function searchWords(search: string | undefined): string[] {
  return searchable(storable(search ?? ''))
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** The one place that knows how headlines are searched. */
function headlinesHave(word: string) {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`search_text like ${pattern} escape '\\'`;
}

const headlinesShape = z.array(
  z.object({
    articleId: z.string(),
    outletId: z.string(),
    outletName: z.string(),
    headline: z.string(),
    published: z.string().exactOptional(),
    suggested: z.boolean(),
  }),
) satisfies z.ZodType<StoryHeadline[]>;

export function toSummary(row: StoryRow): StorySummary {
  return {
    id: row.id,
    title: row.title,
    headlines: readJson(row.headlines, headlinesShape, `stories/${row.id}`),
    outletCount: row.outlet_count,
    confirmedOutletCount: row.confirmed_outlet_count,
    articleCount: row.article_count,
    ...present({ firstPublished: row.first_published, lastPublished: row.last_published }),
    sample: row.sample === 1,
  };
}
