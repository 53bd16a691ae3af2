import type { Evidence, StoryIndex, StoryProfile } from '#lib/types';
import { backgroundFor } from './background';
import { firstLook, scorePairs } from './pairs';
import { type Companion, offeredConfidence, rateStory } from './rating';
import { search } from './search';
import { featuresOf } from './similarity';
import { CUTS, NEARLY, SEARCH } from './thresholds';
import { type Weighed, weighAll } from './weigh';

/** An article of another story that may report the event too. */
export type NearlyJoined = { articleId: string; storyId: string; confidence: number; evidence: Evidence[] };

/**
 * What stands near a story without standing in it, likeliest first: candidates are looked up as for an article that is placed, by a few
 * of the members, and rated against the members as they would be on joining. Its cost is bounded whatever the size of story and store:
 * NEARLY.seekers searches, and the pairs among NEARLY.members members and SEARCH.nearest candidates.
 *
 * @param apart ids of articles that a person has kept out of the story.
 */
export async function nearlyJoined(
  storyId: string,
  index: StoryIndex,
  apart: ReadonlySet<string>,
): Promise<NearlyJoined[]> {
  const all = await index.members(storyId);
  const members = spread(all, NEARLY.members);
  const found = new Map<string, StoryProfile>();
  for (const seeker of spread(members, NEARLY.seekers)) {
    for (const each of await search(seeker, index)) {
      if (each.storyId !== storyId) found.set(each.articleId, each);
    }
  }
  const candidates = [...found.values()].sort((a, b) => (a.articleId < b.articleId ? -1 : 1));
  if (candidates.length === 0) return [];
  const weighed = weighAll([...members, ...candidates], await backgroundFor(index, [...members, ...candidates]));
  const [inside, outside] = [weighed.slice(0, members.length), weighed.slice(members.length)];
  const near = outside
    .map((article) => ({ article, look: mean(inside.map((member) => firstLook(featuresOf(article, member)))) }))
    .sort((a, b) => b.look - a.look)
    .slice(0, SEARCH.nearest)
    .map(({ article }) => article);
  // What is kept apart is weighed with the rest all the same: others look nearer than they are without it beside them.
  return rated(storyId, inside, near, found)
    .filter(({ articleId }) => !apart.has(articleId))
    .slice(0, CUTS.offers);
}

function rated(
  storyId: string,
  inside: readonly Weighed[],
  near: readonly Weighed[],
  found: ReadonlyMap<string, StoryProfile>,
): NearlyJoined[] {
  const together = [...inside, ...near];
  const companions = new Map<number, Companion[]>();
  for (const { a, b, score } of scorePairs(together, everyPair(together.length))) {
    const member = together[a];
    if (a >= inside.length || b < inside.length || !member) continue;
    companions.set(b, [...(companions.get(b) ?? []), { score, article: member }]);
  }
  return [...companions]
    .flatMap(([at, members]) => {
      const article = together[at];
      const rating = article && rateStory(storyId, article, new Map(), members);
      const other = article && found.get(article.profile.articleId)?.storyId;
      if (!rating || !other || offeredConfidence(rating.meanLogOdds) < CUTS.suggest) return [];
      return [{ article: article.profile.articleId, story: other, rating }];
    })
    .sort((a, b) => b.rating.meanLogOdds - a.rating.meanLogOdds || (a.article < b.article ? -1 : 1))
    .map(({ article, story, rating: { meanLogOdds, evidence } }) => ({
      articleId: article,
      storyId: story,
      confidence: offeredConfidence(meanLogOdds),
      evidence: evidence(),
    }));
}

function everyPair(count: number): [number, number][] {
  const pairs: [number, number][] = [];
  for (let a = 0; a < count; a++) for (let b = a + 1; b < count; b++) pairs.push([a, b]);
  return pairs;
}

/** At most so many, evenly from the first to the last. */
function spread<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items];
  const step = (items.length - 1) / Math.max(1, most - 1);
  return Array.from({ length: most }, (_, at) => items[Math.round(at * step)]).filter((each) => each !== undefined);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
