import { codebookHash } from '#lib/framing/codebook';
import { getArticles } from '#lib/store/articles';
import { type Coding, saveCodings } from '#lib/store/codings';
import type { Article, Codebook, FrameCount } from '#lib/types';
import type { Ports } from './ports';

/**
 * Texts in one slice. Reading, sending to the thread and writing forty texts keeps this thread busy for some ten milliseconds; a
 * page asked for meanwhile waits no longer than that.
 */
export const CODED_AT_ONCE = 40;

/**
 * Counts stored texts with a codebook, in the thread for that, and keeps the counts.
 *
 * @throws SynopticError as `Coder.code`
 */
export async function codeArticles(
  { store, coder }: Pick<Ports, 'store' | 'coder'>,
  ids: readonly string[],
  codebook: Codebook,
): Promise<void> {
  const articles = await getArticles(store, ids);
  const counts = await coder.code(articles, codebook, { countsOnly: true });
  await saveCodings(
    store,
    { id: codebook.id, hash: codebookHash(codebook) },
    counts.map((count, at) => codingOf(articles[at], count)),
  );
}

function codingOf(article: Article | undefined, { articleId, sentences, words, counts }: FrameCount): Coding {
  return {
    articleId,
    articleVersion: article?.version ?? 1,
    sentences,
    words,
    counts: counts
      .filter((row) => row.mentions > 0)
      .map(({ code, sentences: k, mentions, byVoice }) => ({ code, sentences: k, mentions, ...byVoice })),
  };
}
