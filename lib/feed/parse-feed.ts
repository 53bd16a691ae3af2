import { decodeBytes } from '#lib/charset';
import { SynopticError } from '#lib/errors';
import type { Feed } from '#lib/types';
import { settleEntries } from './entries';
import { parseJsonFeed } from './json-feed';
import { parseXmlFeed } from './xml-feed';

export type ParseOptions = {
  /** Where the document was read: relative links are resolved against it. */
  url?: string;
  /** The Content-Type header. */
  contentType?: string;
};

export type ParseFeed = (body: Uint8Array, options?: ParseOptions) => Promise<Feed>;

/**
 * One feed of any format, damaged or not: RSS 0.9x/1.0/2.0, Atom 0.3/1.0, JSON Feed.
 * Every text in the answer is plain; every address absolute; every date in UTC. What had to be repaired or left out is told in
 * `problems`. Time and memory grow linearly with the size of the document.
 *
 * @throws SynopticError `empty-body`, `html-not-feed` (a web page instead), `not-a-feed`, `broken-feed` (beyond repair)
 */
export async function parseFeed(body: Uint8Array | string, options: ParseOptions = {}): Promise<Feed> {
  const text = typeof body === 'string' ? body.replace(/^\ufeff/, '') : decodeBytes(body, options.contentType).text;
  const beginning = text.slice(0, 1_000).trimStart();
  if (beginning === '' && text.trim() === '')
    throw new SynopticError('empty-body', 'The answer was empty: there is nothing to read at this address just now.');
  const { entries, ...feed } = /^[{[]/.test(beginning)
    ? parseJsonFeed(text, options.url)
    : await parseXmlFeed(text, options.url);
  return { ...feed, ...(await settleEntries(entries, feed.problems)) };
}
