import type { Timestamp, Verdict } from '../types';
import { inBatches, requiredUtc, storable } from './columns';
import type { Store, VerdictRow } from './schema';
import { inTransaction } from './transaction';

/** A verdict with the version of the text it was given on; `withdrawn` takes back what was said before. */
export type StoredVerdict = Omit<Verdict, 'said'> & {
  said: Verdict['said'] | 'withdrawn';
  /** Hash and number of the text's version. */
  textHash: string;
  version: number;
  codebookId: string;
  /** The words of the hit. */
  text: string;
};

const KEY = [
  'article_id',
  'text_hash',
  'codebook_hash',
  'code',
  'paragraph',
  'from_offset',
  'to_offset',
] as const satisfies (keyof VerdictRow)[];

/** Writes one more line under the hit; what was said of it before stays. The same again writes nothing. */
export async function saveVerdict(store: Store, verdict: StoredVerdict, at: Timestamp): Promise<void> {
  const key = {
    article_id: storable(verdict.articleId),
    text_hash: storable(verdict.textHash),
    codebook_hash: storable(verdict.codebook),
    code: storable(verdict.code),
    paragraph: verdict.paragraph,
    from_offset: verdict.start,
    to_offset: verdict.end,
  };
  await inTransaction(store, async ({ db }) => {
    const last = await db
      .selectFrom('verdicts')
      .select(['turn', 'said'])
      .where((where) => where.and(key))
      .orderBy('turn', 'desc')
      .limit(1)
      .executeTakeFirst();
    if ((last?.said ?? 'withdrawn') === verdict.said) return;
    await db
      .insertInto('verdicts')
      .values({
        ...key,
        turn: (last?.turn ?? 0) + 1,
        said: verdict.said,
        at: requiredUtc(at, 'at'),
        version: verdict.version,
        codebook_id: storable(verdict.codebookId),
        hit_text: storable(verdict.text),
      })
      // Two readers at one moment: the first line stands, and the second reader sees it.
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}

/** What holds now of these texts, in these versions, by place. */
export async function listVerdicts(
  store: Store,
  texts: readonly { id: string; textHash: string }[],
): Promise<Verdict[]> {
  const hashes = new Map(texts.map(({ id, textHash }) => [storable(id), textHash]));
  const rows: VerdictRow[] = [];
  for (const batch of inBatches([...hashes.keys()])) {
    rows.push(...(await inOrder(store).where('article_id', 'in', batch).execute()));
  }
  return holding(rows.filter((row) => hashes.get(row.article_id) === row.text_hash)).map(toVerdict);
}

/** Everything ever said of one article's hits, oldest first: what was taken back included. */
export async function verdictHistory(
  store: Store,
  articleId: string,
): Promise<(Omit<StoredVerdict, 'articleId'> & { at: Timestamp })[]> {
  const rows = await store.db
    .selectFrom('verdicts')
    .selectAll()
    .where('article_id', '=', storable(articleId))
    .orderBy('at')
    .orderBy('turn')
    .execute();
  return rows.map((row) => ({
    ...placeOf(row),
    said: saidOf(row),
    textHash: row.text_hash,
    version: row.version,
    codebookId: row.codebook_id,
    text: row.hit_text,
    at: row.at,
  }));
}

export type VerdictTally = { codebookId: string; codebook: string; code: string; right: number; wrong: number };

/** By codebook (in each of its versions) and code: how many hits readers here call right and wrong now. */
export async function tallyVerdicts(store: Store): Promise<VerdictTally[]> {
  const tallies = new Map<string, VerdictTally>();
  for (const row of holding(await inOrder(store).execute())) {
    const { codebook_id: codebookId, codebook_hash: codebook, code } = row;
    const key = `${codebookId} ${codebook} ${code}`;
    const tally = tallies.get(key) ?? { codebookId, codebook, code, right: 0, wrong: 0 };
    tallies.set(
      key,
      row.said === 'right' ? { ...tally, right: tally.right + 1 } : { ...tally, wrong: tally.wrong + 1 },
    );
  }
  return [...tallies].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, tally]) => tally);
}

function inOrder(store: Store) {
  const all = store.db.selectFrom('verdicts').selectAll();
  return [...KEY, 'turn' as const].reduce((query, column) => query.orderBy(column), all);
}

/** Of rows in order the last of each place, unless it was withdrawn. */
function holding(rows: readonly VerdictRow[]): VerdictRow[] {
  return rows.filter((row, at) => {
    const next = rows[at + 1];
    const isLast = next === undefined || KEY.some((column) => next[column] !== row[column]);
    return isLast && row.said !== 'withdrawn';
  });
}

function placeOf(row: VerdictRow) {
  return {
    codebook: row.codebook_hash,
    code: row.code,
    paragraph: row.paragraph,
    start: row.from_offset,
    end: row.to_offset,
  };
}

function saidOf({ said }: VerdictRow): StoredVerdict['said'] {
  return said === 'right' || said === 'wrong' ? said : 'withdrawn';
}

function toVerdict(row: VerdictRow): Verdict {
  return { articleId: row.article_id, ...placeOf(row), said: row.said === 'right' ? 'right' : 'wrong' };
}
