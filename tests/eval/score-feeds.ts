import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { parseFeed } from '#lib/feed/parse-feed';
import { htmlToText } from '#lib/html';
import { tidy } from '#lib/text/normalize';
import type { Entry, Feed } from '#lib/types';

type Expected = {
  title?: string | null;
  link?: string | null;
  entry_count?: number | null;
  entries?: Record<string, Record<string, string | null>>;
};
type Case = { id: string; file: string; source: string; http?: Record<string, string>; expect: Expected };
export type Miss = { id: string; field: string; expected: unknown; got: unknown };

const FIELDS = ['title', 'link', 'published', 'updated'] as const;

/**
 * Share of expected fields that are right, and of feeds with every expected field right, over other parsers' own test feeds.
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
    .map((line): Case => JSON.parse(line));
  const folder = await mkdtemp(join(tmpdir(), 'synoptic-feeds-'));
  try {
    await promisify(execFile)('tar', ['-xzf', archive, '-C', folder]);
    return await scoreCases(cases, folder, onMiss);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function scoreCases(
  cases: readonly Case[],
  folder: string,
  onMiss: (miss: Miss) => void,
): Promise<Record<string, number>> {
  const tally = new Map<string, { right: number; all: number }>();
  const count = (name: string, isRight: boolean) => {
    const row = tally.get(name) ?? { right: 0, all: 0 };
    tally.set(name, { right: row.right + Number(isRight), all: row.all + 1 });
  };
  let slowestMs = 0;
  for (const each of cases) {
    const bytes = new Uint8Array(await readFile(join(folder, each.file)));
    const contentType = each.http?.['content-type'];
    const started = performance.now();
    const feed = await parseFeed(bytes, contentType === undefined ? {} : { contentType }).catch(
      (error: Error) => error,
    );
    slowestMs = Math.max(slowestMs, performance.now() - started);
    count('feeds read', !(feed instanceof Error));
    const checks = expectations(each.expect, feed instanceof Error ? undefined : feed);
    for (const { field, expected, got, isRight } of checks) {
      count('fields right', isRight);
      count(`fields right: ${each.source}`, isRight);
      count(`fields right: ${field.replace(/\d+\./, '')}`, isRight);
      if (!isRight) onMiss({ id: each.id, field, expected, got: feed instanceof Error ? feed.message : got });
    }
    if (checks.length > 0)
      count(
        'feeds right',
        checks.every((check) => check.isRight),
      );
    if (checks.length > 0)
      count(
        `feeds right: ${each.source}`,
        checks.every((check) => check.isRight),
      );
  }
  const rows = [...tally]
    .sort()
    .flatMap(([name, { right, all }]) => [[name, right / all] as const, [`${name} (n)`, all] as const]);
  return { ...Object.fromEntries(rows), 'slowest feed, ms': Math.round(slowestMs) };
}

type Check = { field: string; expected: unknown; got: unknown; isRight: boolean };

function expectations(expect: Expected, feed: Feed | undefined): Check[] {
  const checks: Check[] = [];
  const check = (field: string, expected: unknown, got: unknown, same: (a: string, b: string) => boolean) => {
    if (expected === null || expected === undefined) return;
    checks.push({ field, expected, got, isRight: same(String(expected), got === undefined ? '' : String(got)) });
  };
  check('title', expect.title, feed?.title, sameText);
  check('link', expect.link, feed?.link, sameAddress);
  check('entry_count', expect.entry_count, feed?.entries.length, (a, b) => a === b);
  for (const [index, fields] of Object.entries(expect.entries ?? {})) {
    const entry: Partial<Entry> = feed?.entries[Number(index)] ?? {};
    for (const name of FIELDS) {
      const same = name === 'title' ? sameText : name === 'link' ? sameAddress : sameInstant;
      check(`entries.${index}.${name}`, fields[name], entry[name], same);
    }
    check(`entries.${index}.id`, fields.id, entry.id, (a, b) => a === b);
    check(`entries.${index}.summary`, fields.summary, entry.summary, sameText);
  }
  return checks;
}

function sameText(expected: string, got: string): boolean {
  const plain = (text: string) => tidy(htmlToText(htmlToText(text)));
  return plain(expected) === plain(got);
}

function sameAddress(expected: string, got: string): boolean {
  return got === expected || (URL.canParse(expected) && new URL(expected).href === got);
}

function sameInstant(expected: string, got: string): boolean {
  return Date.parse(expected) === Date.parse(got);
}
