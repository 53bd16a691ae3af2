import { textType } from '../dialect';
import type { Store } from '../schema';
import { table } from './columns-of';

/** What people say of two paragraphs: that they match, or that they do not. */
export async function linkCorrections({ db, dialect }: Store): Promise<void> {
  const text = textType(dialect);
  await table(db, 'link_corrections', {
    article_a: text,
    paragraph_a: text,
    article_b: text,
    paragraph_b: text,
    linked: 'integer',
    at: text,
  })
    .addPrimaryKeyConstraint('link_corrections_pk', ['article_a', 'paragraph_a', 'article_b', 'paragraph_b'])
    .execute();
}
