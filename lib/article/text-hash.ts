import { createHash } from 'node:crypto';
import type { Paragraph } from '#lib/types';
import { settleWording } from './settled-text';

/**
 * Identity of a wording: SHA-256 (hex) of headline and paragraphs without what changes by itself (times of updating, counters, the
 * kind of quotation marks). Two readings with one hash are one version.
 */
export function hashText(headline: string, paragraphs: readonly Pick<Paragraph, 'text'>[]): string {
  const texts = paragraphs.map((each) => each.text);
  return createHash('sha256').update(settleWording(headline, texts)).digest('hex');
}
