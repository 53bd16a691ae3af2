import { tokenize } from '#lib/text/tokenize';
import type { Paragraph } from '#lib/types';

// A correction, an update, even a rewrite keeps names, places and the words of the matter: two texts on one event by different outlets
// share about two fifths of their words. Another article, or the front page that a removed one leads to, shares the small words.
const SHARED = 0.35;

type Text = { headline: string; paragraphs: readonly Pick<Paragraph, 'text'>[] };

/** Whether a page at a new address is still the same article: enough of the smaller text's different words stand in the other. */
export function isSameArticle(known: Text, fresh: Text): boolean {
  const [a, b] = [wordsOf(known), wordsOf(fresh)];
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  const shared = [...small].filter((word) => large.has(word)).length;
  return small.size > 0 && shared / small.size >= SHARED;
}

function wordsOf({ headline, paragraphs }: Text): Set<string> {
  const words = new Set<string>();
  // Short words are those that all texts share.
  for (const text of [headline, ...paragraphs.map((each) => each.text)])
    for (const { key } of tokenize(text)) if (key.length > 4 || /\p{Lo}/u.test(key)) words.add(key);
  return words;
}
