import type { Store } from '#lib/store/open-store';
import { holdPlacing, openStoryIndex } from '#lib/store/stories';
import { matchStory } from '#lib/story/match-stories';
import type { Article, StoryArticle } from '#lib/types';
import type { Ports } from './ports';

// In a process they queue here, not each on a connection of its own.
const queues = new WeakMap<Store, Promise<unknown>>();

/**
 * Puts one stored article into the story it belongs to, or founds one. Returns the story's id. One placement at a time over
 * all processes: two articles of one event that arrive together must meet, not found two stories.
 */
export function placeArticle(
  ports: Pick<Ports, 'store'>,
  article: Pick<Article, 'id'> & Omit<Article, 'id' | 'version'>,
): Promise<string> {
  const placed = (queues.get(ports.store) ?? Promise.resolve()).then(async () => {
    // On SQLite nothing in here waits for the event loop. Forty articles placed in one go would stop everything else for seconds:
    // pages would not be answered, and connections waited for would count as too slow.
    await new Promise((resolve) => setImmediate(resolve));
    return holdPlacing(ports.store, async (inside) => {
      const { membership } = await matchStory(storyArticle(article), openStoryIndex(inside));
      return membership.storyId;
    });
  });
  queues.set(
    ports.store,
    placed.catch(() => undefined),
  );
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
