import { decodeBytes } from '#lib/charset';
import type { Extracted } from '#lib/types';
import { extractArticle } from './extract-article';

export type ExtractionInput = {
  bytes: Uint8Array;
  /** Value of the Content-Type header. */
  contentType?: string;
  url?: string;
  feedText?: string;
};

/** Bytes as received → article: what runs inside the worker. */
export function answer({ bytes, contentType, ...options }: ExtractionInput): Extracted {
  return extractArticle(decodeBytes(bytes, contentType).text, options);
}
