import { createHash } from 'node:crypto';
import { readSampleFile } from './data-files';
import type { Http, HttpRequest, HttpResult } from './http';

// `.example` is reserved (RFC 2606): no name below it will ever be somebody's server, so nothing real is shadowed here.
const HOST = /^([a-z0-9-]+)\.example$/;
const PAGE = /^\/([a-z0-9-]+)\.html$/;

/** True for addresses of the fictional outlets, which are answered from data/samples and never from the network. */
export function isSampleAddress(url: string): boolean {
  return URL.canParse(url) && HOST.test(new URL(url).hostname);
}

/**
 * A stand-in for the network that serves `https://<outlet-id>.example/feed.xml` and `/<story>.html` from data/samples.
 * It answers in the shapes of lib/http.ts, entity tags and 304 included, so that the sample stories take exactly the way
 * that fetched ones take and a reader who looks at them sees what the program does, not a prepared result.
 */
export function openSampleDoor(): Pick<Http, 'get'> {
  return { get: async (request) => answer(request) };
}

function answer({ url, etag }: HttpRequest): HttpResult {
  const body = isSampleAddress(url) ? find(new URL(url)) : undefined;
  if (!body) {
    return {
      outcome: 'failed',
      url,
      status: 404,
      reason: { code: 'not-found', message: `There is no sample at ${url}.` },
    };
  }
  const tag = `"${createHash('sha256').update(body.bytes).digest('hex').slice(0, 32)}"`;
  if (etag === tag) return { outcome: 'not-modified', url, etag: tag };
  return { outcome: 'ok', url, body: body.bytes, contentType: body.contentType, etag: tag };
}

function find({ hostname, pathname }: URL): { bytes: Uint8Array; contentType: string } | undefined {
  const outlet = HOST.exec(hostname)?.[1];
  if (outlet === undefined) return undefined;
  const story = PAGE.exec(pathname)?.[1];
  const isFeed = pathname === '/feed.xml';
  const bytes = isFeed
    ? readSampleFile('feeds', `${outlet}.xml`)
    : story === undefined
      ? undefined
      : readSampleFile(story, `${outlet}.html`);
  if (!bytes) return undefined;
  return { bytes, contentType: isFeed ? 'application/xml; charset=utf-8' : 'text/html; charset=utf-8' };
}
