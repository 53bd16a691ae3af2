import { SynopticError } from '#lib/errors';
import { type Choice, compareStoredStory } from '#lib/pipeline/compare-stored';
import { freezeComparison } from '#lib/pipeline/freeze';
import { type StoryFrames, storyFrames } from '#lib/pipeline/story-frames';
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
import { mayWrite } from './permission';
import { ports } from './ports';

export type { StoryFrames } from '#lib/pipeline/story-frames';
export type { Story, StorySummary } from '#lib/store/stories';

const STORIES_PER_PAGE = 20;

type ListQuery = Pick<StoryQuery, Exclude<keyof StoryQuery, 'limit'>>;

export type StoryList = {
  stories: StorySummary[];
  /** By story; those that could not be counted have none. */
  frames: Map<string, StoryFrames>;
  nextCursor?: string;
  outlets: Outlet[];
  single: number;
};

/** One page of the list with its frames, the outlets to filter by, and how many stories only one outlet has. A cursor that is none means the first page. */
export async function storyList(query: ListQuery): Promise<StoryList> {
  const open = await ports();
  const { store } = open;
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
  return { ...page, frames: await storyFrames(open, page.stories), outlets, single: all - several };
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
  return { kind: 'comparison', story, comparison: await compareStoredStory(open, storyId, usable, open.now()) };
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

/** One page of the list for programs. @throws SynopticError `bad-input` for a cursor that is none */
export async function storyPage(query: StoryQuery): Promise<{ stories: StorySummary[]; nextCursor?: string }> {
  return listStories((await ports()).store, query);
}

/** @throws SynopticError `unknown-id` */
export async function story(id: string): Promise<Story> {
  const found = await getStory((await ports()).store, id);
  if (found) return found;
  throw new SynopticError('unknown-id', `There is no story “${id}”.`, { subject: 'id' });
}

/** The comparison of a stored story. @throws SynopticError `unknown-id`, `bad-input` when there is nothing to compare */
export async function comparisonOfStory(id: string, choice: Choice): Promise<Comparison> {
  const { articleIds } = await story(id);
  for (const each of [...(choice.articleIds ?? []), ...(choice.reference === undefined ? [] : [choice.reference])]) {
    if (articleIds.includes(each)) continue;
    throw new SynopticError('unknown-id', `The article “${each}” is not in this story.`, { subject: 'articles' });
  }
  const opened = await openStory(id, choice);
  if (opened?.kind === 'comparison') return opened.comparison;
  throw new SynopticError('bad-input', 'This story has one text; there is nothing to compare yet.', {
    subject: 'story',
  });
}

/**
 * The same, where naming what is not there is a fault. What the owner has taken down only the owner brings back.
 * @throws SynopticError as `comparisonOfStory`, `gone`
 */
export async function freezeStoryChoice(id: string, choice: Choice, view: ViewState): Promise<string> {
  const comparison = await comparisonOfStory(id, choice);
  const open = await ports();
  return freezeComparison(open.store, comparison, view, open.now(), { again: await mayWrite() });
}

/** Freezes what is looked at and gives its id; whoever calls has asked for permission. @throws SynopticError `unknown-id` */
export async function freezeStory(storyId: string, choice: Choice, view: ViewState): Promise<string | undefined> {
  const opened = await openStory(storyId, choice);
  if (opened?.kind !== 'comparison') return undefined;
  const open = await ports();
  return freezeComparison(open.store, opened.comparison, view, open.now(), { again: await mayWrite() });
}
