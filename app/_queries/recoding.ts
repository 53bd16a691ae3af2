import { codebookHash } from '#lib/framing/codebook';
import { codebookAt, codebookHistory } from '#lib/pipeline/codebooks-in-force';
import { isUnderWay, openRecoding, recodeStore, recodingId, recodingProgress } from '#lib/pipeline/recode';
import { type CodeOverStore, codesOverStore } from '#lib/pipeline/recoded-codes';
import { listCodings } from '#lib/store/codings';
import { getJob, stopJob } from '#lib/store/jobs';
import type { Store } from '#lib/store/open-store';
import type { Codebook, Reason } from '#lib/types';
import { needWrite } from './permission';
import { ports } from './ports';

/** A job that tells of each slice is silent for long only when its process is gone. */
const SILENT_MS = 30_000;

export type Recoding = {
  state: 'never' | 'running' | 'stopping' | 'stopped' | 'interrupted' | 'done' | 'failed';
  reason?: Reason;
  coded: number;
  of: number;
};

export type RecodedStore = Recoding & {
  codebook: Codebook;
  /** The version it is compared with. */
  before?: Codebook;
  codes: CodeOverStore[];
};

/** How far the counting of all stored texts with the codebook in force is, and what it gave; totals only while nothing is going on. @throws SynopticError `unknown-id` */
export async function recodedStore(id: string): Promise<RecodedStore> {
  const { store } = await ports();
  const { codebook, before } = await pairOf(store, id);
  const recoding = await recodingOf(id);
  // Totals over thousands of rows are added up once at the end, and not each second for a reader who watches the bar.
  const isGoing = recoding.state === 'running' || recoding.state === 'stopping';
  const [after, was] = await Promise.all([
    isGoing ? [] : listCodings(store, codebookHash(codebook)),
    isGoing || before === undefined ? [] : listCodings(store, codebookHash(before)),
  ]);
  return {
    ...recoding,
    codebook,
    ...(before === undefined ? {} : { before }),
    codes: codesOverStore(codebook, after, was),
  };
}

/** @throws SynopticError `unknown-id` */
export async function recodingOf(id: string): Promise<Recoding> {
  const { store, now } = await ports();
  const codebook = await codebookAt(store, id);
  const [job, progress] = await Promise.all([getJob(store, recodingId(codebook)), recodingProgress(store, codebook)]);
  return {
    ...progress,
    state: 'never',
    ...(job === undefined ? {} : { state: stateOf(job, now()), ...reasonOf(job) }),
  };
}

/** Starts counting, or goes on with it, after the answer is sent; the page watches. @throws SynopticError `not-allowed`, `unknown-id` */
export async function startRecoding(id: string): Promise<void> {
  await needWrite();
  const open = await ports();
  const pair = await pairOf(open.store, id);
  const job = await openRecoding(open, pair.codebook, SILENT_MS);
  if (job === undefined) return;
  void recodeStore(open, job, pair).catch((error: unknown) => console.error(error));
}

/** @throws SynopticError `not-allowed`, `unknown-id` */
export async function stopRecoding(id: string): Promise<void> {
  await needWrite();
  const { store } = await ports();
  await stopJob(store, recodingId(await codebookAt(store, id)));
}

/** The codebook in force, and the version before it with other content. */
async function pairOf(store: Store, id: string): Promise<{ codebook: Codebook; before?: Codebook }> {
  const codebook = await codebookAt(store, id);
  const hash = codebookHash(codebook);
  const line = (await codebookHistory(store, id))
    .filter((each) => each.kind !== 'withdrawn' && each.hash !== hash)
    .at(-1);
  return line === undefined ? { codebook } : { codebook, before: await codebookAt(store, id, line.number) };
}

type Job = NonNullable<Awaited<ReturnType<typeof getJob>>>;

function stateOf(job: Job, now: string): Recoding['state'] {
  const { state } = job;
  if (state === 'done' || state === 'failed' || state === 'stopped') return state;
  if (!isUnderWay(job, now, SILENT_MS)) return 'interrupted';
  return state === 'stopping' ? 'stopping' : 'running';
}

function reasonOf({ reason, state }: Job): { reason?: Reason } {
  return reason === undefined || state !== 'failed' ? {} : { reason };
}
