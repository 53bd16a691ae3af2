import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { parseArgs } from 'node:util';
import { page, rss } from '../newsroom';
import { inventStory } from './invented-story';

/**
 * A news day to measure reading with, in a process of its own: `--outlets` outlets with `--items` articles each, stories told by four.
 * Every outlet has a loopback address of its own (127.1.0.1, 127.1.0.2 …), because politeness counts by host: a thousand
 * outlets behind one address would be asked two at a time. `GET /faults?share=0.05` spoils that share of the feeds, eight ways in turn.
 */
const { values } = parseArgs({
  options: { outlets: { type: 'string', default: '1000' }, items: { type: 'string', default: '10' } },
});
const outletCount = Number(values.outlets);
const itemCount = Number(values.items);
const TOLD_BY = 4;
const PARAGRAPHS = 8;
const STARTED = Date.now();

type Told = { headline: string; paragraphs: string[]; published: string };
const articles: Told[][] = Array.from({ length: outletCount }, () => []);
tell();

const FAULTS = ['slow', 'hang', '429', '500', 'loop', 'truncated', 'huge', 'charset'] as const;
type Fault = (typeof FAULTS)[number];
const spoilt = new Map<number, Fault>();
const sent = { requests: 0, bytes: 0 };

const servers: Server[] = [];
let port = 0;
for (let outlet = 0; outlet < outletCount; outlet++) {
  const server = createServer((request, response) => answer(outlet, request, response));
  await new Promise<void>((resolve) => server.listen(port, hostOf(outlet), resolve));
  const address = server.address();
  if (port === 0 && address !== null && typeof address !== 'string') port = address.port;
  servers.push(server);
}
const feeds = articles.map((_, outlet) => ({ outlet, url: `http://${hostOf(outlet)}:${port}/feed.xml` }));
process.stdout.write(`${JSON.stringify({ control: `http://${hostOf(0)}:${port}`, feeds })}\n`);
process.on('SIGTERM', () => process.exit(0));

function hostOf(outlet: number): string {
  return `127.1.${Math.floor(outlet / 250)}.${1 + (outlet % 250)}`;
}

// Story after story goes to the four outlets that have the fewest, so that each outlet gets its articles and no story twice.
function tell(): void {
  let next = 0;
  for (let seed = 1; next < outletCount * itemCount; seed++) {
    const { articles: told } = inventStory({ articles: TOLD_BY, paragraphs: PARAGRAPHS, seed });
    for (const { headline, paragraphs } of told) {
      const list = articles[next++ % outletCount];
      const published = new Date(STARTED - (next % 1440) * 60_000).toUTCString();
      list?.push({ headline, paragraphs: paragraphs.map((each) => each.text), published });
    }
  }
}

function answer(outlet: number, request: IncomingMessage, response: ServerResponse): unknown {
  response.on('error', () => {});
  const path = new URL(request.url ?? '/', 'http://outlet').pathname;
  if (path === '/faults') {
    const share = Number(new URL(request.url ?? '/', 'http://outlet').searchParams.get('share'));
    const every = Math.round(1 / share);
    for (let at = 0; at < outletCount; at += every) spoilt.set(at, FAULTS[(at / every) % FAULTS.length] ?? 'hang');
    return send(response, 200, 'application/json', JSON.stringify(Object.fromEntries(spoilt)));
  }
  if (path === '/sent') return send(response, 200, 'application/json', JSON.stringify(sent));
  if (path === '/feed.xml') return feed(outlet, request, response);
  const item = articles[outlet]?.[Number(/^\/(\d+)\.html$/.exec(path)?.[1] ?? -1)];
  if (!item) return send(response, 404, 'text/plain', 'nothing here');
  return whole(request, response, 'text/html; charset=utf-8', furnished(item), `"${outlet}${path}"`);
}

function feed(outlet: number, request: IncomingMessage, response: ServerResponse): unknown {
  const items = (articles[outlet] ?? []).map((each, index) => ({
    title: each.headline,
    link: `http://${hostOf(outlet)}:${port}/${index}.html`,
    published: each.published,
    description: each.paragraphs[0]?.slice(0, 200) ?? '',
  }));
  const body = rss(`Outlet ${outlet}`, items);
  const fault = spoilt.get(outlet);
  const type = 'application/rss+xml; charset=utf-8';
  const respond = () => whole(request, response, type, body, `"${outlet}"`);
  switch (fault) {
    case undefined:
      return respond();
    case 'slow':
      return setTimeout(respond, 3_000);
    case 'hang':
      return undefined;
    case '429':
      response.setHeader('retry-after', '120');
      return send(response, 429, 'text/plain', 'later');
    case '500':
      return send(response, 500, 'text/plain', 'broken');
    case 'loop':
      response.setHeader('location', '/feed.xml');
      return send(response, 302, 'text/plain', '');
    case 'truncated':
      return send(response, 200, type, body.slice(0, body.length * 0.6));
    case 'huge':
      return huge(response, body);
    case 'charset':
      return send(response, 200, type, Buffer.from(body.replaceAll('said', 'dé“’'), 'latin1'));
  }
}

function huge(response: ServerResponse, body: string): void {
  const item = /<item>[\s\S]*<\/item>/.exec(body)?.[0] ?? '';
  response.writeHead(200, { 'content-type': 'application/rss+xml' });
  let left = 50_000_000;
  const pour = () => {
    while (left > 0 && !response.destroyed) {
      left -= item.length;
      if (!response.write(item)) return response.once('drain', pour);
    }
    return response.end();
  };
  pour();
}

function whole(request: IncomingMessage, response: ServerResponse, type: string, body: string, etag: string): void {
  const isSame = request.headers['if-none-match'] === etag;
  response.setHeader('etag', etag);
  if (isSame) send(response, 304, undefined, '');
  else send(response, 200, type, body);
}

function send(response: ServerResponse, status: number, type: string | undefined, body: string | Buffer): void {
  sent.requests++;
  sent.bytes += Buffer.byteLength(body);
  response.writeHead(status, type === undefined ? {} : { 'content-type': type });
  response.end(body);
}

/** The article inside what surrounds articles: menus, scripts, related links, comments; some 40 kB. */
function furnished({ headline, paragraphs }: Told): string {
  const links = (count: number, of: string) =>
    Array.from({ length: count }, (_, at) => `<li><a href="/${of}/${at}">Section ${of} ${at}</a></li>`).join('');
  const before = `<header><nav><ul>${links(120, 'menu')}</ul></nav></header>`;
  const script = `<script>window.state=${JSON.stringify({ filler: 'x'.repeat(12_000) })}</script>`;
  const after = `<aside><h2>Related</h2><ul>${links(60, 'related')}</ul></aside><section class="comments"><h2>Comments</h2>${'<div><b>reader</b><p>Please keep to the subject.</p></div>'.repeat(20)}</section><footer><ul>${links(80, 'foot')}</ul></footer>`;
  return page(headline, paragraphs)
    .replace('<article>', `${before}<article>`)
    .replace('</article>', `</article>${after}`)
    .replace('</head>', `${script}</head>`);
}
