import type { Store } from '#lib/store/open-store';
import { holdPlacing, openStoryIndex } from '#lib/store/stories';
import { matchStory } from '#lib/story/match-stories';
import type { Article, StoryArticle, StoryIndex } from '#lib/types';
import { embedLead, leadEmbeddings } from './embed-texts';
import type { Encoder } from './encoder';
import type { Ports } from './ports';

// In a process they queue here, not each on a connection of its own.
const queues = new WeakMap<Store, Promise<unknown>>();

/**
 * Puts one stored article into the story it belongs to, or founds one. Returns the story's id. One placement at a time over
 * all processes: two articles of one event that arrive together must meet, not found two stories.
 */
export function placeArticle(
  { store, encoder }: Pick<Ports, 'store' | 'encoder'>,
  article: Pick<Article, 'id'> & Omit<Article, 'id' | 'version'>,
): Promise<string> {
  const given = storyArticle(article);
  // Asked for before its turn: an endpoint that is slow must not keep the others waiting.
  const encoded = encoder && embedLead({ store, encoder }, given);
  const placed = Promise.allSettled([queues.get(store), encoded]).then(async () => {
    // On SQLite nothing in here waits for the event loop. Forty articles placed in one go would stop everything else for seconds:
    // pages would not be answered, and connections waited for would count as too slow.
    await new Promise((resolve) => setImmediate(resolve));
    return holdPlacing(store, async (inside) => {
      const { membership } = await matchStory(given, indexOf(inside, encoder));
      return membership.storyId;
    });
  });
  queues.set(
    store,
    placed.catch(() => undefined),
  );
  return placed;
}

function indexOf(store: Store, encoder: Encoder | undefined): StoryIndex {
  const index = openStoryIndex(store);
  return encoder === undefined ? index : { ...index, embeddings: (ids) => leadEmbeddings({ store, encoder }, ids) };
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
