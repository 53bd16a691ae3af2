import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refresh } from '#lib/pipeline';
import { makeDueNow } from '#lib/pipeline/due-now';
import { READING, recentReadings } from '#lib/pipeline/reading-progress';
import { subscribe } from '#lib/pipeline/subscribe';
import { countArticles } from '#lib/store/articles';
import { listFeeds } from '#lib/store/feeds';
import { stopJobs } from '#lib/store/jobs';
import { type Newsroom, openNewsroom, page, rss } from '../newsroom';
import { DIALECTS, freshStores } from '../store/fresh-store';
import { openTestPorts, type TestPorts } from './pipeline-ports';

const OUTLETS = 12;
const ITEMS = 2;
const PUBLISHED = 'Tue, 04 Mar 2025 09:00:00 GMT';

/** Texts with nothing in common, so that each founds a story of its own. */
function paragraphs(seed: number): string[] {
  const word = (at: number) => `w${(seed * 7919 + at * 104_729).toString(36)}`;
  return [0, 1, 2].map((part) => `${Array.from({ length: 22 }, (_, at) => word(part * 22 + at)).join(' ')} ended.`);
}

let newsroom: Newsroom;
/** Told of every article page before it is sent. */
let onPage: (count: number) => void | Promise<void>;

async function open(subscribeTo: TestPorts): Promise<void> {
  let pages = 0;
  onPage = () => undefined;
  newsroom = await openNewsroom();
  for (let outlet = 0; outlet < OUTLETS; outlet++) {
    const items = Array.from({ length: ITEMS }, (_, item) => ({
      title: `Report ${outlet} ${item}`,
      link: `${newsroom.url}/o${outlet}/${item}.html`,
      published: PUBLISHED,
    }));
    newsroom.put(`/o${outlet}/feed.xml`, { body: rss(`Outlet ${outlet}`, items), etag: `"${outlet}"` });
    for (const [item, { title }] of items.entries()) {
      const body = page(title, paragraphs(outlet * ITEMS + item));
      newsroom.put(`/o${outlet}/${item}.html`, async (_request, response) => {
        await onPage(++pages);
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        response.end(body);
      });
    }
    const id = `o${outlet}`;
    await subscribe(subscribeTo, { id, name: `Outlet ${outlet}`, sample: false }, `${newsroom.url}/${id}/feed.xml`);
  }
}

const asked = (pattern: RegExp) => newsroom.asked.map((each) => each.path).filter((path) => pattern.test(path));

describe.each(DIALECTS)('a refresh on %s that does not reach its end', (dialect) => {
  const { store, other } = freshStores(dialect);
  let ports: TestPorts;

  beforeEach(async () => {
    ports = openTestPorts(store());
    await open(ports);
  });
  afterEach(async () => {
    await newsroom.close();
  });

  const unplaced = async () => {
    const articles = await store().db.selectFrom('articles').select('id').execute();
    const placed = await store()
      .db.selectFrom('memberships')
      .select('article_id')
      .where('status', '<>', 'removed')
      .execute();
    const known = new Set(placed.map((row) => row.article_id));
    return articles.filter(({ id }) => !known.has(id));
  };

  it('stopped, it gives back what it has not read, and the next goes on without reading anything twice', async () => {
    const stopping = new AbortController();
    onPage = (count) => (count === 12 ? stopping.abort() : undefined);
    const first = await refresh(ports, { signal: stopping.signal });
    expect(first.stopped).toBe(true);
    expect(first.problems).toEqual([]);
    expect(await countArticles(store())).toBeLessThan(OUTLETS * ITEMS);
    const leases = await store().db.selectFrom('feeds').select('id').where('leased_by', 'is not', null).execute();
    expect(leases).toEqual([]);
    expect(await recentReadings(store(), ports.now())).toMatchObject([
      { state: 'stopped', progress: { feeds: first.feeds, total: OUTLETS } },
    ]);

    onPage = () => undefined;
    const second = await refresh(ports);
    expect(second.stopped).toBe(false);
    expect(second.articles.new + first.articles.new).toBe(OUTLETS * ITEMS);
    expect(await countArticles(store())).toBe(OUTLETS * ITEMS);
    expect(await unplaced()).toEqual([]);
    expect((await listFeeds(store())).every((feed) => feed.lastSuccessAt !== undefined)).toBe(true);
  });

  it('stopped from anywhere through the store, it ends soon and says so', async () => {
    // Pages answer only when the run has been told to stop: it must not wait for them.
    const held: (() => void)[] = [];
    onPage = () => new Promise<void>((resolve) => held.push(resolve));
    const running = refresh(ports);
    const seen = await until(async () => (await recentReadings(await other(), ports.now()))[0]);
    expect(seen).toMatchObject({ state: 'running', progress: { feeds: { read: 0 } } });
    expect(seen.progress.total).toBe(OUTLETS);
    expect(seen.progress.now.length).toBeGreaterThan(0);
    expect(await stopJobs(await other(), READING)).toBe(1);
    expect((await running).stopped).toBe(true);
    for (const go of held) go();
    expect(await recentReadings(store(), ports.now())).toMatchObject([{ state: 'stopped' }]);
  });

  it('two at the same time read no feed and no page twice', async () => {
    const second = openTestPorts(await other());
    try {
      const reports = await Promise.all([refresh(ports, { worker: 'a' }), refresh(second, { worker: 'b' })]);
      expect(reports[0].feeds.read + reports[1].feeds.read).toBe(OUTLETS);
      expect(asked(/feed\.xml$/)).toHaveLength(OUTLETS);
      expect(asked(/\.html$/)).toHaveLength(OUTLETS * ITEMS);
    } finally {
    }
  });

  it('one that is asked for while another is under way does not ask anew for what that one has read', async () => {
    const second = openTestPorts(await other());
    let asking: Promise<unknown> | undefined;
    onPage = async (count) => {
      if (count !== OUTLETS) return;
      await until(async () => (await recentReadings(store(), ports.now()))[0]);
      asking = makeDueNow(second).then(() => refresh(second, { worker: 'b' }));
    };
    await refresh(ports, { worker: 'a' });
    await asking;
    expect(asking).toBeDefined();
    expect(asked(/feed\.xml$/)).toHaveLength(OUTLETS);
  });

  it('a run that was killed is not taken for one that goes on', async () => {
    const stopping = new AbortController();
    onPage = (count) => (count === 6 ? stopping.abort() : undefined);
    await refresh(ports, { signal: stopping.signal });
    await store().db.updateTable('jobs').set({ state: 'running' }).execute();
    ports.advance(31);
    expect(await recentReadings(store(), ports.now())).toMatchObject([{ state: 'interrupted' }]);
    ports.advance(3600);
    expect(await recentReadings(store(), ports.now())).toEqual([]);
  });
});

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

// Starting a process takes seconds on a busy machine.
describe('a refresh in a process of its own', { timeout: 120_000 }, () => {
  const { store, address } = freshStores('sqlite');
  let ports: TestPorts;

  beforeEach(async () => {
    ports = openTestPorts(store());
    await open(ports);
  });
  afterEach(async () => {
    await newsroom.close();
  });

  function start() {
    const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli.ts', 'refresh'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        SYNOPTIC_HOME: address().SYNOPTIC_HOME,
        SYNOPTIC_ALLOW_PRIVATE_HOSTS: '1',
        SYNOPTIC_HOST_GAP_MS: '0',
        DATABASE_URL: '',
      },
    });
    const said = { out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => {
      said.out += chunk;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said.err += chunk;
    });
    return { child, said, ended: once(child, 'close') };
  }

  it('killed in the middle, it loses nothing: the next finds every article, once, in a story', async () => {
    const { child, ended } = start();
    // The later pages never come, so that it is in the middle when some articles are there.
    onPage = (count) => (count <= 8 ? undefined : new Promise<void>(() => {}));
    await until(async () => ((await countArticles(store())) >= 4 ? true : undefined));
    child.kill('SIGKILL');
    await ended;
    onPage = () => undefined;
    const before = await countArticles(store());
    expect(before).toBeLessThan(OUTLETS * ITEMS);

    // The clock of the test stands years back; the leases of the killed process end by the real one.
    ports.advance((Date.now() - Date.parse(ports.now())) / 1000 + 3600);
    await refresh(ports);
    expect(await countArticles(store())).toBe(OUTLETS * ITEMS);
    const placed = await store()
      .db.selectFrom('memberships')
      .select('article_id')
      .where('status', '<>', 'removed')
      .execute();
    expect(new Set(placed.map((row) => row.article_id)).size).toBe(OUTLETS * ITEMS);
    expect(
      await store().db.selectFrom('article_versions').select('version').where('version', '>', 1).execute(),
    ).toEqual([]);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    '%s ends it in order: a report, status 1, and what is left is due',
    async (signal) => {
      const { child, said, ended } = start();
      onPage = (count) => {
        if (count === 10) child.kill(signal);
      };
      expect((await ended)[0]).toBe(1);
      const report = JSON.parse(said.out) as { stopped: boolean; feeds: { read: number } };
      expect(report.stopped).toBe(true);
      expect(said.err).toMatch(/\d+ of \d+ feeds/);
      expect(said.err).toContain('stopped; what was not read is due');
      const due = (await listFeeds(store())).filter((feed) => feed.lastSuccessAt === undefined);
      expect(due.length).toBe(OUTLETS - report.feeds.read);
      const leases = await store().db.selectFrom('feeds').select('id').where('leased_by', 'is not', null).execute();
      expect(leases).toEqual([]);
    },
  );
});
