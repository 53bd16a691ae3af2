import type { QualityStatus, Timestamp } from '../types';
import { later, present, readJson, utc } from './columns';
import { held } from './dialect';
import type { Store, StoryRow } from './schema';
import { evidenceShape } from './shapes';

/** How much of a text was read, where that is not all. */
export const PARTS = ['partial', 'excerpt', 'blocked', 'failed'] as const satisfies QualityStatus[];

/** One outlet's line in a story's row. */
export type StoryHeadline = {
  articleId: string;
  outletId: string;
  outletName: string;
  headline: string;
  published?: Timestamp;
  /** Stands here by suggestion only. */
  suggested: boolean;
  quality?: (typeof PARTS)[number];
  /** All the outlet has here is nearly the text of this member, published earlier by another outlet. */
  copyOf?: string;
};

/**
 * Holds articles, and the stories they stand in or that are named, until the transaction ends; named stories that do
 * not exist are made. Who counts a story's members must hold it, or two articles arriving at once would each miss the
 * other. Articles first, then stories, each in the order of ids, so that two holders do not wait for each other.
 *
 * @returns their ids.
 */
export async function holdStories(
  inside: Store,
  { articleIds = [], storyIds = [] }: { articleIds?: readonly string[]; storyIds?: readonly string[] },
): Promise<string[]> {
  const wanted = new Set(storyIds);
  if (articleIds.length > 0) {
    const articles = inside.db.selectFrom('articles').select('id').where('id', 'in', articleIds).orderBy('id');
    await held(inside, articles).execute();
    const standing = inside.db.selectFrom('memberships').select('story_id').where('article_id', 'in', articleIds);
    for (const row of await standing.execute()) wanted.add(row.story_id);
  }
  const ids = [...wanted].sort();
  for (const id of ids) {
    if (storyIds.includes(id)) await holdOrCreate(inside, id);
    else await held(inside, inside.db.selectFrom('stories').select('id').where('id', '=', id)).execute();
  }
  return ids;
}

/** Works the rows of these stories out afresh. A story nobody stands in any more is deleted. The caller holds them. */
export async function refreshStories(inside: Store, storyIds: readonly string[]): Promise<void> {
  for (const id of storyIds) {
    const members = await standingMembers(inside, id);
    if (members.length === 0) await inside.db.deleteFrom('stories').where('id', '=', id).execute();
    else await inside.db.updateTable('stories').set(summarize(members)).where('id', '=', id).execute();
  }
}

/** Outlets with a text of their own: five that print one agency's text are one account of the event, told five times. */
export function independentOutlets(headlines: readonly Pick<StoryHeadline, 'copyOf'>[]): number {
  return headlines.filter((line) => line.copyOf === undefined).length;
}

/**
 * Where a story stands in the order of the first page: its latest article's time, and every doubling of its independent
 * outlets counts as 12 hours. Eight outlets yesterday noon stand beside one at midnight two nights on: wide coverage stays up for a day or
 * two, and nothing stays for a week. A fixed number instead of an age that grows, so that an index gives the order and a cursor keeps it.
 * The 12 hours are a choice, not a measurement.
 */
export function rankAt(sortAt: Timestamp, outlets: number): Timestamp {
  return utc(sortAt) === undefined ? '' : later(sortAt, DOUBLING_SECONDS * Math.log2(Math.max(1, outlets)));
}

const DOUBLING_SECONDS = 12 * 3600;

// The row may vanish between the two statements, when its last article is deleted at this moment: then it is made again.
async function holdOrCreate(inside: Store, id: string): Promise<void> {
  for (;;) {
    await inside.db
      .insertInto('stories')
      .values({ id, ...summarize([]) })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    const story = inside.db.selectFrom('stories').select('id').where('id', '=', id);
    if ((await held(inside, story).executeTakeFirst()) !== undefined) return;
  }
}

type Member = Awaited<ReturnType<typeof standingMembers>>[number];

async function standingMembers(inside: Store, storyId: string) {
  return inside.db
    .selectFrom('memberships')
    .leftJoin('articles', 'articles.id', 'memberships.article_id')
    .leftJoin('outlets', 'outlets.id', 'articles.outlet_id')
    .where('story_id', '=', storyId)
    .where('status', '<>', 'removed')
    .select([
      'status',
      'evidence',
      'article_id',
      'articles.id',
      'outlet_id',
      'outlet_name',
      'headline',
      'published',
      'quality_status',
      'sort_at',
    ])
    .select('outlets.sample')
    .orderBy('sort_at')
    .orderBy('article_id')
    .execute();
}

/**
 * Suggested members count as members: an article that stands here stands nowhere else, and would otherwise be seen
 * nowhere. How many outlets stand here beyond suggestion is counted beside, and each headline says which it is.
 */
function summarize(members: readonly Member[]): Omit<StoryRow, 'id'> {
  const times = members.flatMap(({ published }) => (published === null ? [] : (utc(published) ?? []))).sort();
  const headlines = headlinePerOutlet(members);
  const confirmed = members.filter((member) => member.status === 'confirmed');
  const titled = [...confirmed, ...members].find(({ headline }) => headline !== null && headline !== '');
  return {
    title: titled?.headline ?? '',
    sort_at: members.at(-1)?.sort_at ?? '',
    first_published: times[0] ?? null,
    last_published: times.at(-1) ?? null,
    outlet_count: headlines.length,
    confirmed_outlet_count: headlinePerOutlet(confirmed).length,
    article_count: members.length,
    sample: members.length > 0 && members.every(({ sample }) => sample === 1) ? 1 : 0,
    headlines: JSON.stringify(headlines),
    rank_at: rankAt(members.at(-1)?.sort_at ?? '', independentOutlets(headlines)),
  };
}

/** Outlets in alphabetical order, each with one article: a confirmed before a suggested, a full before a partial text, then the latest. */
function headlinePerOutlet(members: readonly Member[]): StoryHeadline[] {
  const best = new Map<string, { line: StoryHeadline; rank: number }>();
  const copied = sourcesOf(members);
  const own = new Set(members.filter((member) => !copied.has(member.article_id)).map((member) => member.outlet_id));
  for (const member of members) {
    const { id, outlet_id, outlet_name, headline, published, quality_status, status } = member;
    if (id === null || outlet_id === null || outlet_name === null || headline === null) continue;
    const suggested = status === 'suggested';
    const rank = (suggested ? 0 : 2) + (quality_status === 'full' ? 1 : 0);
    if ((best.get(outlet_id)?.rank ?? 0) > rank) continue;
    const source = own.has(outlet_id) ? undefined : copied.get(member.article_id);
    const line = { articleId: id, outletId: outlet_id, outletName: outlet_name, headline, suggested };
    const quality = PARTS.find((part) => part === quality_status) ?? null;
    const more = present({ published, quality, copyOf: source ?? null });
    best.set(outlet_id, { line: { ...line, ...more }, rank });
  }
  const lines = [...best.values()].map(({ line }) => line);
  return lines.sort((a, b) => ALPHABETICAL.compare(a.outletName, b.outletName) || (a.outletId < b.outletId ? -1 : 1));
}

/**
 * Article id → the member whose text it repeats. When the source has been parted from the story, the earliest of its copies
 * stands for it: the others repeat that one.
 */
function sourcesOf(members: readonly Member[]): Map<string, string> {
  const standing = new Set(members.map((member) => member.article_id));
  const heirs = new Map<string, string>();
  const sources = new Map<string, string>();
  for (const { evidence, article_id } of members) {
    const source = copyOfIn(evidence, article_id);
    if (source === undefined) continue;
    const there = standing.has(source) ? source : heirs.get(source);
    if (there === undefined) heirs.set(source, article_id);
    else sources.set(article_id, there);
  }
  return sources;
}

/** The member whose text this one repeats, as its membership has it. @throws SynopticError `damaged-row` */
export function copyOfIn(evidence: string, articleId: string): string | undefined {
  return readJson(evidence, evidenceShape, `memberships/${articleId}`)[0]?.copyOf;
}

const ALPHABETICAL = new Intl.Collator('en');
