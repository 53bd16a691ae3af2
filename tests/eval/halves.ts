import { createHash } from 'node:crypto';

export const HALVES = ['tuned', 'held-out'] as const;
export type Half = (typeof HALVES)[number];

/** Which half of a set a row belongs to: fixed by its id, so that what a list was tuned on is never what it is reported on. */
export function halfOf(id: string): Half {
  return (createHash('sha256').update(id).digest()[0] ?? 0) % 2 === 0 ? 'tuned' : 'held-out';
}
