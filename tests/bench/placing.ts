import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { holdPlacing } from '#lib/store/memberships';
import { openStore, type Store } from '#lib/store/open-store';
import { openStoryIndex } from '#lib/store/story-index';
import { matchStory } from '#lib/story/match-stories';
import type { StoryArticle, StoryProfile } from '#lib/types';

/**
 * `npm run bench -- placing [--stored 100000]`: what placing one more article costs with 1,000 stored and with so many more, a
 * thousand a day; on PostgreSQL when DATABASE_URL names an empty database. The store is filled directly, with profiles of invented
 * texts; what is timed is the way an article goes in the product: search, weigh, write.
 */
const SMALL = 1_000;
const A_DAY = 1_000;
const WORDS = 40_000;
const LENGTH = 260;
const TIMED = 60;

export async function measurePlacing(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { stored: { type: 'string', default: '100000' } } });
  const large = Number(values.stored);
  const home = await mkdtemp(path.join(tmpdir(), 'synoptic-bench-'));
  const store = await openStore({ SYNOPTIC_HOME: home, DATABASE_URL: process.env.DATABASE_URL });
  try {
    await fill(store, 0, SMALL);
    const few = await measure(store, SMALL);
    say(`placing one article, ${SMALL} stored`, few);
    await fill(store, SMALL, large);
    const many = await measure(store, large);
    say(`placing one article, ${large} stored`, many);
    process.stdout.write(
      `ratio: ${(many.wall / few.wall).toFixed(2)} × in time, ${(many.processor / few.processor).toFixed(2)} × in processor time\n`,
    );
    process.stdout.write(`peak memory of this process: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB\n`);
  } finally {
    await store.close();
    await rm(home, { recursive: true, force: true });
  }
}

let seed = 20310304;
function chance(): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 4294967296;
}

const SYLLABLES = 'ba ke li mo nu ra si to vu we da fe gi ho ju ka le mi no pu'.split(' ');
function word(rank: number): string {
  let rest = rank + 400;
  let text = '';
  while (rest > 0) {
    text += SYLLABLES[rest % 20];
    rest = Math.floor(rest / 20);
  }
  return text;
}

/** Words as often as in real texts (Zipf), and for three articles in a row a dozen words of their event. */
function invent(number: number): StoryArticle {
  const event = Math.floor(number / 3);
  const own = Array.from({ length: 12 }, (_, at) => `${word((event * 12 + at) % WORDS)}x${event % 97}`);
  const text = Array.from({ length: LENGTH }, () =>
    chance() < 0.15 ? (own[Math.floor(chance() * own.length)] ?? '') : word(Math.floor(WORDS ** chance()) - 1),
  );
  return {
    id: `n${number}`,
    outlet: `outlet-${number % 60}`,
    language: 'en',
    published: new Date(Date.parse('2030-01-01T00:00:00Z') + (number / A_DAY) * 86_400_000).toISOString(),
    title: own.slice(0, 6).join(' '),
    text: text.join(' '),
  };
}

/** A profile as the product makes them, without what costs time to make and plays no part in finding it. */
function plainProfile({ id, outlet, published, title, text }: StoryArticle): Omit<StoryProfile, 'storyId'> {
  const counts = new Map<string, number>();
  for (const each of `${title} ${text}`.split(' ')) counts.set(each, (counts.get(each) ?? 0) + 1);
  // Invented words are longer the rarer they are, and a profile has its most telling terms first.
  const terms = [...counts].sort((a, b) => b[0].length - a[0].length);
  return {
    articleId: id,
    outlet,
    ...(published === undefined ? {} : { published }),
    language: 'en',
    terms: Object.fromEntries(terms),
    titleTerms: Object.fromEntries(title.split(' ').map((each) => [each, 1])),
    names: [],
    numbers: [],
    shingles: Array.from({ length: 200 }, (_, at) => at * 7919),
    actors: {},
    marks: [],
    pairs: Array.from({ length: 200 }, (_, at) => at * 104729),
    quoted: [],
    kind: 'report',
  };
}

async function fill(store: Store, from: number, to: number): Promise<void> {
  const counts = new Map<string, number>();
  const BATCH = 2_000;
  for (let start = from; start < to; start += BATCH) {
    const profiles = Array.from({ length: Math.min(BATCH, to - start) }, (_, at) => plainProfile(invent(start + at)));
    await store.db.transaction().execute(async (db) => {
      for (const profile of profiles) {
        const terms = Object.keys(profile.terms);
        for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
        const at = profile.published ?? '';
        const row = {
          article_id: profile.articleId,
          story_id: `s${profile.articleId}`,
          at,
          profile: JSON.stringify(profile),
        };
        await db.insertInto('story_profiles').values(row).execute();
        const list = JSON.stringify(terms.slice(0, 120));
        const each =
          store.dialect === 'postgres' ? sql`jsonb_array_elements_text(${list}::jsonb)` : sql`json_each(${list})`;
        await sql`insert into story_terms (term, at, article_id) select value, ${at}, ${profile.articleId} from ${each} as terms${store.dialect === 'postgres' ? sql`(value)` : sql``}`.execute(
          db,
        );
      }
    });
  }
  await store.db.transaction().execute(async (db) => {
    const rows = [...counts, ['', to - from] as const].map(([term, documents]) => ({ term, documents }));
    for (let at = 0; at < rows.length; at += 500) {
      await db
        .insertInto('term_counts')
        .values(rows.slice(at, at + 500))
        .onConflict((conflict) =>
          conflict
            .column('term')
            .doUpdateSet((eb) => ({ documents: eb('term_counts.documents', '+', eb.ref('excluded.documents')) })),
        )
        .execute();
    }
  });
}

/** Median milliseconds and processor milliseconds of one placement. */
type Cost = { wall: number; processor: number };

async function measure(store: Store, stored: number): Promise<Cost> {
  const walls: number[] = [];
  const processors: number[] = [];
  for (let at = 0; at < TIMED; at++) {
    // The third report of an event whose two others are stored, on the last day.
    const number = stored - 1 - 3 * at - ((stored - 1) % 3);
    const article = { ...invent(number), id: `late-${stored}-${at}`, outlet: 'outlet-late' };
    const from = performance.now();
    const cpu = process.cpuUsage();
    await holdPlacing(store, (inside) => matchStory(article, openStoryIndex(inside)));
    const used = process.cpuUsage(cpu);
    walls.push(performance.now() - from);
    processors.push((used.user + used.system) / 1000);
  }
  return { wall: median(walls), processor: median(processors) };
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function say(what: string, { wall, processor }: Cost): void {
  process.stdout.write(
    `${what.padEnd(42)} ${wall.toFixed(1).padStart(8)} ms, ${processor.toFixed(1).padStart(8)} ms of processor\n`,
  );
}
