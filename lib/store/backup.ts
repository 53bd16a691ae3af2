import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { sql } from 'kysely';
import { SynopticError } from '../errors';
import type { Store } from './schema';

export { type Check, doctor } from './doctor';

/**
 * Copies the SQLite store to `file` while everyone goes on reading and writing: one consistent moment, compacted, and
 * under its name only when it is whole. (`VACUUM INTO` rather than the backup interface, which starts again whenever
 * another process writes.)
 *
 * @throws SynopticError `bad-input` when `file` exists already, cannot be written, or the store is PostgreSQL.
 */
export async function backup(store: Store, file: string): Promise<void> {
  if (store.dialect === 'postgres') {
    throw refused(file, 'This store is PostgreSQL: back it up with pg_dump "$DATABASE_URL" --format=custom --file=…');
  }
  if (existsSync(file)) throw refused(file, `${file} exists already. Choose another name, so that nothing is lost.`);
  const unfinished = `${file}.${randomUUID()}.part`;
  try {
    await sql`vacuum into ${unfinished}`.execute(store.db);
    await rename(unfinished, file);
  } catch (cause) {
    await rm(unfinished, { force: true });
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw refused(file, `The backup could not be written to ${file} (${detail}). Check folder and free space.`, cause);
  }
}

function refused(file: string, message: string, cause?: unknown): SynopticError {
  return new SynopticError('bad-input', message, { subject: file, cause });
}
