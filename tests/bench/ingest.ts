import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import Parser from 'rss-parser';
import { readConfig } from '#lib/config';
import { parseOpml } from '#lib/feed/opml';
import { openHttp } from '#lib/http';
import { type RefreshReport, refresh } from '#lib/pipeline';
import { eachAtOnce } from '#lib/pipeline/at-once';
import { makeDueNow } from '#lib/pipeline/due-now';
import { type OpenPorts, openPorts } from '#lib/pipeline/ports';
import { subscribe } from '#lib/pipeline/subscribe';
import { countArticles } from '#lib/store/articles';
import { countStories } from '#lib/store/stories';

/**
 * `npm run bench -- ingest [--outlets 1000] [--items 10]`: a news day read over real HTTP on loopback: everything new,
 * nothing new (five times, turn about with the yardstick), and nothing new with one feed in twenty spoilt. `--opml URL` reads the feeds of a newsroom that runs already.
 *
 * The yardstick is a loop that fetches the same feeds through the same door, as many at a time, and hands them to rss-parser: no
 * conditional requests, no store, nothing else.
 */
const SPOILT_SHARE = 0.05;
const AT_ONCE = 24;

/** Turn about with what it is compared with, since a machine is not equally busy for an hour: single turns gave .9 to 1.5 for one program. */
const ROUNDS = 5;

export async function measureIngest(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      outlets: { type: 'string', default: '1000' },
      items: { type: 'string', default: '10' },
      opml: { type: 'string' },
    },
  });
  const home = mkdtempSync(path.join(tmpdir(), 'synoptic-bench-'));
  const config = readConfig({
    ...(process.env.DATABASE_URL === undefined ? {} : { DATABASE_URL: process.env.DATABASE_URL }),
    SYNOPTIC_HOME: home,
    SYNOPTIC_ALLOW_PRIVATE_HOSTS: '1',
    SYNOPTIC_HOST_GAP_MS: '0',
  });
  const played = values.opml === undefined ? await play(values.outlets, values.items) : undefined;
  const feeds = played?.feeds ?? (await fromOpml(values.opml ?? ''));
  const ports = await openPorts(config);
  try {
    for (const { id, url } of feeds) await subscribe(ports, { id, name: id, sample: false }, url);
    say(`${feeds.length} feeds, ${config.DATABASE_URL === undefined ? 'SQLite' : 'PostgreSQL'}`);
    await phase(ports, 'first refresh', played);
    const ratios: Took[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const bare = await measured('bare rss-parser loop', () => bareLoop(config, feeds));
      await makeDueNow(ports);
      const second = await phase(ports, 'second refresh, nothing new', played);
      ratios.push({ seconds: second.seconds / bare.seconds, cpu: second.cpu / bare.cpu });
    }
    say(`second refresh against the bare loop, median of ${ROUNDS} turns (least to most):`);
    say(
      `  ${spread(ratios.map(({ seconds }) => seconds))} the time, ${spread(ratios.map(({ cpu }) => cpu))} the processor time`,
    );
    const spoilt = await played?.spoil();
    if (spoilt !== undefined) {
      await makeDueNow(ports);
      await phase(ports, `third refresh, ${spoilt.size} feeds spoilt`, played, spoilt);
    }
    say(`articles ${await countArticles(ports.store)}, stories of two or more ${await countStories(ports.store, 2)}`);
    say(`peak memory of this process: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
  } finally {
    await ports.close();
    played?.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

type FeedAt = { id: string; url: string };
type Played = { feeds: FeedAt[]; sent(): Promise<number>; spoil(): Promise<Set<string>>; stop(): void };

async function phase(
  ports: OpenPorts,
  name: string,
  played: Played | undefined,
  spoilt = new Set<string>(),
): Promise<Took> {
  const before = (await played?.sent()) ?? 0;
  let healthyAt = 0;
  const from = performance.now();
  let report: RefreshReport | undefined;
  const took = await measured(name, async () => {
    report = await refresh(ports, {
      worker: 'bench',
      onFeed: (message) => {
        if (!spoilt.has(message.slice(0, message.indexOf(': ')))) healthyAt = performance.now() - from;
      },
    });
  });
  if (!report) return took;
  const { feeds, articles, problems } = report;
  const asked = feeds.read + feeds.unchanged + feeds.failed + feeds.retired;
  const bytes = ((await played?.sent()) ?? 0) - before;
  say(`  feeds ${JSON.stringify(feeds)} articles ${JSON.stringify(articles)}`);
  say(
    `  ${(asked / took.seconds).toFixed(1)} feeds/s, ${(articles.new / took.seconds).toFixed(1)} articles/s, ${(bytes / 1e6).toFixed(1)} MB received`,
  );
  if (spoilt.size === 0) return took;
  const hurt = problems.filter(({ subject }) => !spoilt.has(subject));
  say(
    `  the healthy feeds were done after ${(healthyAt / 1000).toFixed(1)} s; problems of healthy feeds: ${hurt.length}`,
  );
  const codes = problems.map(({ reason }) => reason.code).sort();
  say(
    `  reasons: ${[...new Set(codes)].map((code) => `${code} ${codes.filter((each) => each === code).length}`).join(', ')}`,
  );
  return took;
}

type Took = { seconds: number; cpu: number };

/** The median and its ends: [1.3, 1.1, 1.5] is "1.30 × (1.10 to 1.50)". */
function spread(ratios: readonly number[]): string {
  const sorted = [...ratios].sort((one, other) => one - other).map((ratio) => ratio.toFixed(2));
  return `${sorted[sorted.length >> 1]} × (${sorted[0]} to ${sorted.at(-1)})`;
}

/** Prints how long it took, and the highest memory seen meanwhile. */
async function measured(name: string, work: () => Promise<unknown>): Promise<Took> {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const timer = setInterval(look, 50);
  const from = performance.now();
  const cpuBefore = process.cpuUsage();
  await work();
  const seconds = (performance.now() - from) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const cpu = (user + system) / 1e6;
  look();
  clearInterval(timer);
  say(`${name}: ${seconds.toFixed(2)} s (${cpu.toFixed(2)} s of processor), ${(peak / 1e6).toFixed(0)} MB at most`);
  return { seconds, cpu };
}

async function bareLoop(config: ReturnType<typeof readConfig>, feeds: readonly FeedAt[]): Promise<void> {
  const http = openHttp(config);
  await eachAtOnce(AT_ONCE, feeds, async ({ url }) => {
    const got = await http.get({ url, accept: 'feed' });
    if (got.outcome !== 'ok') throw new Error(`${url} could not be read`);
    await new Parser().parseString(new TextDecoder().decode(got.body));
  });
}

async function fromOpml(address: string): Promise<FeedAt[]> {
  const { outlets } = parseOpml(await (await fetch(address)).text());
  return outlets.map(({ xmlUrl }, index) => ({ id: `outlet-${index}`, url: xmlUrl }));
}

async function play(outlets: string, items: string): Promise<Played> {
  const arguments_ = ['--import', 'tsx', 'tests/bench/play-outlets.ts', '--outlets', outlets, '--items', items];
  const child = spawn(process.execPath, arguments_, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const { control, feeds } = JSON.parse((await lines.next()).value ?? '{}') as {
    control: string;
    feeds: { outlet: number; url: string }[];
  };
  const ask = async (what: string) => (await fetch(`${control}${what}`)).json() as Promise<Record<string, unknown>>;
  return {
    feeds: feeds.map(({ outlet, url }) => ({ id: `outlet-${outlet}`, url })),
    sent: async () => Number((await ask('/sent')).bytes),
    spoil: async () => {
      const spoilt = await ask(`/faults?share=${SPOILT_SHARE}`);
      return new Set(feeds.filter(({ outlet }) => `${outlet}` in spoilt).map(({ url }) => url));
    },
    stop: () => child.kill('SIGTERM'),
  };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
