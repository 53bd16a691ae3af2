import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { SynopticError } from '#lib/errors';
import type { Comparison, FrozenDocument, ViewState } from '#lib/types';
import { frozenSchema } from './frozen-schema';

export type Frozen = { id: string; json: string };

/**
 * Comparison + view → the document that never changes and the short id its content gives it.
 * Canonical JSON (RFC 8785) → SHA-256 → first 80 bits in Crockford base 32, 16 signs: "the same thing" is the same link
 * on every installation, and 80 bits keep accidental collisions out of reach (a billion documents: one in a million).
 */
export function shareLink(comparison: Comparison, view: ViewState): Frozen {
  const document: FrozenDocument = { schema: 'frozen/1', comparison, view };
  const json = canonicalJson(document);
  return { id: frozenId(json), json };
}

/** RFC 8785: keys sorted, numbers and texts written in one way only. */
export function canonicalJson(value: unknown): string {
  const json = canonicalize(value);
  if (json === undefined) throw new SynopticError('internal', 'The comparison could not be written as JSON.');
  return json;
}

export function frozenId(json: string): string {
  return crockford(sha256(utf8ToBytes(json)).subarray(0, 10));
}

/**
 * Opens a frozen document and checks every shape in it, so that what is imported can be shown.
 * @throws SynopticError `bad-json` when it is not JSON, `import-refused` naming the first field that does not fit.
 */
export function readFrozen(json: string): FrozenDocument {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new SynopticError('bad-json', 'This is not JSON. Choose a file that was exported by Synoptic.', { cause });
  }
  if (isExcerpt(value)) {
    throw new SynopticError(
      'import-refused',
      'This is an excerpt: passages of the texts, not the texts, so it cannot have the id of the whole. Ask the owner of the installation it comes from to export the comparison.',
      { subject: 'schema' },
    );
  }
  const parsed = frozenSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = issue?.path.map(String).join('.') || 'document';
    throw new SynopticError(
      'import-refused',
      `This is not a comparison exported by Synoptic: ${field}: ${issue?.message ?? 'unexpected'}.`,
      { subject: field },
    );
  }
  return value as FrozenDocument;
}

function isExcerpt(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'schema' in value && value.schema === 'frozen-excerpt/1';
}

/**
 * An exported document (any spacing, any key order) → the document as it is stored, under the id it had where it was made.
 * @throws SynopticError as `readFrozen`.
 */
export function importFrozen(json: string): Frozen {
  const { comparison, view } = readFrozen(json);
  return shareLink(comparison, view);
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

function crockford(bytes: Uint8Array): string {
  let signs = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      signs += ALPHABET[(held >> bits) & 31];
      held &= (1 << bits) - 1;
    }
  }
  return signs;
}
