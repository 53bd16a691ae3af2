import type { Membership, MembershipStatus } from '../types';
import { inBatches, readJson, storable } from './columns';
import { holdPlacements } from './dialect';
import type { MembershipRow, Store } from './schema';
import { evidenceShape } from './shapes';
import { holdStories, refreshStories } from './story-rows';
import { inTransaction } from './transaction';

/**
 * Puts an article into a story (made if need be), changes how it stands there, or takes it out (`removed`).
 * An article stands in one story: suggesting or confirming it here marks it removed wherever else it stood, and that
 * record stays, so that a correction by hand can be seen and kept. What a person decided is changed by a person only: from
 * anybody else this does nothing to an article that is held by hand.
 */
export async function saveMembership(store: Store, membership: Membership): Promise<void> {
  const row = toRow(membership);
  await inTransaction(store, async (inside) => {
    const { db } = inside;
    const touched = await holdStories(inside, { articleIds: [row.article_id], storyIds: [row.story_id] });
    const { article_id, story_id, ...state } = row;
    if (row.by_hand === 0 && (await isHeld(inside, article_id))) return;
    await db
      .insertInto('memberships')
      .values(row)
      .onConflict((conflict) => conflict.columns(['article_id', 'story_id']).doUpdateSet(state))
      .execute();
    const profile = db.updateTable('story_profiles').where('article_id', '=', article_id);
    if (row.status === 'removed') {
      await profile.where('story_id', '=', story_id).set({ story_id: null }).execute();
    } else {
      await profile.set({ story_id }).execute();
      await db
        .updateTable('memberships')
        .set({ status: 'removed', by_hand: row.by_hand })
        .where('article_id', '=', article_id)
        .where('story_id', '<>', story_id)
        .execute();
    }
    await refreshStories(inside, touched);
  });
}

async function isHeld({ db }: Store, articleId: string): Promise<boolean> {
  const row = await db
    .selectFrom('memberships')
    .select('story_id')
    .where('article_id', '=', articleId)
    .where('by_hand', '>', 0)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Runs `work` in a transaction that no other placement runs beside, in this process or another: it sees every article placed
 * before, and nobody misses what it places. Short work only; the others wait.
 */
export function holdPlacing<T>(store: Store, work: (inside: Store) => Promise<T>): Promise<T> {
  return inTransaction(store, async (inside) => {
    await holdPlacements(inside);
    return work(inside);
  });
}

/** The story in which the article stands, suggested or confirmed. */
export async function storyOfArticle(store: Store, articleId: string): Promise<string | undefined> {
  const row = await store.db
    .selectFrom('memberships')
    .select('story_id')
    .where('article_id', '=', storable(articleId))
    .where('status', '<>', 'removed')
    .executeTakeFirst();
  return row?.story_id;
}

/** Whether grouping has seen the article: then it stands in a story, or was taken out of one by hand. */
export async function isPlaced(store: Store, articleId: string): Promise<boolean> {
  const row = await store.db
    .selectFrom('story_profiles')
    .select('article_id')
    .where('article_id', '=', storable(articleId))
    .executeTakeFirst();
  return row !== undefined;
}

/** Article id → story id of the newest articles that stand in a story; those without a time come last. */
export async function recentPlacements(store: Store, limit: number): Promise<Map<string, string>> {
  const rows = await store.db
    .selectFrom('story_profiles')
    .select(['article_id', 'story_id'])
    .where('story_id', 'is not', null)
    .orderBy('at', 'desc')
    .orderBy('article_id')
    .limit(limit)
    .execute();
  return new Map(rows.flatMap((row) => (row.story_id === null ? [] : [[row.article_id, row.story_id] as const])));
}

/** How articles stand in their stories now. */
export async function standingStatuses(
  store: Store,
  articleIds: readonly string[],
): Promise<Map<string, MembershipStatus>> {
  const statuses = new Map<string, MembershipStatus>();
  for (const batch of inBatches(articleIds)) {
    const rows = await store.db
      .selectFrom('memberships')
      .select(['article_id', 'status'])
      .where('article_id', 'in', batch)
      .where('status', '<>', 'removed')
      .execute();
    for (const row of rows) statuses.set(row.article_id, STATUSES.get(row.status) ?? 'removed');
  }
  return statuses;
}

/** Values of `by_hand`; 0 is the program's. */
const HELD = 1;
export const DECIDED = 2;

const STATUSES = new Map<string, Membership['status']>([
  ['suggested', 'suggested'],
  ['confirmed', 'confirmed'],
  ['removed', 'removed'],
]);

export function toMembership(row: MembershipRow): Membership {
  return {
    articleId: row.article_id,
    storyId: row.story_id,
    confidence: row.confidence,
    status: STATUSES.get(row.status) ?? 'removed',
    evidence: readJson(row.evidence, evidenceShape, `memberships/${row.story_id}/${row.article_id}`),
    ...(row.by_hand === 0 ? {} : { byHand: row.by_hand === DECIDED ? 'decided' : 'held' }),
  };
}

function toRow(membership: Membership): MembershipRow {
  return {
    article_id: storable(membership.articleId),
    story_id: storable(membership.storyId),
    confidence: membership.confidence,
    status: membership.status,
    evidence: JSON.stringify(membership.evidence),
    by_hand: membership.byHand === undefined ? 0 : membership.byHand === 'decided' ? DECIDED : HELD,
  };
}
