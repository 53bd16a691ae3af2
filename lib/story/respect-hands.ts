import type { Membership } from '#lib/types';

/**
 * Parts a fresh grouping into articles that join stories held by hand, and groups that are free. After a person has corrected a
 * story, the program only adds to it: whoever is held stays, and a text grouped with held ones goes to the story of the one it is
 * nearest to, else of most of them.
 *
 *     held   a b → s1   c → s2        fresh  x: a c d   y: e f       d nearest to c
 *     after  d joins s2                      y is free
 *
 * @param fresh one membership an article, as `matchStories` gives them.
 * @param held article id → the story a person has put or kept it in.
 */
export function respectHands(
  fresh: readonly Membership[],
  held: ReadonlyMap<string, string>,
): { joining: Membership[]; free: Membership[] } {
  const groups = new Map<string, Membership[]>();
  for (const each of fresh) groups.set(each.storyId, [...(groups.get(each.storyId) ?? []), each]);
  const joining: Membership[] = [];
  const free: Membership[] = [];
  for (const group of groups.values()) {
    const most = mostHeld(group, held);
    if (most === undefined) {
      free.push(...group);
      continue;
    }
    for (const membership of group) {
      if (held.has(membership.articleId)) continue;
      const nearest = membership.evidence[0]?.nearest;
      const storyId = (nearest === undefined ? undefined : held.get(nearest)) ?? most;
      joining.push({ ...membership, storyId });
    }
  }
  return { joining, free };
}

function mostHeld(group: readonly Membership[], held: ReadonlyMap<string, string>): string | undefined {
  const counts = new Map<string, number>();
  for (const { articleId } of group) {
    const story = held.get(articleId);
    if (story !== undefined) counts.set(story, (counts.get(story) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}
