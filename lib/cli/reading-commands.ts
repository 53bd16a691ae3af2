import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { type Extractor, openExtractor } from '#lib/article/extract-in-worker';
import { readConfig } from '#lib/config';
import { SynopticError } from '#lib/errors';
import type { ParseFeed } from '#lib/feed/parse-feed';
import { openFeedParser } from '#lib/feed/parse-in-worker';
import { type Http, openHttp } from '#lib/http';
import type { Extracted } from '#lib/types';
import { runBatch, write } from './batch';
import { extractLine, feedLine } from './schemas';
import { type Given, need, statusOf } from './usage';

type Door = Pick<Http, 'get'>;
type Source = { file?: string | undefined; html?: string | undefined; url?: string | undefined };

/** Feeds and pages are taken apart in workers with a deadline: one hostile document must not end a batch. */
export async function feed(given: Given): Promise<number> {
  const http = openHttp(readConfig());
  const { parseFeed, close } = openFeedParser();
  try {
    if (given.batch !== undefined) {
      return statusOf(await runBatch(given.batch, feedLine, (line) => readFeed(line, http, parseFeed)));
    }
    await write(await readFeed(sourceOf(given, 'feed FILE or URL'), http, parseFeed));
    return 0;
  } finally {
    await close();
  }
}

export async function extract(given: Given): Promise<number> {
  const http = openHttp(readConfig());
  const extractor = openExtractor({});
  try {
    if (given.batch !== undefined) {
      return statusOf(await runBatch(given.batch, extractLine, (line) => readArticle(line, http, extractor)));
    }
    await write(await readArticle(sourceOf(given, 'extract FILE or URL'), http, extractor));
    return 0;
  } finally {
    await extractor.close();
  }
}

function sourceOf(given: Given, what: string): Source {
  const word = need(given.words[0], what);
  return /^https?:\/\//i.test(word) ? { url: word } : { file: word, url: given.url };
}

async function readFeed(source: Source, http: Door, parseFeed: ParseFeed): Promise<object> {
  const { bytes, ...from } = await bytesOf(source, http, 'feed');
  const { format, title, link, language, entries } = await parseFeed(bytes, from);
  return { format, title, link, language, entries };
}

async function readArticle(source: Source, http: Door, extractor: Pick<Extractor, 'extract'>): Promise<object> {
  return pageOutput(await extractor.extract(await bytesOf(source, http, 'page')));
}

function pageOutput(extracted: Extracted): object {
  const { headline, byline, published, updated, language, canonicalUrl, paragraphs, quality } = extracted;
  return {
    title: headline,
    byline,
    published,
    updated,
    language,
    canonicalUrl,
    paragraphs: paragraphs.map(({ text, kind }) => ({ text, kind })),
    quality,
  };
}

type Bytes = { bytes: Uint8Array; contentType?: string; url?: string };

async function bytesOf({ file, html, url }: Source, http: Door, accept: 'feed' | 'page'): Promise<Bytes> {
  const address = url === undefined ? {} : { url };
  if (html !== undefined) {
    return { bytes: new TextEncoder().encode(html), contentType: 'text/html; charset=utf-8', ...address };
  }
  if (file !== undefined) return { bytes: await fileBytes(file), ...address };
  if (url === undefined) throw new SynopticError('bad-input', 'Give a file or a url.', { subject: 'file' });
  const got = await http.get({ url, accept });
  if (got.outcome === 'ok') {
    return {
      bytes: got.body,
      url: got.url,
      ...(got.contentType === undefined ? {} : { contentType: got.contentType }),
    };
  }
  if (got.outcome === 'failed') throw new SynopticError(got.reason.code, got.reason.message, { subject: url });
  throw new SynopticError('empty-body', 'The server sent no text.', { subject: url });
}

async function fileBytes(file: string): Promise<Uint8Array> {
  try {
    const bytes = await readFile(file);
    return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  } catch (cause) {
    throw new SynopticError('bad-input', `The file ${file} cannot be read.`, { subject: 'file', cause });
  }
}
