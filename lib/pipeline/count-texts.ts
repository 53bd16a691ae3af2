import { setImmediate as breathe } from 'node:timers/promises';
import { codebookHash } from '#lib/framing/codebook';
import { countFrames } from '#lib/framing/count-frames';
import { getArticles } from '#lib/store/articles';
import type { Store } from '#lib/store/open-store';
import type { Codebook, FrameCount } from '#lib/types';

// A count depends on text and codebook alone, so it holds for good; some tens of megabytes are kept, the oldest go first.
const REMEMBERED = 2000;
const remembered = new Map<string, FrameCount>();
/** Texts between two breaths: other requests must not wait for a year of articles. */
const AT_ONCE = 20;

/** Stored texts counted with a codebook, in the order of `texts`; those deleted meanwhile are left out. */
export async function countTexts(
  store: Store,
  texts: readonly { id: string; textHash: string }[],
  codebook: Codebook,
): Promise<FrameCount[]> {
  const hash = codebookHash(codebook);
  const keyOf = ({ id, textHash }: { id: string; textHash: string }) => `${hash} ${id} ${textHash}`;
  const fresh = new Map<string, FrameCount>();
  const missing = texts.filter((text) => !remembered.has(keyOf(text)));
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    const ids = missing.slice(at, at + AT_ONCE).map(({ id }) => id);
    for (const article of await getArticles(store, ids)) {
      const { id, headline } = article;
      const paragraphs = article.paragraphs.map(({ text }) => text);
      fresh.set(keyOf(article), countFrames({ id, headline, paragraphs }, codebook));
    }
    await breathe();
  }
  const counts = texts.flatMap((text) => fresh.get(keyOf(text)) ?? remembered.get(keyOf(text)) ?? []);
  for (const [key, count] of fresh) remembered.set(key, count);
  for (const key of remembered.keys()) {
    if (remembered.size <= REMEMBERED) break;
    remembered.delete(key);
  }
  return counts;
}
