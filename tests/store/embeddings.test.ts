import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deleteArticles, saveArticle } from '#lib/store/articles';
import { listEmbeddings, saveEmbeddings } from '#lib/store/embeddings';
import { DIALECTS, freshStores } from './fresh-store';
import { draft } from './samples';

describe.each(DIALECTS)('embeddings kept on %s', (dialect) => {
  const { store } = freshStores(dialect);
  const article = async () => (await saveArticle(store(), draft({}))).id;

  it('come back as they were, whatever their numbers', async () => {
    const articleId = await article();
    const numbers = fc.float32Array({ minLength: 3, maxLength: 3, noNaN: true });
    await fc.assert(
      fc.asyncProperty(fc.array(numbers, { maxLength: 5 }), async (embeddings) => {
        await saveEmbeddings(store(), 'e', 'paragraphs', { articleId, articleVersion: 1, embeddings });
        const [kept] = await listEmbeddings(store(), 'e', 'paragraphs', [articleId]);
        expect(kept).toEqual({ articleId, articleVersion: 1, embeddings });
      }),
      { numRuns: 20 },
    );
  });

  it('are told apart by encoder, part and version, and go with their article', async () => {
    const articleId = await article();
    const one = (value: number) => [Float32Array.of(value)];
    await saveEmbeddings(store(), 'e', 'lead', { articleId, articleVersion: 0, embeddings: one(1) });
    await saveEmbeddings(store(), 'e', 'paragraphs', { articleId, articleVersion: 2, embeddings: one(2) });
    await saveEmbeddings(store(), 'e', 'paragraphs', { articleId, articleVersion: 1, embeddings: one(3) });
    await saveEmbeddings(store(), 'f', 'lead', { articleId, articleVersion: 0, embeddings: one(4) });
    const kept = async (encoder: string, part: 'lead' | 'paragraphs') =>
      (await listEmbeddings(store(), encoder, part, [articleId])).map(({ articleVersion, embeddings }) => [
        articleVersion,
        embeddings[0]?.[0],
      ]);
    expect(await kept('e', 'lead')).toEqual([[0, 1]]);
    expect(await kept('e', 'paragraphs')).toEqual([
      [1, 3],
      [2, 2],
    ]);
    expect(await kept('f', 'lead')).toEqual([[0, 4]]);
    await deleteArticles(store(), [articleId]);
    expect(await kept('e', 'lead')).toEqual([]);
    expect(await kept('e', 'paragraphs')).toEqual([]);
  });
});
