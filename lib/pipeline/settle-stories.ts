import { getArticles } from '#lib/store/articles';
import { heldByHand } from '#lib/store/corrections';
import type { Store } from '#lib/store/open-store';
import { holdPlacing, recentPlacements, saveMembership, standingStatuses } from '#lib/store/stories';
import { reconcileStories } from '#lib/story/reconcile-stories';
import { respectHands } from '#lib/story/respect-hands';
import type { Membership, StoryArticle } from '#lib/types';
import { leadEmbeddings } from './embed-texts';
import { storyArticle } from './place-article';
import type { Ports } from './ports';

/** Articles regrouped together: a day or two of sixty outlets, a few seconds of one core, in a thread of its own. */
const RECENT = 500;
/** Groupings made before the rest is left to whoever keeps placing: he settles after his round. */
const TRIES = 5;

/**
 * Looks at recent articles together. Placed one by one, an article knows only what came before it. So each new article gets
 * a place at once, and after each round of reading the recent ones are grouped anew; a story keeps its id as long as most of
 * its articles stay together, and what a person has put somewhere stays there.
 *
 * Grouping takes seconds, in which another worker may place more. What it says is saved only while every article still
 * stands where it stood before; else it is made again. Otherwise an article placed meanwhile would stay behind alone in
 * a story that has moved on.
 *
 * @returns how many memberships were written.
 */
export async function settleStories(ports: Pick<Ports, 'store' | 'matchBatch' | 'encoder'>): Promise<number> {
  for (let run = 0; run < TRIES; run++) {
    const placed = await recentPlacements(ports.store, RECENT);
    const articles = await getArticles(ports.store, [...placed.keys()]);
    const fresh = await ports.matchBatch(await withEmbeddings(ports, articles.map(storyArticle)));
    const written = await holdPlacing(ports.store, async (inside) => {
      if (!areEqual(placed, await recentPlacements(inside, RECENT))) return undefined;
      const held = await heldByHand(inside, [...placed.keys()]);
      const { joining, free } = respectHands(fresh, held);
      const changes = [
        ...joining.filter(({ articleId, storyId }) => placed.get(articleId) !== storyId),
        ...reconcileStories(placed, free, new Set(held.values())),
      ];
      const moved = new Set(changes.map(({ articleId }) => articleId));
      const restated = await restatedAmong(
        inside,
        free.filter(({ articleId }) => !moved.has(articleId)),
        placed,
      );
      for (const membership of [...changes, ...restated]) await saveMembership(inside, membership);
      return changes.length + restated.length;
    });
    if (written !== undefined) return written;
  }
  return 0;
}

async function withEmbeddings(
  { store, encoder }: Pick<Ports, 'store' | 'encoder'>,
  articles: StoryArticle[],
): Promise<StoryArticle[]> {
  if (encoder === undefined) return articles;
  const ids = articles.map(({ id }) => id);
  const known = await leadEmbeddings({ store, encoder }, ids);
  return articles.map((article) => {
    const embedding = known.get(article.id);
    return embedding === undefined ? article : { ...article, embedding };
  });
}

// Who stays may have become surer, or less sure, by what has come since: the one that came first has nothing to be measured by.
async function restatedAmong(
  store: Store,
  staying: readonly Membership[],
  placed: ReadonlyMap<string, string>,
): Promise<Membership[]> {
  const statuses = await standingStatuses(
    store,
    staying.map(({ articleId }) => articleId),
  );
  return staying.flatMap((membership) => {
    const storyId = placed.get(membership.articleId);
    const isSame = statuses.get(membership.articleId) === membership.status;
    return storyId === undefined || isSame ? [] : [{ ...membership, storyId }];
  });
}

function areEqual(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([article, story]) => b.get(article) === story);
}
