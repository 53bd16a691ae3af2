import { z } from 'zod';
import { SynopticError } from '../errors';
import type { Timestamp } from '../types';
import { type OnProblem, present, readJson, readRows, requiredUtc, storable } from './columns';
import { DECIDED, saveMembership, toMembership } from './memberships';
import type { CorrectionRow, MembershipRow, Store } from './schema';
import { holdStories, refreshStories } from './story-rows';
import { inTransaction } from './transaction';

/**
 * confirm: these belong here. part: these are another event, and get a story of their own. move: these belong to that
 * story. merge: the two stories are one event.
 */
export type CorrectionKind = 'confirm' | 'part' | 'move' | 'merge';

/** What a person decided about a grouping; never deleted, only undone. */
export type Correction = {
  id: string;
  at: Timestamp;
  kind: CorrectionKind;
  /** The articles it is about. */
  articleIds: string[];
  from: string;
  /** The same as `from` when confirming. */
  to: string;
  /** How many of the articles stood where the program had put them, so that this says something about the program. */
  judged: number;
  undoneAt?: Timestamp;
};

export type CorrectionOrder = Omit<Correction, 'judged' | 'undoneAt'>;

/**
 * Puts the articles into the story `to`, by hand, and holds everything else in both stories where it stands: after a person
 * has corrected a story, the program only adds to it.
 *
 * @throws SynopticError `bad-input` when an article is not in `from` any more, or none is named.
 */
export async function saveCorrection(store: Store, order: CorrectionOrder): Promise<Correction> {
  const at = requiredUtc(order.at, 'at');
  if (order.articleIds.length === 0) throw notThere(order);
  return inTransaction(store, async (inside) => {
    const stories = [...new Set([order.from, order.to])];
    await holdStories(inside, { articleIds: order.articleIds, storyIds: stories });
    const before = await rowsAbout(inside, order.articleIds, stories);
    const chosen = before.filter(
      (row) => row.story_id === order.from && row.status !== 'removed' && order.articleIds.includes(row.article_id),
    );
    if (chosen.length !== order.articleIds.length) throw notThere(order);
    const standing = before.filter((row) => row.status !== 'removed' && stories.includes(row.story_id));
    for (const row of standing) {
      const isChosen = order.articleIds.includes(row.article_id);
      // Who stays, or comes along in a merger, is held and not confirmed: a suggestion nobody has looked at stays one.
      const isDecided = isChosen && order.kind !== 'merge';
      const membership = toMembership(row);
      await saveMembership(inside, {
        ...membership,
        storyId: isChosen ? order.to : row.story_id,
        ...(isDecided ? { status: 'confirmed', confidence: 1 } : {}),
        byHand: isDecided || row.by_hand === DECIDED ? 'decided' : 'held',
      });
    }
    await refreshStories(inside, stories);
    const judged = chosen.filter((row) => row.by_hand !== DECIDED).length;
    const correction = { ...order, at, judged };
    const detail = { articleIds: order.articleIds, before };
    await inside.db
      .insertInto('corrections')
      .values({
        id: storable(order.id),
        at,
        kind: order.kind,
        from_story: order.from,
        to_story: order.to,
        judged,
        detail: JSON.stringify(detail),
        undone_at: null,
      })
      .execute();
    return correction;
  });
}

/**
 * Puts every article back to where the correction found it. Texts that have come since stay where they are.
 * @throws SynopticError `unknown-id`; `bad-input` when a later correction of the same articles must be undone first.
 */
export async function undoCorrection(store: Store, id: string, at: Timestamp): Promise<Correction> {
  return inTransaction(store, async (inside) => {
    const rows = await inside.db
      .selectFrom('corrections')
      .selectAll()
      .where('undone_at', 'is', null)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .execute();
    const row = rows.find((each) => each.id === id);
    if (row === undefined)
      throw new SynopticError('unknown-id', 'This correction is not there, or undone already.', { subject: 'id' });
    const { before } = readDetail(row);
    const articles = [...new Set(before.map((each) => each.article_id))];
    const later = rows.slice(0, rows.indexOf(row)).find((each) => {
      const touched = readDetail(each).before.map((member) => member.article_id);
      return touched.some((article) => articles.includes(article));
    });
    if (later !== undefined) {
      throw new SynopticError('bad-input', 'A later correction is about the same texts. Undo that one first.', {
        subject: 'id',
      });
    }
    await restore(inside, before, articles, [row.from_story, row.to_story]);
    await inside.db
      .updateTable('corrections')
      .set({ undone_at: requiredUtc(at, 'at') })
      .where('id', '=', id)
      .execute();
    return { ...toCorrection(row), undoneAt: at };
  });
}

async function restore(
  inside: Store,
  before: readonly MembershipRow[],
  articles: readonly string[],
  stories: readonly string[],
): Promise<void> {
  const { db } = inside;
  const touched = await holdStories(inside, {
    articleIds: articles,
    storyIds: [...new Set([...stories, ...before.map((row) => row.story_id)])],
  });
  await db.deleteFrom('memberships').where('article_id', 'in', articles).execute();
  // Articles deleted since then are not brought back.
  const there = await db.selectFrom('articles').select('id').where('id', 'in', articles).execute();
  for (const row of before) {
    if (!there.some(({ id }) => id === row.article_id)) continue;
    await db.insertInto('memberships').values(row).execute();
    if (row.status === 'removed') continue;
    await db
      .updateTable('story_profiles')
      .set({ story_id: row.story_id })
      .where('article_id', '=', row.article_id)
      .execute();
  }
  await refreshStories(inside, touched);
}

/** Newest first; those about one story, or all. */
export async function listCorrections(store: Store, storyId?: string, onProblem?: OnProblem): Promise<Correction[]> {
  let select = store.db.selectFrom('corrections').selectAll();
  if (storyId !== undefined) {
    select = select.where((where) =>
      where.or([where('from_story', '=', storable(storyId)), where('to_story', '=', storable(storyId))]),
    );
  }
  return readRows(await select.orderBy('at', 'desc').orderBy('id', 'desc').execute(), toCorrection, onProblem);
}

/**
 * How often the program was right where a person has looked: of the texts it had placed and a person has confirmed (right), parted or
 * moved (wrong). Merging says that it missed something, which is no placement, and is counted beside.
 */
export async function judgedPlacements(store: Store): Promise<{ right: number; wrong: number; merges: number }> {
  const rows = await store.db
    .selectFrom('corrections')
    .select([
      'kind',
      ({ fn }) => fn.sum<number | string>('judged').as('judged'),
      ({ fn }) => fn.countAll<number>().as('count'),
    ])
    .where('undone_at', 'is', null)
    .groupBy('kind')
    .execute();
  const of = (kind: CorrectionKind) => Number(rows.find((row) => row.kind === kind)?.judged ?? 0);
  return {
    right: of('confirm'),
    wrong: of('part') + of('move'),
    merges: rows.find((row) => row.kind === 'merge')?.count ?? 0,
  };
}

/** Article id → story id, of those held by hand among the given articles. */
export async function heldByHand(store: Store, articleIds: readonly string[]): Promise<Map<string, string>> {
  if (articleIds.length === 0) return new Map();
  const rows = await store.db
    .selectFrom('memberships')
    .select(['article_id', 'story_id'])
    .where('article_id', 'in', articleIds)
    .where('by_hand', '>', 0)
    .where('status', '<>', 'removed')
    .execute();
  return new Map(rows.map((row) => [row.article_id, row.story_id]));
}

/** Every membership of the named articles, and of all who stand in the stories. */
async function rowsAbout(
  inside: Store,
  articleIds: readonly string[],
  stories: readonly string[],
): Promise<MembershipRow[]> {
  const standing = inside.db
    .selectFrom('memberships')
    .select('article_id')
    .where('story_id', 'in', stories)
    .where('status', '<>', 'removed');
  return inside.db
    .selectFrom('memberships')
    .selectAll()
    .where((where) => where.or([where('article_id', 'in', articleIds), where('article_id', 'in', standing)]))
    .orderBy('article_id')
    .orderBy('story_id')
    .execute();
}

function notThere({ articleIds }: CorrectionOrder): SynopticError {
  return new SynopticError(
    'bad-input',
    articleIds.length === 0
      ? 'Choose at least one text.'
      : 'Some of these texts do not stand in this story any more. Load the page again.',
    { subject: 'articles' },
  );
}

const detailShape = z.object({
  articleIds: z.array(z.string()),
  before: z.array(
    z.object({
      article_id: z.string(),
      story_id: z.string(),
      confidence: z.number(),
      status: z.string(),
      evidence: z.string(),
      by_hand: z.number(),
    }),
  ),
}) satisfies z.ZodType<{ articleIds: string[]; before: MembershipRow[] }>;

function readDetail(row: CorrectionRow) {
  return readJson(row.detail, detailShape, `corrections/${row.id}`);
}

const KINDS = new Map<string, CorrectionKind>([
  ['confirm', 'confirm'],
  ['part', 'part'],
  ['move', 'move'],
  ['merge', 'merge'],
]);

function toCorrection(row: CorrectionRow): Correction {
  return {
    id: row.id,
    at: row.at,
    kind: KINDS.get(row.kind) ?? 'confirm',
    articleIds: readDetail(row).articleIds,
    from: row.from_story,
    to: row.to_story,
    judged: row.judged,
    ...present({ undoneAt: row.undone_at }),
  };
}
