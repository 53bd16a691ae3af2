import type { Timestamp } from '../types';
import { requiredUtc, storable } from './columns';
import type { LinkCorrectionRow, Store } from './schema';
import { inTransaction } from './transaction';

/** A paragraph by its article and the hash of its text, so that a correction outlives changes elsewhere in the article. */
export type ParagraphKey = { articleId: string; hash: string };

/** What a person said of two paragraphs, whichever of the texts is the reference. */
export type StoredRelink = { a: ParagraphKey; b: ParagraphKey; linked: boolean };

/** Keeps it in place of what was said of the two before; `linked` undefined takes it back. */
export async function saveRelink(
  store: Store,
  { a, b, linked }: { a: ParagraphKey; b: ParagraphKey; linked: boolean | undefined },
  at: Timestamp,
): Promise<void> {
  const [one, two] = a.articleId < b.articleId ? [a, b] : [b, a];
  const key = {
    article_a: storable(one.articleId),
    paragraph_a: one.hash,
    article_b: storable(two.articleId),
    paragraph_b: two.hash,
  };
  await inTransaction(store, async ({ db }) => {
    if (linked === undefined) {
      await db
        .deleteFrom('link_corrections')
        .where((where) => where.and(key))
        .execute();
      return;
    }
    const state = { linked: linked ? 1 : 0, at: requiredUtc(at, 'at') };
    await db
      .insertInto('link_corrections')
      .values({ ...key, ...state })
      .onConflict((conflict) =>
        conflict.columns(['article_a', 'paragraph_a', 'article_b', 'paragraph_b']).doUpdateSet(state),
      )
      .execute();
  });
}

/** Everything said between these articles, in the order in which it was said. */
export async function listRelinks(store: Store, articleIds: readonly string[]): Promise<StoredRelink[]> {
  if (articleIds.length === 0) return [];
  const ids = articleIds.map(storable);
  const rows = await store.db
    .selectFrom('link_corrections')
    .selectAll()
    .where('article_a', 'in', ids)
    .where('article_b', 'in', ids)
    .orderBy('at')
    .orderBy('article_a')
    .orderBy('paragraph_a')
    .orderBy('article_b')
    .orderBy('paragraph_b')
    .execute();
  return rows.map(toRelink);
}

function toRelink(row: LinkCorrectionRow): StoredRelink {
  return {
    a: { articleId: row.article_a, hash: row.paragraph_a },
    b: { articleId: row.article_b, hash: row.paragraph_b },
    linked: row.linked === 1,
  };
}
