import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readConfig } from '#lib/config';
import { SynopticError, toErrorBody } from '#lib/errors';
import { compareStoredStory } from '#lib/pipeline/compare-stored';
import { freezeComparison, importComparison, type OpenedFrozen, openFrozen } from '#lib/pipeline/freeze';
import { type OpenPorts, withOpenPorts } from '#lib/pipeline/ports';
import { excerptDocument } from '#lib/share/excerpt';
import { type ExportFormat, exportFiles, exportFrozen, formatNamed } from '#lib/share/export/export-frozen';
import type { Exportable } from '#lib/share/export/report';
import { canonicalJson } from '#lib/share/share-link';
import { listFrozen } from '#lib/store/comparisons';
import { getStory } from '#lib/store/stories';
import { say, write } from './batch';
import { type Given, need, statusOf, UsageError } from './usage';

/** One frozen comparison on standard output (a story is frozen first), or with `--all DIR` every one as files. */
export async function exportMany(given: Given): Promise<number> {
  const formats = (given.format ?? 'json').split(',').map((name) => formatNamed(name.trim()));
  if (given.all !== undefined) return exportAll(given, given.all, formats);
  const id = need(given.words[0], 'export ID, or export --all DIR');
  const [format, more] = formats;
  if (format === undefined || more !== undefined) throw new UsageError('one comparison is written in one format');
  return withOpenPorts(readConfig(), async (ports) => {
    const { body } = exportFrozen(exportable(await opened(ports, id), given), format, given.table);
    // The bytes the id is made from have no line break at their end; a terminal and a pipe of lines want one.
    process.stdout.write(body.endsWith('\n') ? body : `${body}\n`);
    return 0;
  });
}

const AT_ONCE = 100;

/** A damaged one is reported and the others are written. One line a comparison: `{id, files}` or `{id, error}`. */
async function exportAll(given: Given, folder: string, formats: readonly ExportFormat[]): Promise<number> {
  await mkdir(folder, { recursive: true });
  return withOpenPorts(readConfig(), async (ports) => {
    let failed = 0;
    let cursor: string | undefined;
    do {
      const page = await listFrozen(ports.store, { limit: AT_ONCE, ...(cursor === undefined ? {} : { cursor }) });
      for (const { id } of page.frozen) {
        try {
          const files = exportFiles(exportable(await opened(ports, id), given), formats);
          for (const { name, body } of files) await writeFile(path.join(folder, name), body);
          await write({ id, files: files.map(({ name }) => name) });
        } catch (error) {
          failed++;
          await write({ id, ...toErrorBody(error) });
        }
      }
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return statusOf(failed);
  });
}

/** The whole texts, since this is the owner's terminal; `--excerpts` writes what everybody else may have. */
function exportable({ id, frozenAt, json, document }: OpenedFrozen, { excerpts, url }: Given): Exportable {
  const address = url === undefined ? {} : { address: `${url.replace(/\/$/, '')}/c/${id}` };
  const whole = { id, frozenAt, comparison: document.comparison, view: document.view, json: () => json, ...address };
  if (!excerpts) return whole;
  const cut = excerptDocument(id, document, readConfig().SYNOPTIC_EXCERPT_WORDS);
  return { ...whole, comparison: cut.comparison, excerpt: cut.excerpt, json: () => canonicalJson(cut) };
}

async function opened(ports: OpenPorts, id: string): Promise<OpenedFrozen> {
  const { store, now } = ports;
  const frozen = await openFrozen(store, id);
  if (frozen) return frozen;
  if (!(await getStory(store, id))) throw unknown(id);
  const comparison = await compareStoredStory(ports, id, {}, now());
  const made = await freezeComparison(store, comparison, {}, now(), { again: true });
  say(`frozen as ${made}`);
  const found = await openFrozen(store, made);
  if (!found) throw unknown(made);
  return found;
}

function unknown(id: string): SynopticError {
  return new SynopticError('unknown-id', `There is no comparison and no story “${id}”.`, { subject: 'id' });
}

export async function importOne({ words: [name], again = false }: Given): Promise<number> {
  const file = need(name, 'import FILE');
  const json = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new SynopticError('bad-input', `The file ${file} cannot be read.`, { subject: 'file', cause });
  });
  return withOpenPorts(readConfig(), async ({ store, now }) => {
    await write({ id: await importComparison(store, json, now(), { again }) });
    return 0;
  });
}
