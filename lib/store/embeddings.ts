import type { Embedding } from '../types';
import { storable } from './columns';
import type { Store } from './schema';
import { inTransaction } from './transaction';

/** `lead`: one for the beginning of an article, by which it is grouped. `paragraphs`: one a paragraph, in order. */
export type EmbeddedPart = 'lead' | 'paragraphs';

export type EmbeddedText = { articleId: string; articleVersion: number; embeddings: readonly Embedding[] };

/** Keeps them in place of earlier ones by the same encoder. All of one text have one length. */
export async function saveEmbeddings(
  store: Store,
  encoder: string,
  part: EmbeddedPart,
  { articleId, articleVersion, embeddings }: EmbeddedText,
): Promise<void> {
  const row = {
    article_id: storable(articleId),
    article_version: articleVersion,
    encoder,
    part,
    count: embeddings.length,
    bytes: toBytes(embeddings),
  };
  await inTransaction(store, ({ db }) =>
    db
      .insertInto('embeddings')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['article_id', 'encoder', 'part', 'article_version'])
          .doUpdateSet({ count: row.count, bytes: row.bytes }),
      )
      .execute(),
  );
}

/** Those of these articles that one encoder has given, every version kept, oldest first. */
export async function listEmbeddings(
  store: Store,
  encoder: string,
  part: EmbeddedPart,
  articleIds: readonly string[],
): Promise<EmbeddedText[]> {
  if (articleIds.length === 0) return [];
  const rows = await store.db
    .selectFrom('embeddings')
    .selectAll()
    .where('article_id', 'in', articleIds.map(storable))
    .where('encoder', '=', encoder)
    .where('part', '=', part)
    .orderBy('article_id')
    .orderBy('article_version')
    .execute();
  return rows.map((row) => ({
    articleId: row.article_id,
    articleVersion: row.article_version,
    embeddings: fromBytes(row.bytes, row.count),
  }));
}

// Four bytes a number, least significant first, on every machine.
function toBytes(embeddings: readonly Embedding[]): Uint8Array {
  const size = embeddings[0]?.length ?? 0;
  const view = new DataView(new ArrayBuffer(4 * size * embeddings.length));
  for (const [at, embedding] of embeddings.entries()) {
    for (let place = 0; place < size; place++) view.setFloat32(4 * (at * size + place), embedding[place] ?? 0, true);
  }
  return new Uint8Array(view.buffer);
}

function fromBytes(bytes: Uint8Array, count: number): Embedding[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = count === 0 ? 0 : bytes.byteLength / 4 / count;
  return Array.from({ length: count }, (_, at) =>
    Float32Array.from({ length: size }, (__, place) => view.getFloat32(4 * (at * size + place), true)),
  );
}
