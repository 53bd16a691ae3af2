import type { Membership } from '#lib/types';
import { storyIdOf } from './story-id';

/**
 * Carries a fresh grouping of some articles over to the stories they stand in now, so that a story keeps its id (and its
 * links) as long as most of its articles stay together.
 *
 *     now    s1: a b c      s2: d        fresh  x: a b   y: c d
 *     after  s1: a b        s2: c d      c has moved; two stories are written again, nothing else
 *
 * @param current article id → story id, of the articles regrouped.
 * @param fresh one membership an article, as `matchStories` gives them.
 * @param reserved story ids no group may take: those held by hand.
 * @returns memberships to save: all of every story whose members change, under the ids they keep.
 */
export function reconcileStories(
  current: ReadonlyMap<string, string>,
  fresh: readonly Membership[],
  reserved: ReadonlySet<string> = new Set(),
): Membership[] {
  const groups = new Map<string, Membership[]>();
  for (const each of fresh) groups.set(each.storyId, [...(groups.get(each.storyId) ?? []), each]);
  // Large groups choose first: the more links a story has gathered, the more its id is worth.
  const ordered = [...groups.values()].sort((a, b) => b.length - a.length || compare(idOf(a), idOf(b)));
  const taken = new Set(reserved);
  const inUse = new Set(current.values());
  const targets = ordered.map((group) => {
    const kept = idsNow(group, current).find((id) => !taken.has(id));
    if (kept !== undefined) taken.add(kept);
    return { group, id: kept };
  });
  return targets.flatMap(({ group, id }) => {
    const storyId = id ?? freshId(group, taken, inUse);
    const changes =
      group.some(({ articleId }) => current.get(articleId) !== storyId) || lostMember(group, storyId, current);
    return changes ? group.map((membership) => ({ ...membership, storyId })) : [];
  });
}

function idOf(group: readonly Membership[]): string {
  return group[0]?.storyId ?? '';
}

/** Stories the group's articles stand in now, those with most of them first. */
function idsNow(group: readonly Membership[], current: ReadonlyMap<string, string>): string[] {
  const counts = new Map<string, number>();
  for (const { articleId } of group) {
    const id = current.get(articleId);
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).map(([id]) => id);
}

function lostMember(group: readonly Membership[], storyId: string, current: ReadonlyMap<string, string>): boolean {
  const before = [...current.values()].filter((id) => id === storyId).length;
  return before !== group.length;
}

function freshId(group: readonly Membership[], taken: Set<string>, inUse: ReadonlySet<string>): string {
  const ids = [idOf(group), ...group.map(({ articleId }) => storyIdOf(articleId))];
  const id = ids.find((each) => !taken.has(each) && !inUse.has(each)) ?? storyIdOf(ids.join(' '));
  taken.add(id);
  return id;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
