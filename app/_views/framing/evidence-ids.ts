import type { EvidenceSentence } from '#lib/comparison/frame-rows';
import type { Texts } from '#lib/comparison/texts';
import type { Hit } from '#lib/types';

/** Places inside the list of sentences that links lead to; the same however the list was opened. */
export function sentenceId(texts: Texts, { articleId, hits }: EvidenceSentence): string {
  return `sentence-${indexOf(texts, articleId)}-${hits[0]?.paragraph}-${hits[0]?.sentence}`;
}

export function hitId(texts: Texts, articleId: string, { paragraph, start, end }: Hit): string {
  return `hit-${indexOf(texts, articleId)}-${paragraph}-${start}-${end}`;
}

function indexOf({ comparison }: Texts, articleId: string): number {
  return comparison.articles.findIndex(({ id }) => id === articleId);
}
