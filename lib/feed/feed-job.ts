import type { Feed } from '#lib/types';
import { type ParseOptions, parseFeed } from './parse-feed';

export type FeedInput = ParseOptions & { bytes: Uint8Array };

/** Bytes as received → feed: what runs inside the worker. @throws SynopticError as `parseFeed` */
export function answer({ bytes, ...options }: FeedInput): Promise<Feed> {
  return parseFeed(bytes, options);
}
