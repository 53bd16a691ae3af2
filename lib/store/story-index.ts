import { sql } from 'kysely';
import type { Membership, StoryIndex, StoryProfile, Timestamp } from '../types';
import { inBatches, keyOf, readJson, readRows, storable, utc } from './columns';
import { held } from './dialect';
import { saveMembership } from './memberships';
import type { Store, StoryProfileRow } from './schema';
import { profileShape } from './shapes';
import { holdStories } from './story-rows';
import { ALL, changeCounts, forgetCounts, frequencies } from './term-counts';
import { inTransaction } from './transaction';

/** Stands for "no publication time" in `at`: such an article is a candidate in every window. */
const NO_TIME = '';

/**
 * The matcher's window on the stored profiles: an inverted table of terms, ordered by time within each term, so that a
 * query reads only what lies in its window; and one counter a term, so that frequencies read no postings at all.
 * Both stay as fast when old articles pile up. Articles taken out of every story are neither candidates nor members.
 */
export function openStoryIndex(store: Store): StoryIndex {
  return {
    frequencies: (terms) => frequencies(store, terms),
    candidates: (query) => candidates(store, query),
    members: (storyId) => members(store, storyId),
    add: (profile, membership) => add(store, profile, membership),
  };
}

type Window = { terms: string[]; from?: Timestamp; to?: Timestamp; limit: number };

/**
 * Read per term: the POSTINGS nearest in time before the middle of the window, and as many after it. However many articles say
 * "election" this week, a query reads the same number of rows.
 */
const POSTINGS = 100;
/** Undated articles read in all. */
const UNDATED = 400;

async function candidates(store: Store, { terms, from, to, limit }: Window): Promise<StoryProfile[]> {
  const keys = [...new Set(terms.map(keyOf))];
  if (keys.length === 0) return [];
  const bounds = { from: (from && utc(from)) ?? undefined, to: (to && utc(to)) ?? undefined };
  const undated = store.db
    .selectFrom('story_terms')
    .select('article_id')
    .where('term', 'in', keys)
    .where('at', '=', NO_TIME)
    .limit(UNDATED);
  const parts = keys.flatMap((term) => nearestInTime(store, term, bounds));
  const rows = await store.db
    .with('found', (db) =>
      parts.reduce((all, part) => all.unionAll(part), db.selectFrom(undated.as('undated')).select('article_id')),
    )
    .with('shared', (db) =>
      db
        .selectFrom('found')
        .select(['article_id', sql<number>`count(*)`.as('terms')])
        .groupBy('article_id'),
    )
    .selectFrom('shared')
    .innerJoin('story_profiles', 'story_profiles.article_id', 'shared.article_id')
    .where('story_id', 'is not', null)
    .selectAll('story_profiles')
    .orderBy('shared.terms', 'desc')
    .orderBy('at', 'desc')
    .orderBy('story_profiles.article_id')
    .limit(limit)
    .execute();
  return readRows(rows, toProfile);
}

function nearestInTime(store: Store, term: string, { from, to }: { from: string | undefined; to: string | undefined }) {
  const middle = from === undefined || to === undefined ? (to ?? LATEST) : middleOf(from, to);
  const postings = store.db.selectFrom('story_terms').select('article_id').where('term', '=', term);
  const before = postings.where('at', '<=', middle).where('at', from === undefined ? '>' : '>=', from ?? NO_TIME);
  const parts = [before.orderBy('at', 'desc').limit(POSTINGS)];
  if (to !== undefined && to > middle) {
    parts.push(postings.where('at', '>', middle).where('at', '<=', to).orderBy('at').limit(POSTINGS));
  }
  // SQLite takes no limit inside a union but in a table of its own.
  return parts.map((part) => store.db.selectFrom(part.as('part')).select('part.article_id'));
}

/** After every time that is written with a year. */
const LATEST = '~';

function middleOf(from: string, to: string): string {
  const middle = new Date((Date.parse(from) + Date.parse(to)) / 2).toISOString();
  return utc(middle as Timestamp) ?? middle;
}

async function members(store: Store, storyId: string): Promise<StoryProfile[]> {
  const rows = await store.db
    .selectFrom('story_profiles')
    .selectAll()
    .where('story_id', '=', storable(storyId))
    .orderBy('at')
    .orderBy('article_id')
    .execute();
  return readRows(rows, toProfile);
}

/** Adding an article again (its text changed) replaces what was kept of it. */
async function add(store: Store, profile: StoryProfile, membership: Membership): Promise<void> {
  const { storyId, ...kept } = profile;
  const articleId = storable(profile.articleId);
  const at = (profile.published === undefined ? undefined : utc(profile.published)) ?? NO_TIME;
  const terms = termsOf(profile);
  const row = { article_id: articleId, story_id: storable(storyId), at, profile: JSON.stringify(kept) };
  const changed = await inTransaction(store, async (inside) => {
    await holdStories(inside, { articleIds: [articleId], storyIds: [storable(membership.storyId)] });
    await inside.db
      .insertInto('story_profiles')
      .values({ ...row, profile: '' })
      .onConflict((conflict) => conflict.column('article_id').doNothing())
      .execute();
    const before = await held(
      inside,
      inside.db.selectFrom('story_profiles').selectAll().where('article_id', '=', articleId),
    ).executeTakeFirstOrThrow();
    const changes = before.profile === '' ? new Map([[ALL, 1]]) : await dropPostings(inside, before);
    await inside.db.updateTable('story_profiles').set(row).where('article_id', '=', articleId).execute();
    for (const batch of inBatches(terms.slice(0, POSTED))) {
      const rows = batch.map((term) => ({ term, at, article_id: articleId }));
      await inside.db.insertInto('story_terms').values(rows).execute();
    }
    await saveMembership(inside, membership);
    for (const term of terms) changes.set(term, (changes.get(term) ?? 0) + 1);
    await changeCounts(inside, changes);
    return changes;
  });
  forgetCounts(store, changed);
}

/** Forgets deleted articles. The memberships are the caller's. */
export async function removeProfiles(inside: Store, articleIds: readonly string[]): Promise<void> {
  const stored = inside.db.selectFrom('story_profiles').selectAll().where('article_id', 'in', articleIds);
  const changes = new Map<string, number>();
  for (const row of await held(inside, stored.orderBy('article_id')).execute()) {
    for (const [term, change] of await dropPostings(inside, row)) changes.set(term, (changes.get(term) ?? 0) + change);
    changes.set(ALL, (changes.get(ALL) ?? 0) - 1);
    await inside.db.deleteFrom('story_profiles').where('article_id', '=', row.article_id).execute();
  }
  await changeCounts(inside, changes);
}

/** @returns what this takes off the counters. */
async function dropPostings(inside: Store, row: StoryProfileRow): Promise<Map<string, number>> {
  const [profile] = readRows([row], toProfile);
  const terms = profile === undefined ? [] : termsOf(profile);
  for (const batch of inBatches(terms)) {
    await inside.db
      .deleteFrom('story_terms')
      .where('term', 'in', batch)
      .where('at', '=', row.at)
      .where('article_id', '=', row.article_id)
      .execute();
  }
  return new Map(terms.map((term) => [term, -1]));
}

/** Terms by which an article can be found: profiles have their most telling terms first, and a search asks for forty. */
const POSTED = 120;

function termsOf(profile: StoryProfile): string[] {
  const terms = new Set(Object.keys(profile.terms).map(keyOf));
  terms.delete(ALL);
  return [...terms];
}

export function toProfile(row: StoryProfileRow): StoryProfile {
  const before = known.get(row.article_id);
  // Taken out and put back, the oldest use stands first.
  known.delete(row.article_id);
  const profile = before?.text === row.profile ? inStory(before.profile, row.story_id) : readProfile(row);
  known.set(row.article_id, { text: row.profile, profile });
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  return profile;
}

/**
 * Profiles read before, by their text. While a news day comes in, each new article is held against sixty recent ones, mostly the
 * same again and again, and parsing them was a fifth of the time of placing. The text is compared, so a profile that another process
 * has replaced is never missed. The same profile is the same object, by which the matcher knows what it has prepared (prepare-profile.ts).
 */
const known = new Map<string, { text: string; profile: StoryProfile }>();
// 1,000 before. Half of them, and a larger log of writes: a first refresh of 10,000 articles took 998 s instead of 1,416, and 1,034 MiB
// at most instead of 1,246.
const MOST_KNOWN = 500;

function inStory(profile: StoryProfile, storyId: string | null): StoryProfile {
  return profile.storyId === (storyId ?? '') ? profile : { ...profile, storyId: storyId ?? '' };
}

function readProfile({ article_id, profile, story_id }: StoryProfileRow): StoryProfile {
  return { ...readJson(profile, profileShape, `story_profiles/${article_id}`), storyId: story_id ?? '' };
}
