import { readFile, writeFile } from 'node:fs/promises';
import { readConfig } from '#lib/config';
import { readOutletList } from '#lib/data-files';
import { SynopticError } from '#lib/errors';
import { refresh as refreshFeeds } from '#lib/pipeline';
import { makeDueNow } from '#lib/pipeline/due-now';
import { type OpenPorts, withOpenPorts } from '#lib/pipeline/ports';
import { subscribeAll, subscribePack, subscriptionsAsOpml } from '#lib/pipeline/subscribe';
import { work } from '#lib/pipeline/worker';
import { getArticles } from '#lib/store/articles';
import { backup as backupStore } from '#lib/store/backup';
import { listCorrections } from '#lib/store/corrections';
import { doctor as examine } from '#lib/store/doctor';
import { say, write } from './batch';
import { progressLine } from './progress-line';
import { type Given, need, statusOf, UsageError } from './usage';

const OUTLETS = 'outlets import FILE.opml, outlets export FILE.opml, outlets packs, or outlets add-pack ID';

export async function outlets({ words: [action, name] }: Given): Promise<number> {
  if (action === 'packs') return packs();
  const file = need(name, OUTLETS);
  if (action === 'import') {
    const opml = await textOf(file);
    return withPorts(async (ports) => {
      const { added, known, leftOut } = await subscribeAll(ports, opml);
      for (const { subject, reason } of leftOut) say(`left out: ${subject}: ${reason.message}`);
      await write({ added, known });
    });
  }
  if (action === 'add-pack') {
    return withPorts(async (ports) => {
      const { pack, added, known } = await subscribePack(ports, file);
      await write({ pack: pack.id, added, known });
    });
  }
  if (action !== 'export') throw new UsageError(OUTLETS);
  return withPorts(async (ports) => {
    const { opml, count } = await subscriptionsAsOpml(ports);
    await writeFile(file, opml);
    await write({ written: count });
  });
}

/** One line a correction, newest first, each article with address and headline, so that it means something elsewhere. */
export async function corrections(): Promise<number> {
  return withPorts(async ({ store }) => {
    for (const correction of await listCorrections(store)) {
      const articles = await getArticles(store, correction.articleIds);
      await write({
        ...correction,
        articles: articles.map(({ id, outletName, headline, url }) => ({ id, outlet: outletName, headline, url })),
      });
    }
  });
}

/** One line a shipped pack. */
async function packs(): Promise<number> {
  for (const { id, title, outlets } of readOutletList().packs) {
    await write({ id, title, outlets: outlets.length, feeds: outlets.flatMap(({ feeds }) => feeds).length });
  }
  return 0;
}

/**
 * Somebody typed it, so feeds are asked now (conditionally); with `--due`, only those whose time has come. How far it is stands on
 * standard error. The first interrupt stops it in order, and the report says so; a second one ends the process.
 */
export async function refresh({ due }: Given): Promise<number> {
  return withPorts(async (ports) => {
    const stopping = new AbortController();
    const stop = () => stopping.abort();
    process.once('SIGINT', stop).once('SIGTERM', stop);
    const line = progressLine(process.stderr);
    if (!due) await makeDueNow(ports);
    const { signal } = stopping;
    const report = await refreshFeeds(ports, { worker: `cli-${process.pid}`, signal, onProgress: line.show });
    line.end();
    if (report.stopped) say('stopped; what was not read is due, and the next refresh goes on with it');
    await write(report);
    return report.stopped ? 1 : statusOf(report.problems.length);
  });
}

export async function worker(): Promise<number> {
  return withPorts((ports) => work(ports, { onFeed: say }));
}

export async function backup({ words: [name] }: Given): Promise<number> {
  const file = need(name, 'backup FILE');
  return withPorts(({ store }) => backupStore(store, file));
}

export async function doctor(): Promise<number> {
  return withPorts(async ({ store }) => {
    const checks = await examine(store);
    await write({ checks });
    return statusOf(checks.filter((check) => !check.ok).length);
  });
}

function withPorts(work: (ports: OpenPorts) => Promise<unknown>): Promise<number> {
  return withOpenPorts(readConfig(), async (ports) => {
    const status = await work(ports);
    return typeof status === 'number' ? status : 0;
  });
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new SynopticError('bad-input', `The file ${file} cannot be read.`, { subject: 'file', cause });
  }
}
