import { SynopticError } from '../errors';

/** Where a list goes on: the sort key of the last row shown, as one opaque word that fits into an address. */
export function toCursor(at: string, id: string): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

/** @throws SynopticError `bad-input` when the word was not made by `toCursor`. */
export function fromCursor(cursor: string): { at: string; id: string } {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && typeof key[0] === 'string' && typeof key[1] === 'string')
      return { at: key[0], id: key[1] };
  } catch {
    // Said below, as for every other word that is no cursor.
  }
  throw new SynopticError('bad-input', 'cursor must be the nextCursor of the page before.', { subject: 'cursor' });
}
