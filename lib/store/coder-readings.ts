import { z } from 'zod';
import type { Timestamp } from '../types';
import { readJson, readRows, requiredUtc, storable } from './columns';
import type { Store } from './schema';
import { inTransaction } from './transaction';

const proposalShape = z.object({
  code: z.string(),
  paragraph: z.number(),
  start: z.number(),
  end: z.number(),
  text: z.string(),
});
const answerShape = z.object({ proposals: z.array(proposalShape), dropped: z.record(z.string(), z.number()) });

/** What a second coder said of one version of an article. Two readings may be compared only when `coder` is the same. */
export type CoderReading = {
  articleId: string;
  articleVersion: number;
  codebook: { id: string; hash: string };
  /** Hash of model and question. */
  coder: string;
  model: string;
  at: Timestamp;
} & z.output<typeof answerShape>;

/** Keeps it in place of an earlier one by the same coder. */
export async function saveCoderReading(store: Store, reading: CoderReading): Promise<void> {
  const { proposals, dropped } = reading;
  const row = {
    article_id: storable(reading.articleId),
    article_version: reading.articleVersion,
    codebook_hash: reading.codebook.hash,
    codebook_id: storable(reading.codebook.id),
    coder: reading.coder,
    model: storable(reading.model),
    answer: storable(JSON.stringify({ proposals, dropped })),
    at: requiredUtc(reading.at, 'at'),
  };
  await inTransaction(store, ({ db }) =>
    db
      .insertInto('coder_readings')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['article_id', 'article_version', 'codebook_hash', 'coder'])
          .doUpdateSet({ answer: row.answer, at: row.at, model: row.model }),
      )
      .execute(),
  );
}

/** Readings of these articles with one codebook by one coder, whatever version of a text they are of. */
export async function listCoderReadings(
  store: Store,
  { articleIds, codebookHash, coder }: { articleIds: readonly string[]; codebookHash: string; coder: string },
): Promise<CoderReading[]> {
  if (articleIds.length === 0) return [];
  const rows = await store.db
    .selectFrom('coder_readings')
    .selectAll()
    .where('article_id', 'in', articleIds.map(storable))
    .where('codebook_hash', '=', codebookHash)
    .where('coder', '=', coder)
    .orderBy('article_id')
    .orderBy('article_version')
    .execute();
  return readRows(rows, (row) => ({
    articleId: row.article_id,
    articleVersion: row.article_version,
    codebook: { id: row.codebook_id, hash: row.codebook_hash },
    coder: row.coder,
    model: row.model,
    at: row.at,
    ...readJson(row.answer, answerShape, `coder_readings/${row.article_id}`),
  }));
}
