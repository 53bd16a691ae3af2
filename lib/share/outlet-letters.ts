import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Who stands behind a letter. */
export type Lettered = { outletId: string; letter: string };

/**
 * Letters for outlets, A first. Their order is that of a hash with a key: by name it would be the alphabet's and give a
 * part of the names away, by chance it would differ from view to view and from one export to the next.
 *
 * @param key the comparison's id; who knows it can open the comparison with its names anyway
 */
export function lettersOf(outletIds: readonly string[], key: string): Lettered[] {
  const hash = (id: string) => bytesToHex(hmac(sha256, utf8ToBytes(key), utf8ToBytes(id)));
  return [...new Set(outletIds)]
    .map((outletId) => ({ outletId, hash: hash(outletId) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    .map(({ outletId }, at) => ({ outletId, letter: letterAt(at) }));
}

// 0 → A, 25 → Z, 26 → AA.
function letterAt(at: number): string {
  return (at >= 26 ? letterAt(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));
}
