import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { SynopticError } from './errors';
import { type OutletList, outletFields, outletListSchema, toOutlet, toOutletList } from './outlet-list';
import type { Outlet } from './types';

// The folder is looked up when it is needed and not when this module loads, so that a test may stand somewhere else.
// Next's bundler must not trace it: data/ is read as files beside the server, never packed into it.
function dataPath(...parts: string[]): string {
  return path.join(/* turbopackIgnore: true */ process.cwd(), 'data', ...parts);
}

const sampleSchema = z.strictObject({ ...outletFields, sample: z.boolean() });

/**
 * The fictional outlets of data/samples, each with its feed at `https://<id>.example/feed.xml`.
 * @throws SynopticError `bad-input` naming the file when it is missing or not as described in data/README.md.
 */
export function readSampleOutlets(): Outlet[] {
  return readChecked(z.array(sampleSchema), 'samples', 'outlets.json').map(toOutlet);
}

/**
 * The real outlets that are known here with their feeds, and the packs they come in.
 * @throws SynopticError `bad-input` naming the file and what is wrong in it.
 */
export function readOutletList(): OutletList {
  return toOutletList(readChecked(outletListSchema, 'outlets.json'));
}

/**
 * Every codebook file as it stands, in order of file name; what is inside is for the framing stage to check.
 * @throws SynopticError `bad-json` naming the file that is not JSON.
 */
export function readCodebookFiles(): { file: string; json: unknown }[] {
  return listFiles('codebooks')
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({ file, json: readJson('codebooks', file) }));
}

/** One file below data/samples, bytes as stored; undefined when there is none. */
export function readSampleFile(...parts: string[]): Uint8Array | undefined {
  try {
    return readFileSync(dataPath('samples', ...parts));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The fonts of preview pictures, in order of file name; see data/fonts/README.md. */
export function readFontFiles(): { file: string; bytes: Uint8Array }[] {
  return listFiles('fonts')
    .filter((file) => file.endsWith('.ttf'))
    .map((file) => ({ file, bytes: readFileSync(dataPath('fonts', file)) }));
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(dataPath(folder)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function readChecked<T>(schema: z.ZodType<T>, ...parts: string[]): T {
  const file = `data/${parts.join('/')}`;
  const parsed = schema.safeParse(readJson(...parts));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = issue?.path.join('.') ?? '';
  throw new SynopticError('bad-input', `${file}: ${place}: ${issue?.message ?? 'not usable'}`, { subject: file });
}

function readJson(...parts: string[]): unknown {
  const file = `data/${parts.join('/')}`;
  let text: string;
  try {
    text = readFileSync(dataPath(...parts), 'utf8');
  } catch (cause) {
    const message = `${file} could not be read. Start Synoptic from its own folder, the one that holds data/.`;
    throw new SynopticError('bad-input', message, { subject: file, cause });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SynopticError('bad-json', `${file} is not valid JSON.`, { subject: file, cause });
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
