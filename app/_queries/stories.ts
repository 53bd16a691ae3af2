import { SynopticError } from '#lib/errors';
import { type Choice, compareStoredStory } from '#lib/pipeline/compare-stored';
import { freezeComparison } from '#lib/pipeline/freeze';
import { getArticles } from '#lib/store/articles';
import { listOutlets } from '#lib/store/outlets';
import {
  countStories,
  getStory,
  listStories,
  type Story,
  type StoryQuery,
  type StorySummary,
} from '#lib/store/stories';
import type { Article, Comparison, Outlet, ViewState } from '#lib/types';
import { needWrite } from './permission';
import { ports } from './ports';

export type { Story, StorySummary } from '#lib/store/stories';

const STORIES_PER_PAGE = 20;

type ListQuery = Pick<StoryQuery, Exclude<keyof StoryQuery, 'limit'>>;

export type StoryList = { stories: StorySummary[]; nextCursor?: string; outlets: Outlet[]; single: number };

/** One page of the list, the outlets to filter by, and how many stories only one outlet has. A cursor that is none means the first page. */
export async function storyList(query: ListQuery): Promise<StoryList> {
  const { store } = await ports();
  const [page, outlets, several, all] = await Promise.all([
    listStories(store, { ...query, limit: STORIES_PER_PAGE }).catch((error: unknown) => {
      if (!(error instanceof SynopticError && error.subject === 'cursor')) throw error;
      const { cursor: _, ...first } = query;
      return listStories(store, { ...first, limit: STORIES_PER_PAGE });
    }),
    listOutlets(store),
    countStories(store, 2),
    countStories(store, 1),
  ]);
  return { ...page, outlets, single: all - several };
}

/** A story can be compared, or it is one text that waits for others. */
export type OpenedStory =
  | { kind: 'comparison'; story: Story; comparison: Comparison }
  | { kind: 'alone'; story: Story; articles: Article[] };

/** undefined when there is no such story. Ids in the choice that are not of this story are passed over. */
export async function openStory(storyId: string, choice: Choice): Promise<OpenedStory | undefined> {
  const open = await ports();
  const story = await getStory(open.store, storyId);
  if (!story) return undefined;
  if (story.articleIds.length < 2) {
    return { kind: 'alone', story, articles: await getArticles(open.store, story.articleIds) };
  }
  const usable = usableChoice(story, choice);
  return { kind: 'comparison', story, comparison: await compareStoredStory(open.store, storyId, usable, open.now()) };
}

// A reference alone is nothing to compare, so one with no other text beside it means all of them.
function usableChoice(story: Story, { reference, articleIds, ...rest }: Choice): Choice {
  const ref = reference !== undefined && story.articleIds.includes(reference) ? reference : undefined;
  const chosen = (articleIds ?? []).filter((id) => story.articleIds.includes(id));
  const together = new Set([...chosen, ...(ref === undefined ? [] : [ref])]);
  return {
    ...rest,
    ...(ref === undefined ? {} : { reference: ref }),
    ...(together.size < 2 ? {} : { articleIds: [...together] }),
  };
}

/**
 * Freezes what is looked at and gives its id. @throws SynopticError `not-allowed`, `unknown-id`
 */
export async function freezeStory(storyId: string, choice: Choice, view: ViewState): Promise<string | undefined> {
  await needWrite();
  const opened = await openStory(storyId, choice);
  if (opened?.kind !== 'comparison') return undefined;
  const open = await ports();
  return freezeComparison(open.store, opened.comparison, view, open.now(), { again: true });
}
