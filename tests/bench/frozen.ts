import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compareStory } from '#lib/comparison/compare-story';
import { spineOf } from '#lib/comparison/spine';
import { textsOf } from '#lib/comparison/texts';
import { readConfig } from '#lib/config';
import { shippedCodebooks } from '#lib/pipeline/codebooks';
import { freezeComparison, openFrozen } from '#lib/pipeline/freeze';
import { excerptOf } from '#lib/share/excerpt';
import { exportFrozen } from '#lib/share/export/export-frozen';
import { SOFTWARE } from '#lib/software';
import { openStore } from '#lib/store/open-store';
import type { Comparison } from '#lib/types';
import { inventStory } from './invented-story';

const AT = '2025-03-04T12:00:00Z';
/** So many are compared for real; the others are these under another title, which is another document with an id of its own. */
const DISTINCT = 10;
const OPENED = 200;

/** `npm run bench -- frozen`: what a store of frozen comparisons of ten outlets each costs. `--count 1000`, `--paragraphs 25`. */
export async function measureFrozen(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { count: { type: 'string', default: '1000' }, paragraphs: { type: 'string', default: '25' } },
  });
  const [count, paragraphs] = [Number(values.count), Number(values.paragraphs)];
  const home = mkdtempSync(path.join(tmpdir(), 'synoptic-frozen-'));
  const store = await openStore(readConfig({ SYNOPTIC_HOME: home }));
  try {
    const made = Array.from({ length: Math.min(DISTINCT, count) }, (_, seed) => invent(seed + 1, paragraphs));
    const ids: string[] = [];
    const freezing: number[] = [];
    for (let at = 0; at < count; at++) {
      const comparison = { ...(made[at % made.length] as Comparison), title: `Invented story ${at}` };
      freezing.push(await timed(async () => ids.push(await freezeComparison(store, comparison, {}, AT))));
    }
    say(`freeze one of ${count} comparisons of ten outlets`, freezing);

    let bytes = 0;
    const opening: number[] = [];
    const drawing: number[] = [];
    const cutting: number[] = [];
    // Every seventh and so on, so that neighbours on disk are not read together.
    for (let at = 0; at < OPENED; at++) {
      const id = ids[(at * 7919) % ids.length] ?? '';
      let frozen: Awaited<ReturnType<typeof openFrozen>>;
      opening.push(
        await timed(async () => {
          frozen = await openFrozen(store, id);
        }),
      );
      const comparison = frozen?.document.comparison;
      if (!comparison) throw new Error(`${id} is not there`);
      bytes += frozen?.json.length ?? 0;
      drawing.push(await timed(async () => spineOf(textsOf(comparison))));
      cutting.push(await timed(async () => excerptOf(comparison, 40)));
    }
    say('open one (read, unpack, parse)', opening);
    say('the rows of its first view', drawing);
    say('cut it to excerpts', cutting);
    say(
      'all three, as a visitor opens one',
      opening.map((each, at) => each + (drawing[at] ?? 0) + (cutting[at] ?? 0)),
    );
    const [first] = ids;
    const opened = await openFrozen(store, first ?? '');
    if (opened) {
      const { document, json } = opened;
      const given = { ...opened, comparison: document.comparison, view: document.view, json: () => json };
      for (const format of ['html', 'md'] as const) {
        const times = [];
        for (let round = 0; round < 10; round++) times.push(await timed(async () => exportFrozen(given, format)));
        say(`export one as ${format}`, times);
      }
    }
    const onDisk = readdirSync(home).reduce((sum, file) => sum + statSync(path.join(home, file)).size, 0);
    const each = onDisk / count / 1024;
    process.stdout.write(
      `${(onDisk / 1024 / 1024).toFixed(0)} MiB on disk, ${each.toFixed(0)} KiB each (${(bytes / OPENED / 1024).toFixed(0)} KiB of JSON, ${(bytes / OPENED / 1024 / each).toFixed(1)} × as large)\n`,
    );
  } finally {
    await store.close();
    rmSync(home, { recursive: true, force: true });
  }
}

function invent(seed: number, paragraphs: number): Comparison {
  const codebooks = shippedCodebooks();
  return compareStory({
    title: 'Invented story',
    ...inventStory({ articles: 10, paragraphs, seed }),
    codebooks,
    software: SOFTWARE,
    settings: { reference: 'article-0', codebooks: codebooks.map(({ id }) => id), includePartial: false },
  });
}

// Of the processor, not of the wall: what else runs on the machine is not in it.
async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

function say(what: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
  process.stdout.write(`${what.padEnd(48)} p50 ${at(0.5).padStart(7)} ms   p95 ${at(0.95).padStart(7)} ms\n`);
}
