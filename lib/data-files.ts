import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { SynopticError } from './errors';
import type { Outlet } from './types';

// The folder is looked up when it is needed and not when this module loads, so that a test may stand somewhere else.
// Next's bundler must not trace it: data/ is read as files beside the server, never packed into it.
function dataPath(...parts: string[]): string {
  return path.join(/* turbopackIgnore: true */ process.cwd(), 'data', ...parts);
}

const outletSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case words joined by hyphens'),
  name: z.string().min(1),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be an ISO 3166 alpha-2 code')
    .optional(),
  language: z.string().min(2).optional(),
  homepage: z.url().optional(),
  sample: z.boolean(),
});

const defaultsSchema = z.strictObject({
  outlets: z.array(outletSchema),
  feeds: z.array(z.strictObject({ outletId: z.string(), url: z.url({ protocol: /^https?$/ }) })),
});

export type DefaultFeed = { outletId: string; url: string };

/**
 * The fictional outlets of data/samples, each with its feed at `https://<id>.example/feed.xml`.
 * @throws SynopticError `bad-input` naming the file when it is missing or not as described in data/README.md.
 */
export function readSampleOutlets(): Outlet[] {
  return readChecked(z.array(outletSchema), 'samples', 'outlets.json').map(withoutGaps);
}

/**
 * The real outlets that a new installation reads, and where.
 * @throws SynopticError `bad-input` naming the file, also when a feed names an outlet that is not in the list.
 */
export function readDefaultOutlets(): { outlets: Outlet[]; feeds: DefaultFeed[] } {
  const { outlets, feeds } = readChecked(defaultsSchema, 'outlets.json');
  const known = new Set(outlets.map((outlet) => outlet.id));
  const stray = feeds.find((feed) => !known.has(feed.outletId));
  if (stray) {
    const message = `data/outlets.json: the feed ${stray.url} names the outlet “${stray.outletId}”, which is not in the list of outlets.`;
    throw new SynopticError('bad-input', message, { subject: 'data/outlets.json' });
  }
  return { outlets: outlets.map(withoutGaps), feeds };
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

// Zod gives `country?: string | undefined`; the shapes of types.ts know absent and nothing else.
function withoutGaps(outlet: z.output<typeof outletSchema>): Outlet {
  const { id, name, sample, country, language, homepage } = outlet;
  return {
    id,
    name,
    ...(country === undefined ? {} : { country }),
    ...(language === undefined ? {} : { language }),
    ...(homepage === undefined ? {} : { homepage }),
    sample,
  };
}
