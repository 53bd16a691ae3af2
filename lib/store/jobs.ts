import { z } from 'zod';
import type { Reason, Timestamp } from '../types';
import { readJson, readRows, requiredUtc, storable } from './columns';
import { held } from './dialect';
import type { JobRow, Store } from './schema';
import { reasonShape } from './shapes';
import { inTransaction } from './transaction';

const stepStateShape = z.enum(['waiting', 'running', 'done', 'failed']);
/** stopping: somebody has asked whoever runs the job to stop. */
const stateShape = z.enum([...stepStateShape.options, 'stopping', 'stopped']);

export type JobState = z.output<typeof stateShape>;

const stepOutcomeShape = z.enum(['found', 'nothing', 'not-asked']);

export type JobStep = {
  name: string;
  state: z.output<typeof stepStateShape>;
  message?: string;
  reason?: Reason;
  /** What a source that was looked through gave; not-asked: left alone, for the reason in `message`. */
  outcome?: z.output<typeof stepOutcomeShape>;
};

/** Work that outlasts a request, with its progress; `payload` and `result` are JSON that only its kind understands. */
export type Job = {
  id: string;
  kind: string;
  createdAt: Timestamp;
  updatedAt: Timestamp;
  state: JobState;
  payload: unknown;
  steps: JobStep[];
  result?: unknown;
  /** Why the whole job failed. */
  reason?: Reason;
};

export type JobPatch = {
  at: Timestamp;
  state?: JobState;
  /** All steps anew. */
  steps?: JobStep[];
  /** One step, found by its name, else added: for steps that run side by side. */
  step?: JobStep;
  result?: unknown;
  reason?: Reason;
};

const stepsShape = z.array(
  z.object({
    name: z.string(),
    state: stepStateShape,
    message: z.string().exactOptional(),
    reason: reasonShape.exactOptional(),
    outcome: stepOutcomeShape.exactOptional(),
  }),
) satisfies z.ZodType<JobStep[]>;

const MOST_LISTED = 20;

/** A job begins `waiting` and without steps, unless steps are given. An id that exists already is left as it is. */
export async function createJob(
  store: Store,
  {
    id,
    kind,
    at,
    payload,
    steps = [],
  }: { id: string; kind: string; at: Timestamp; payload: unknown; steps?: JobStep[] },
): Promise<void> {
  const time = requiredUtc(at, 'at');
  const row: JobRow = {
    id: storable(id),
    kind: storable(kind),
    created_at: time,
    updated_at: time,
    state: 'waiting',
    payload: toJson(payload),
    steps: JSON.stringify(steps),
    result: null,
    reason: null,
  };
  await inTransaction(store, ({ db }) =>
    db
      .insertInto('jobs')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute(),
  );
}

/** @returns the job as it is now, or undefined when there is none (it was pruned). */
export async function updateJob(store: Store, id: string, patch: JobPatch): Promise<Job | undefined> {
  return inTransaction(store, async (inside) => {
    const stored = inside.db.selectFrom('jobs').selectAll().where('id', '=', storable(id));
    const row = await held(inside, stored).executeTakeFirst();
    if (row === undefined) return undefined;
    const next: JobRow = {
      ...row,
      updated_at: requiredUtc(patch.at, 'at'),
      state: patch.state ?? row.state,
      steps: JSON.stringify(nextSteps(toJob(row).steps, patch)),
      result: patch.result === undefined ? row.result : toJson(patch.result),
      reason: patch.reason === undefined ? row.reason : JSON.stringify(patch.reason),
    };
    await inside.db.updateTable('jobs').set(next).where('id', '=', row.id).execute();
    return toJob(next);
  });
}

export async function getJob(store: Store, id: string): Promise<Job | undefined> {
  const row = await store.db.selectFrom('jobs').selectAll().where('id', '=', storable(id)).executeTakeFirst();
  return row === undefined ? undefined : toJob(row);
}

/** Jobs of a kind touched since then, newest first. Damaged ones are passed over. */
export async function recentJobs(store: Store, kind: string, since: Timestamp): Promise<Job[]> {
  const rows = await store.db
    .selectFrom('jobs')
    .selectAll()
    .where('kind', '=', storable(kind))
    .where('updated_at', '>=', requiredUtc(since, 'since'))
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .limit(MOST_LISTED)
    .execute();
  return readRows(rows, toJob);
}

/** Asks every running job of a kind to stop; each does when it looks next. @returns how many were asked. */
export async function stopJobs(store: Store, kind: string): Promise<number> {
  const asked = await inTransaction(store, ({ db }) =>
    db
      .updateTable('jobs')
      .set({ state: 'stopping' })
      .where('kind', '=', storable(kind))
      .where('state', '=', 'running')
      .executeTakeFirst(),
  );
  return Number(asked.numUpdatedRows);
}

/** Asks one running job to stop. */
export async function stopJob(store: Store, id: string): Promise<void> {
  await inTransaction(store, ({ db }) =>
    db
      .updateTable('jobs')
      .set({ state: 'stopping' })
      .where('id', '=', storable(id))
      .where('state', '=', 'running')
      .execute(),
  );
}

/** Forgets jobs not touched since `before`: all of them, or those of a kind. */
export async function pruneJobs(store: Store, before: Timestamp, kind?: string): Promise<number> {
  const limit = requiredUtc(before, 'before');
  const gone = await inTransaction(store, ({ db }) => {
    const old = db.deleteFrom('jobs').where('updated_at', '<', limit);
    return (kind === undefined ? old : old.where('kind', '=', storable(kind))).executeTakeFirst();
  });
  return Number(gone.numDeletedRows);
}

function nextSteps(before: JobStep[], { steps, step }: JobPatch): JobStep[] {
  const kept = steps ?? before;
  if (step === undefined) return kept;
  return kept.some(({ name }) => name === step.name)
    ? kept.map((old) => (old.name === step.name ? step : old))
    : [...kept, step];
}

function toJson(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}

function toJob(row: JobRow): Job {
  const place = `jobs/${row.id}`;
  return {
    id: row.id,
    kind: row.kind,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    state: stateShape.catch('failed').parse(row.state),
    payload: readJson(row.payload, z.unknown(), place),
    steps: readJson(row.steps, stepsShape, place),
    ...(row.result === null ? {} : { result: readJson(row.result, z.unknown(), place) }),
    ...(row.reason === null ? {} : { reason: readJson(row.reason, reasonShape, place) }),
  };
}
