import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';

/**
 * A small HTTP server on loopback that plays outlets: feeds, pages, robots.txt, and every way in which they fail.
 * It answers conditional requests by itself for documents that have validators, and remembers who asked for what.
 */
export type Newsroom = {
  /** http://127.0.0.1:PORT, without a slash at the end. */
  url: string;
  /** What stands at a path (query string included, if any); replaces what stood there. */
  put(path: string, answer: Answer): void;
  asked: { path: string; headers: IncomingHttpHeaders }[];
  /** Most requests open at the same time so far. */
  mostOpen(): number;
  close(): Promise<void>;
};

export type Document = {
  status?: number;
  type?: string;
  body?: string | Uint8Array;
  etag?: string;
  lastModified?: string;
  headers?: Record<string, string>;
};
export type Answer = Document | ((request: IncomingMessage, response: ServerResponse) => void);

export async function openNewsroom(): Promise<Newsroom> {
  const answers = new Map<string, Answer>();
  const asked: Newsroom['asked'] = [];
  let open = 0;
  let mostOpen = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push({ path, headers: request.headers });
    mostOpen = Math.max(mostOpen, ++open);
    response.once('close', () => open--);
    response.on('error', () => {});
    const answer = answers.get(path) ?? { status: 404, type: 'text/plain', body: 'nothing here' };
    if (typeof answer === 'function') answer(request, response);
    else send(answer, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the newsroom has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    put: (path, answer) => answers.set(path, answer),
    asked,
    mostOpen: () => mostOpen,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function send(document: Document, request: IncomingMessage, response: ServerResponse): void {
  const { status = 200, type = 'application/rss+xml; charset=utf-8', body = '', etag, lastModified } = document;
  const headers: Record<string, string> = { ...document.headers };
  if (etag !== undefined) headers.etag = etag;
  if (lastModified !== undefined) headers['last-modified'] = lastModified;
  const isSame =
    (etag !== undefined && request.headers['if-none-match'] === etag) ||
    (etag === undefined && lastModified !== undefined && request.headers['if-modified-since'] === lastModified);
  response.writeHead(isSame ? 304 : status, { ...headers, ...(isSame ? {} : { 'content-type': type }) });
  response.end(isSame ? undefined : body);
}

export type NewsItem = { title: string; link: string; published?: string; guid?: string; description?: string };

/** An RSS 2.0 document with these items, text escaped. */
export function rss(title: string, items: readonly NewsItem[], more = ''): string {
  const item = (each: NewsItem) =>
    [
      `<item><title>${escaped(each.title)}</title><link>${escaped(each.link)}</link>`,
      `<guid isPermaLink="false">${escaped(each.guid ?? each.link)}</guid>`,
      each.published === undefined ? '' : `<pubDate>${escaped(each.published)}</pubDate>`,
      each.description === undefined ? '' : `<description>${escaped(each.description)}</description>`,
      '</item>',
    ].join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>${escaped(title)}</title>${more}${items.map(item).join('\n')}</channel></rss>`;
}

/** An article page with these paragraphs. */
export function page(title: string, paragraphs: readonly string[]): string {
  const body = paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body><article><h1>${escaped(title)}</h1>${body}</article></body></html>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
