import { createHash } from 'node:crypto';
import type { Paragraph } from '#lib/types';

/** Identity of a text: SHA-256 (hex) of headline and paragraphs. Times, bylines and counters do not make a new version. */
export function hashText(headline: string, paragraphs: readonly Pick<Paragraph, 'text'>[]): string {
  return createHash('sha256')
    .update([headline, ...paragraphs.map((each) => each.text)].join('\n'))
    .digest('hex');
}
