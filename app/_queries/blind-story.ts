import { type Blinding, blindComparison } from '#lib/share/blind';
import type { OpenedStory } from './stories';

/**
 * A live story with letters. All outlets of the story have theirs, compared now or not, so that choosing texts changes no
 * letter; when another outlet joins, letters may move: for a class, freeze first.
 */
export function blindStory({ story, comparison }: OpenedStory & { kind: 'comparison' }): Blinding {
  const outletIds = story.headlines.map(({ outletId }) => outletId);
  return blindComparison(comparison, { key: story.id, outletIds, keepArticleIds: true });
}
