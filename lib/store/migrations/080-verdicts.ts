import { textType } from '../dialect';
import type { Store } from '../schema';
import { table } from './columns-of';

/** What readers say of single hits: a list that only grows, so that taking something back is on record too. */
export async function verdicts({ db, dialect }: Store): Promise<void> {
  const text = textType(dialect);
  await table(db, 'verdicts', {
    article_id: text,
    text_hash: text,
    codebook_hash: text,
    code: text,
    paragraph: 'integer',
    // `end` is a word of SQL.
    from_offset: 'integer',
    to_offset: 'integer',
    turn: 'integer',
    said: text,
    at: text,
    version: 'integer',
    codebook_id: text,
    hit_text: text,
  })
    .addPrimaryKeyConstraint('verdicts_pk', [
      'article_id',
      'text_hash',
      'codebook_hash',
      'code',
      'paragraph',
      'from_offset',
      'to_offset',
      'turn',
    ])
    .execute();
}
