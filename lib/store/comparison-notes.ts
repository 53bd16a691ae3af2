import type { Timestamp } from '../types';
import { present, requiredUtc, storable } from './columns';
import type { FrozenSummary } from './comparisons';
import { fromCursor, toCursor } from './cursor';
import type { Store } from './schema';
import { searchWords } from './search';
import { inTransaction } from './transaction';

/** A frozen comparison as its owner lists it: with a title and a note beside it, which are no part of it. */
export type OwnComparison = FrozenSummary & { ownTitle?: string; note?: string };

/**
 * Latest first. A search wants every word, or its beginning, in a title or the note. It is done here and not in SQL: the titles of ten
 * thousand comparisons are a megabyte, and so the rules for words are those of the first page, in every script.
 * @throws SynopticError `bad-input` for a cursor that is none
 */
export async function listOwnComparisons(
  store: Store,
  { limit, cursor, search = '' }: { limit: number; cursor?: string; search?: string },
): Promise<{ comparisons: OwnComparison[]; nextCursor?: string }> {
  let select = store.db
    .selectFrom('frozen_comparisons')
    .leftJoin('comparison_notes', 'comparison_notes.comparison_id', 'frozen_comparisons.id')
    .select([
      'frozen_comparisons.id',
      'frozen_comparisons.title',
      'frozen_at as frozenAt',
      'comparison_notes.title as ownTitle',
      'note',
    ]);
  if (cursor !== undefined) {
    const last = fromCursor(cursor);
    select = select.where(({ eb, and, or }) =>
      or([
        eb('frozen_at', '<', last.at),
        and([eb('frozen_at', '=', last.at), eb('frozen_comparisons.id', '<', last.id)]),
      ]),
    );
  }
  const ordered = select.orderBy('frozen_at', 'desc').orderBy('frozen_comparisons.id', 'desc');
  const wanted = searchWords(search);
  const isSearch = search.trim() !== '';
  const rows = await (isSearch ? ordered : ordered.limit(limit + 1)).execute();
  const found = isSearch
    ? rows.filter(
        (row) => wanted.length > 0 && holds([row.title, row.ownTitle ?? '', row.note ?? ''].join('\n'), wanted),
      )
    : rows;
  const shown = found.slice(0, limit).map((row): OwnComparison => present(row));
  const last = shown.at(-1);
  return {
    comparisons: shown,
    ...(found.length > limit && last !== undefined ? { nextCursor: toCursor(last.frozenAt, last.id) } : {}),
  };
}

function holds(text: string, wanted: readonly string[]): boolean {
  const words = searchWords(text);
  return wanted.every((word) => words.some((each) => each.startsWith(word)));
}

/** Keeps a title and a note beside a frozen comparison; with neither, nothing is kept. */
export async function saveComparisonNote(
  store: Store,
  comparisonId: string,
  { title, note }: { title?: string; note?: string },
  at: Timestamp,
): Promise<void> {
  const row = {
    comparison_id: storable(comparisonId),
    title: title === undefined ? null : storable(title),
    note: note === undefined ? null : storable(note),
    at: requiredUtc(at, 'at'),
  };
  await inTransaction(store, async ({ db }) => {
    if (title === undefined && note === undefined) {
      await db.deleteFrom('comparison_notes').where('comparison_id', '=', row.comparison_id).execute();
      return;
    }
    await db
      .insertInto('comparison_notes')
      .values(row)
      .onConflict((conflict) => conflict.column('comparison_id').doUpdateSet(row))
      .execute();
  });
}
