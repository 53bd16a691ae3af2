import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { z } from 'zod';
import { type ErrorBody, SynopticError, toErrorBody } from '#lib/errors';

export type BatchLine<T> = { id: string | null; line: number } & ({ ok: true; input: T } | ({ ok: false } & ErrorBody));

/**
 * Lines of a JSONL file (`-`: standard input), each checked against a schema. A bad line is a line with an error, never
 * the end of the batch; its id is kept when it can be read. Blank lines are passed over.
 */
export async function* readBatch<T>(file: string, schema: z.ZodType<T>): AsyncGenerator<BatchLine<T>> {
  if (file !== '-' && !existsSync(file))
    throw new SynopticError('bad-input', `There is no file ${file}.`, { subject: '--batch' });
  const lines = createInterface({
    input: file === '-' ? process.stdin : createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let line = 0;
  for await (const text of lines) {
    line++;
    if (text.trim() === '') continue;
    yield readLine(text, line, schema);
  }
}

function readLine<T>(text: string, line: number, schema: z.ZodType<T>): BatchLine<T> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { id: null, line, ok: false, error: { code: 'bad-json', message: `Line ${line} is not JSON.` } };
  }
  const id = idOf(value);
  const parsed = schema.safeParse(value);
  if (parsed.success) return { id, line, ok: true, input: parsed.data };
  const issue = parsed.error.issues[0];
  const field = issue?.path.map(String).join('.') || 'line';
  const message = `Line ${line}: ${field}: ${issue?.message ?? 'not usable'}.`;
  return { id, line, ok: false, error: { code: 'bad-input', message, subject: field } };
}

function idOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  return typeof value.id === 'string' || typeof value.id === 'number' ? String(value.id) : null;
}

/** Runs one line at a time through `work`; writes one line out for each, in order. Returns how many failed. */
export async function runBatch<T>(
  file: string,
  schema: z.ZodType<T>,
  work: (input: T) => Promise<object> | object,
): Promise<number> {
  let failed = 0;
  for await (const each of readBatch(file, schema)) {
    const result = each.ok ? await attempt(() => work(each.input)) : { error: each.error };
    if ('error' in result) failed++;
    await write({ id: each.id, ...result });
  }
  return failed;
}

async function attempt(work: () => Promise<object> | object): Promise<object> {
  try {
    return await work();
  } catch (error) {
    report(error);
    return toErrorBody(error);
  }
}

/** One JSON document a line on standard output; waits when the reader is slower. */
export async function write(value: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`))
    await new Promise((resolve) => process.stdout.once('drain', resolve));
}

export function say(message: string): void {
  process.stderr.write(`${message}\n`);
}

// A surprise keeps its details out of the answer but not away from the person at the terminal.
function report(error: unknown): void {
  if (!(error instanceof SynopticError)) say(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
