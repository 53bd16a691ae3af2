import type { StoryArticle, StoryIndex, StoryProfile } from '#lib/types';
import { backgroundFor } from './background';
import { memoryIndex } from './memory-index';
import { type Profiled, profileOf } from './profile';
import { search } from './search';
import { type Copied, setAsideCopies } from './set-aside-copies';
import { type Weighed, weighAll } from './weigh';

/** A batch ready to be scored: articles in the order of time, and the pairs worth a look (places in that order, a < b). Copies are set aside. */
export type PreparedBatch = { profiled: Profiled[]; weighed: Weighed[]; pairs: [number, number][]; copies: Copied[] };

/** The batch is its own background. Articles come each once; their order changes nothing. */
export async function prepareBatch(articles: readonly StoryArticle[]): Promise<PreparedBatch> {
  const { originals: profiled, copies } = setAsideCopies([...articles].sort(byTimeThenId).map(profileOf));
  const profiles = profiled.map((each) => each.profile);
  const index = memoryIndex();
  for (const profile of profiles) {
    const { articleId } = profile;
    const alone = { articleId, storyId: articleId, confidence: 1, status: 'confirmed' as const, evidence: [] };
    await index.add({ ...profile, storyId: articleId }, alone);
  }
  const background = await backgroundFor(index, profiles);
  const pairs = await likelyPairs(profiles, index);
  const neighbours: Set<number>[] = profiles.map(() => new Set());
  for (const [a, b] of pairs) {
    neighbours[a]?.add(b);
    neighbours[b]?.add(a);
  }
  return { profiled, weighed: weighAll(profiles, background, neighbours), pairs, copies };
}

type Plain = Omit<StoryProfile, 'storyId'>;

async function likelyPairs(profiles: readonly Plain[], index: StoryIndex): Promise<[number, number][]> {
  const place = new Map(profiles.map((profile, item) => [profile.articleId, item]));
  const pairs = new Map<number, [number, number]>();
  for (const [item, profile] of profiles.entries()) {
    for (const candidate of await search(profile, index)) {
      const other = place.get(candidate.articleId);
      if (other === undefined || other === item) continue;
      const pair: [number, number] = item < other ? [item, other] : [other, item];
      pairs.set(pair[0] * profiles.length + pair[1], pair);
    }
  }
  return [...pairs.values()];
}

// Known times first, earliest leading; then by id. The batch's own order plays no part.
function byTimeThenId(a: StoryArticle, b: StoryArticle): number {
  const [x, y] = [timeOf(a), timeOf(b)];
  if (x !== y) return x < y ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function timeOf(article: StoryArticle): number {
  const at = article.published === undefined ? Number.NaN : Date.parse(article.published);
  return Number.isFinite(at) ? at : Number.POSITIVE_INFINITY;
}
