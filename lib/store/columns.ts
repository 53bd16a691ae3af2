import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { SynopticError, toReason } from '../errors';
import type { Reason, Timestamp } from '../types';

/** How values become columns and columns become values. */

type Present<T> = { [K in keyof T as null extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as null extends T[K] ? K : never]?: NonNullable<T[K]>;
};

/** NULL columns become absent keys: {a: 1, b: null} → {a: 1}. */
export function present<T extends Record<string, unknown>>(row: T): Present<T> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Present<T>;
}

/**
 * Text as both databases can hold it. PostgreSQL refuses U+0000 and half surrogate pairs, which broken pages do contain;
 * SQLite would keep the first and change the second.
 */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}

export function storableOrNull(text: string | undefined): string | null {
  return text === undefined ? null : storable(text);
}

const LONGEST_KEY = 200;

/** A text as an index key: itself when short, else its SHA-256. PostgreSQL refuses index entries beyond about 2,700 bytes. */
export function keyOf(text: string): string {
  const clean = storable(text);
  return clean.length <= LONGEST_KEY ? clean : `sha256:${sha256(clean)}`;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The same instant in UTC with milliseconds, the form whose text order is time order; undefined when it is no time. */
export function utc(at: Timestamp): Timestamp | undefined {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

/** @throws SynopticError `bad-input` naming the field, when `at` is no time. */
export function requiredUtc(at: Timestamp, field: string): Timestamp {
  const time = utc(at);
  if (time !== undefined) return time;
  throw new SynopticError('bad-input', `${field} must be an ISO 8601 time, got ${JSON.stringify(at)}.`, {
    subject: field,
  });
}

/** @param seconds may be negative. */
export function later(at: Timestamp, seconds: number): Timestamp {
  return new Date(new Date(at).getTime() + seconds * 1000).toISOString();
}

/**
 * A JSON column, checked. `row` names it for the person who has to repair it: `articles/9f3c…`.
 * @throws SynopticError `damaged-row` when the text is not JSON or not of the expected shape.
 */
export function readJson<T>(text: string, schema: z.ZodType<T>, row: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw unreadable(row, 'is not JSON', cause);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw unreadable(row, `has ${issue?.message ?? 'an unknown shape'} at ${issue?.path.join('.') || 'its root'}`);
}

function unreadable(row: string, what: string, cause?: unknown): SynopticError {
  const advice = 'Restore it from a backup or delete it; `npm run synoptic -- doctor` lists all such rows.';
  return new SynopticError('damaged-row', `The stored row ${row} ${what}. ${advice}`, { subject: row, cause });
}

/** Told about each row that a list had to leave out. */
export type OnProblem = (reason: Reason) => void;

/** Reads every row that can be read; one broken row is reported and does not take the list with it. */
export function readRows<R, T>(rows: readonly R[], read: (row: R) => T, onProblem?: OnProblem): T[] {
  const values: T[] = [];
  for (const row of rows) {
    try {
      values.push(read(row));
    } catch (error) {
      if (!(error instanceof SynopticError)) throw error;
      onProblem?.(toReason(error));
    }
  }
  return values;
}

// Far below the parameter limits of either database (32,766 and 65,535) even with ten columns a row.
const BATCH = 1000;

export function inBatches<T>(items: readonly T[], size = BATCH): T[][] {
  const batches: T[][] = [];
  for (let at = 0; at < items.length; at += size) batches.push(items.slice(at, at + size));
  return batches;
}
