import { readFile } from 'node:fs/promises';
import { SynopticError } from '#lib/errors';
import { parseCodebook } from '#lib/framing/codebook';
import { codebooksById } from '#lib/pipeline/codebooks';
import type { Codebook } from '#lib/types';
import { type Given, need } from './usage';

export function batchOf(given: Given): string {
  return need(given.batch, '--batch FILE.jsonl');
}

/** `--codebook`: an id or a .json file; undefined without it, when the texts decide. */
export async function codebooksOf({ codebook: given }: Given): Promise<Codebook[] | undefined> {
  if (given === undefined) return undefined;
  if (!given.endsWith('.json')) return codebooksById([given]);
  let json: unknown;
  try {
    json = JSON.parse(await readFile(given, 'utf8'));
  } catch (cause) {
    const what = cause instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw new SynopticError('bad-codebook', `${given} ${what}.`, { subject: '--codebook', cause });
  }
  return [parseCodebook(json, given)];
}
