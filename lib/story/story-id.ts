import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** A story is named after the article that founded it, so the same news gives the same address everywhere. */
export function storyIdOf(founder: string): string {
  return `s-${bytesToHex(sha256(utf8ToBytes(founder))).slice(0, 12)}`;
}
