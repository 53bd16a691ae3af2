import type { Hit, LabelMention } from '#lib/types';

/**
 * The labels of one text, as the wording stage takes them. Two codebooks may name one concept (a general one and one about the
 * event, which adds words of its own); they agree on its id, and what both found at one place is one mention.
 */
export function labelMentions(hits: readonly Hit[]): LabelMention[] {
  const mentions = new Map<string, LabelMention>();
  for (const { concept, code, paragraph, start, end, text } of hits) {
    if (concept === undefined) continue;
    const key = `${concept} ${paragraph} ${start}`;
    const known = mentions.get(key);
    if (!known || known.end < end) mentions.set(key, { concept, label: code, paragraph, start, end, text });
  }
  return [...mentions.values()];
}
