import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { parseFeed } from '#lib/feed/parse-feed';
import type { Feed } from '#lib/types';
import { checkFeed, type FeedCase } from './feed-expectations';
import { scoreInjured } from './injured-feeds';

export type Miss = { id: string; half: string; field: string; expected: unknown; got: unknown };

/** Where feedparser's own tests are served: some of their relative addresses are expected to lead there. */
const SERVED_AT = 'http://127.0.0.1:8097/tests/';

/** What a reader sees at once: how many entries, their headlines, links and dates. `feeds perfect` counts these alone. */
const PLAIN = /^(?:entry_count|(?:entries\.)?(?:title|link)|entries\.(?:published|updated))$/;

/**
 * Share of expected fields that are right, and of feeds with every expected field right, over other parsers' own test feeds;
 * also for either half of them, split by id: one to work on and one to check on.
 * @param dataDir folder that holds `feeds-dev/`; without it the answer is empty
 */
export async function scoreFeeds(
  dataDir: string,
  onMiss: (miss: Miss) => void = () => {},
): Promise<Record<string, number>> {
  const archive = join(dataDir, 'feeds-dev', 'feeds-dev.tar.gz');
  if (!existsSync(archive)) return {};
  const manifest = gunzipSync(await readFile(join(dataDir, 'feeds-dev', 'manifest.jsonl.gz'))).toString('utf8');
  const cases = manifest
    .split('\n')
    .filter(Boolean)
    .map((line): FeedCase => JSON.parse(line));
  const folder = await mkdtemp(join(tmpdir(), 'synoptic-feeds-'));
  try {
    await promisify(execFile)('tar', ['-xzf', archive, '-C', folder]);
    return await scoreCases(cases, folder, onMiss);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function scoreCases(
  cases: readonly FeedCase[],
  folder: string,
  onMiss: (miss: Miss) => void,
): Promise<Record<string, number>> {
  const tally = new Map<string, { right: number; all: number }>();
  const count = (name: string, isRight: boolean) => {
    const row = tally.get(name) ?? { right: 0, all: 0 };
    tally.set(name, { right: row.right + Number(isRight), all: row.all + 1 });
  };
  let slowestMs = 0;
  const read: { each: FeedCase; bytes: Uint8Array; feed: Feed }[] = [];
  for (const each of cases) {
    const half = halfOf(each.id);
    const bytes = new Uint8Array(await readFile(join(folder, each.file)));
    const started = performance.now();
    const feed = await parseFeed(bytes, optionsOf(each)).catch((error: Error) => error);
    slowestMs = Math.max(slowestMs, performance.now() - started);
    count('feeds read', !(feed instanceof Error));
    if (!(feed instanceof Error)) read.push({ each, bytes, feed });
    const checks = await checkFeed(each, feed instanceof Error ? undefined : feed, bytes, folder);
    for (const { kind, place, expected, got, isRight } of checks) {
      for (const name of ['', `: ${each.source}`, `: ${kind}`, `, ${half}`]) count(`fields right${name}`, isRight);
      if (!isRight)
        onMiss({ id: each.id, half, field: place, expected, got: feed instanceof Error ? feed.message : got });
    }
    if (checks.length === 0) continue;
    const isPerfect = checks.every((check) => check.isRight);
    for (const name of ['', `: ${each.source}`, `: ${each.group.split('/')[0] || 'whole real feeds'}`, `, ${half}`])
      count(`feeds right${name}`, isPerfect);
    const plain = checks.filter(({ kind }) => PLAIN.test(kind));
    for (const name of plain.length === 0 ? [] : ['', `, ${half}`])
      count(
        `feeds perfect${name}`,
        plain.every((check) => check.isRight),
      );
  }
  const rows = [...tally]
    .sort()
    .flatMap(([name, { right, all }]) => [[name, right / all] as const, [`${name} (n)`, all] as const]);
  return { ...Object.fromEntries(rows), ...(await scoreInjured(read)), 'slowest feed, ms': Math.round(slowestMs) };
}

function optionsOf({ id, source, http }: FeedCase): { url?: string; contentType?: string } {
  const contentType = http?.['content-type'];
  return {
    ...(source === 'feedparser' ? { url: SERVED_AT + id } : {}),
    ...(contentType === undefined ? {} : { contentType }),
  };
}

/** Stable for an id, whatever else is in the set. */
function halfOf(id: string): 'worked on' | 'held out' {
  const byte = createHash('sha256').update(id).digest()[0] ?? 0;
  return byte % 2 === 0 ? 'worked on' : 'held out';
}
