import { openStoryIndex } from '#lib/store/stories';
import { matchStory } from '#lib/story/match-stories';
import type { Article, StoryArticle } from '#lib/types';
import type { Ports } from './ports';

// One placement at a time in a process: two articles of one event that arrive together must meet, not found two stories.
let last: Promise<unknown> = Promise.resolve();

/** Puts one stored article into the story it belongs to, or founds one. Returns the story's id. */
export function placeArticle(
  ports: Pick<Ports, 'store'>,
  article: Pick<Article, 'id'> & Omit<Article, 'id' | 'version'>,
): Promise<string> {
  const placed = last.then(async () => {
    // On SQLite nothing in here waits for the event loop. Forty articles placed in one go would stop everything else for seconds:
    // pages would not be answered, and connections waited for would count as too slow.
    await new Promise((resolve) => setImmediate(resolve));
    const { membership } = await matchStory(storyArticle(article), openStoryIndex(ports.store));
    return membership.storyId;
  });
  last = placed.catch(() => undefined);
  return placed;
}

/** What grouping sees of an article. */
export function storyArticle(article: Pick<Article, 'id'> & Omit<Article, 'id' | 'version'>): StoryArticle {
  const { id, outletId, headline, standfirst, paragraphs, published, language } = article;
  return {
    id,
    outlet: outletId,
    title: headline,
    text: [...(standfirst === undefined ? [] : [standfirst]), ...paragraphs.map((each) => each.text)].join('\n'),
    ...(published === undefined ? {} : { published }),
    ...(language === undefined ? {} : { language }),
  };
}
