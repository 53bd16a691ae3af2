import { SynopticError } from '../errors';
import { storable } from './columns';

/** Where a list goes on: the sort key of the last row shown, as one opaque word that fits into an address. */
export function toCursor(at: string, id: string): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

/** @throws SynopticError `bad-input` when the word was not made by `toCursor`. */
export function fromCursor(cursor: string): { at: string; id: string } {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && typeof key[0] === 'string' && typeof key[1] === 'string') {
      const [at, id] = key;
      // Made here, it comes out as it went in: not so one that was cut, mended or written by hand.
      if (toCursor(storable(at), storable(id)) === cursor) return { at, id };
    }
  } catch {
    // Said below, as for every other word that is no cursor.
  }
  throw new SynopticError('bad-input', 'cursor must be the nextCursor of the page before.', { subject: 'cursor' });
}
