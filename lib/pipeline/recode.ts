import { setImmediate as breathe } from 'node:timers/promises';
import { toReason } from '#lib/errors';
import { codebookHash } from '#lib/framing/codebook';
import { codingProgress, pruneCodings, uncodedArticles } from '#lib/store/codings';
import { createJob, getJob, type Job, updateJob } from '#lib/store/jobs';
import type { Store } from '#lib/store/open-store';
import { primaryTag } from '#lib/text/language-tags';
import type { Codebook } from '#lib/types';
import { CODED_AT_ONCE, codeArticles } from './code-articles';
import type { Ports } from './ports';

export const RECODING = 'recoding';

/** One job for each codebook's content: asked for again, it goes on where it was. */
export function recodingId(codebook: Codebook): string {
  return `recoding-${codebookHash(codebook).slice(0, 20)}`;
}

type RecodePorts = Pick<Ports, 'store' | 'coder' | 'now'>;

/** Opens the job, or takes up one that was stopped. @returns undefined when it is running already. */
export async function openRecoding(
  ports: RecodePorts,
  codebook: Codebook,
  silentMs: number,
): Promise<string | undefined> {
  const id = recodingId(codebook);
  const known = await getJob(ports.store, id);
  if (known && isUnderWay(known, ports.now(), silentMs)) return undefined;
  await createJob(ports.store, { id, kind: RECODING, at: ports.now(), payload: { codebook: codebook.id } });
  await updateJob(ports.store, id, { at: ports.now(), state: 'running' });
  return id;
}

/** A job nobody has heard of for this long has lost its process. */
export function isUnderWay({ state, updatedAt }: Job, now: string, silentMs: number): boolean {
  const isOpen = state === 'running' || state === 'stopping' || state === 'waiting';
  return isOpen && Date.parse(now) - Date.parse(updatedAt) <= silentMs;
}

/**
 * Counts every whole stored text of the codebook's language with it, and with the version before it where that was not counted
 * yet, so that the two can be compared. Stopped or killed at any point, the next run does what is left.
 */
export async function recodeStore(
  ports: RecodePorts,
  id: string,
  { codebook, before }: { codebook: Codebook; before?: Codebook },
): Promise<void> {
  const { store, now } = ports;
  try {
    const all = before === undefined ? [codebook] : [before, codebook];
    for (const each of all) {
      if (!(await recodeWith(ports, id, each))) {
        await updateJob(store, id, { at: now(), state: 'stopped' });
        return;
      }
    }
    await pruneCodings(store, codebook.id, all.map(codebookHash));
    await updateJob(store, id, { at: now(), state: 'done' });
  } catch (error) {
    await updateJob(store, id, { at: now(), state: 'failed', reason: toReason(error) });
    throw error;
  }
}

/** @returns false when it was asked to stop. */
async function recodeWith({ store, coder, now }: RecodePorts, job: string, codebook: Codebook): Promise<boolean> {
  const hash = codebookHash(codebook);
  const language = primaryTag(codebook.lang);
  for (let after = ''; ; ) {
    const ids = await uncodedArticles(store, { hash, language, after, limit: CODED_AT_ONCE });
    if (ids.length === 0) return true;
    after = ids.at(-1) ?? after;
    await codeArticles({ store, coder }, ids, codebook);
    const told = await updateJob(store, job, { at: now() });
    if (told?.state === 'stopping') return false;
    await breathe();
  }
}

/** How many texts there are to count with a codebook, and how many have been. */
export async function recodingProgress(store: Store, codebook: Codebook): Promise<{ coded: number; of: number }> {
  return codingProgress(store, codebookHash(codebook), primaryTag(codebook.lang));
}
