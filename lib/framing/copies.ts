import type { TextCopy } from '#lib/types';

/**
 * Wire copy counted once: of each group of articles with the same text only the first of the group counts, since five outlets that print
 * one report are one voice, and five equal articles would make an interval far too narrow.
 *
 * @param groups ids of articles with the same text, the earliest first (`copyGroups`). Ids that were not counted are passed over,
 * so the earliest that was counted stands for the group.
 */
export function withoutCopies<Count extends { articleId: string }>(
  counts: readonly Count[],
  groups: readonly (readonly string[])[],
): { counts: Count[]; copies: TextCopy[] } {
  const groupOf = new Map(groups.flatMap((ids, group) => ids.map((id): [string, number] => [id, group])));
  const counted = new Set(counts.map(({ articleId }) => articleId));
  const kept = groups.map((ids) => ids.find((id) => counted.has(id)));
  const copies: TextCopy[] = [];
  const once = counts.filter(({ articleId }) => {
    const group = groupOf.get(articleId);
    const of = group === undefined ? undefined : kept[group];
    if (of === undefined || of === articleId) return true;
    copies.push({ articleId, of });
    return false;
  });
  return { counts: once, copies };
}
