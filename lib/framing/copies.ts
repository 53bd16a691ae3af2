import type { FrameCount } from '#lib/types';

export type Copy = { articleId: string; of: string };

/**
 * Wire copy counted once: of each group of articles with the same text only the first counts, since five outlets that print
 * one report are one voice, and five equal articles would make an interval far too narrow.
 *
 * @param groups ids of articles with the same text, as grouping found them. Ids that were not counted are passed over, so the
 * first that was counted stands for the group.
 */
export function withoutCopies(
  counts: readonly FrameCount[],
  groups: readonly (readonly string[])[],
): { counts: FrameCount[]; copies: Copy[] } {
  const groupOf = new Map(groups.flatMap((ids, group) => ids.map((id): [string, number] => [id, group])));
  const kept = new Map<number, string>();
  const copies: Copy[] = [];
  const once = counts.filter(({ articleId }) => {
    const group = groupOf.get(articleId);
    if (group === undefined) return true;
    const of = kept.get(group);
    if (of === undefined) kept.set(group, articleId);
    else copies.push({ articleId, of });
    return of === undefined;
  });
  return { counts: once, copies };
}
