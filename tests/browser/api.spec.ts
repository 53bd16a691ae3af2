import { type APIRequestContext, expect, test } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseFeed } from '#lib/feed/parse-feed';
import { freePort } from '../free-port.mjs';
import { serve } from '../serve';
import { type ApiDocument, addressOf, clientOf, type Line, lines } from './api-client';

const ELSEWHERE = { origin: 'https://elsewhere.example' };

async function documentOf(request: APIRequestContext): Promise<ApiDocument> {
  return (await request.get('/api/v1/openapi.json')).json();
}

/** The client's functions by name. */
async function asker(request: APIRequestContext) {
  const client = clientOf(await documentOf(request), request);
  return (id: string) => {
    const call = client[id];
    if (call === undefined) throw new Error(`the document has no ${id}`);
    return call;
  };
}

type Listed<K extends string> = Record<K, { id: string }[]> & { nextCursor?: string };

test('a client made from the document compares, freezes, gets, exports and deletes', async ({ request }) => {
  test.setTimeout(120_000);
  const ask = await asker(request);
  const text = (ending: string) =>
    Array.from(
      { length: 6 },
      (_, n) => `The ferry to Ansel Island stopped at pier ${n} on Tuesday, the operator said, ${ending}.`,
    ).join('\n\n');
  const created = await ask('createComparison')({
    body: {
      sources: [
        { text: text('and passengers waited'), outlet: 'Api Post', headline: 'Ferry stops' },
        { text: text('while crews looked for the fault'), outlet: 'Api Courier', headline: 'Ferry stands still' },
      ],
    },
  });
  expect(created.status).toBe(202);
  const { job } = created.json as { job: { id: string } };
  expect(created.headers.location).toBe(`/api/v1/jobs/${job.id}`);
  await expect
    .poll(async () => ((await ask('getJob')({ parameters: { id: job.id } })).json as { state: string }).state, {
      timeout: 20_000,
    })
    .toBe('done');
  const over = (await ask('getJob')({ parameters: { id: job.id } })).json;
  expect(over).toMatchObject({ progress: { done: 2, total: 2 } });

  const frozen = await ask('freezeComparison')({ body: { job: job.id, view: { view: 'side' } } });
  expect(frozen.status).toBe(201);
  const { id, url } = frozen.json as { id: string; url: string };
  expect(url).toBe(`/c/${id}`);
  // The same content is the same link.
  expect((await ask('freezeComparison')({ body: { job: job.id, view: { view: 'side' } } })).json).toEqual({ id, url });

  const got = await ask('getComparison')({ parameters: { id } });
  expect(got.json).toMatchObject({ schema: 'frozen/1', view: { view: 'side' }, comparison: { title: 'Ferry stops' } });
  // Another's eyes see passages of it, and the document says so.
  const stranger = await ask('getComparison')({ parameters: { id }, headers: ELSEWHERE });
  expect(stranger.json).toMatchObject({ schema: 'frozen-excerpt/1', of: id });
  const again = await ask('getComparison')({
    parameters: { id },
    headers: { 'if-none-match': got.headers.etag ?? '' },
  });
  expect([again.status, again.text]).toEqual([304, '']);
  for (const table of ['texts', 'links', 'differences', 'hits', 'counts', 'dictionary']) {
    const csv = await ask('getComparison')({ parameters: { id, format: 'csv', table } });
    expect(csv.text.split('\n').length, table).toBeGreaterThan(1);
  }
  for (const format of ['json', 'html', 'md', 'bib', 'csl', 'txt']) {
    const file = await ask('getComparison')({ parameters: { id, format } });
    expect(file.headers['content-disposition'], format).toContain(`filename="${id}`);
    expect(file.text, format).toContain('Ferry stops');
  }
  const listed = (await ask('listComparisons')({ parameters: { limit: 100 } })).json as Listed<'comparisons'>;
  expect(listed.comparisons.map((each) => each.id)).toContain(id);

  expect((await ask('deleteComparison')({ parameters: { id, reason: 'a test' } })).status).toBe(204);
  const gone = await ask('getComparison')({ parameters: { id } });
  expect([gone.status, gone.text]).toEqual([410, expect.stringContaining('a test')]);
  expect((await ask('deleteComparison')({ parameters: { id, reason: 'again' } })).status).toBe(410);
  // The owner may bring it back, a visitor may not: see the test with a token.
  expect((await ask('freezeComparison')({ body: { job: job.id, view: { view: 'side' } } })).json).toEqual({ id, url });
  expect((await ask('deleteComparison')({ parameters: { id, reason: 'a test' } })).status).toBe(204);
});

test('everything that can be read is as the document says', async ({ request }) => {
  const ask = await asker(request);
  const { stories } = (await ask('listStories')({ parameters: { limit: 3 } })).json as Listed<'stories'>;
  expect(stories.length).toBeGreaterThan(1);
  const story = (await ask('getStory')({ parameters: { id: stories[0]?.id ?? '' } })).json as { articleIds: string[] };
  const id = story.articleIds[0] ?? '';
  const article = (await ask('getArticle')({ parameters: { id } })).json as {
    paragraphs: { text: string }[];
    version: number;
  };
  expect(article).toMatchObject({ id, text: 'full', quality: { status: expect.any(String) } });
  const stranger = (await ask('getArticle')({ parameters: { id, version: 1 }, headers: ELSEWHERE }))
    .json as typeof article;
  expect(stranger).toMatchObject({ id, text: 'excerpt' });
  const length = ({ paragraphs }: typeof article) =>
    paragraphs
      .map(({ text }) => text)
      .join(' ')
      .split(/\s+/).length;
  expect(length(stranger)).toBeLessThan(50);
  expect(length(article)).toBeGreaterThan(100);
  const { versions } = (await ask('listArticleVersions')({ parameters: { id } })).json as Record<'versions', unknown[]>;
  expect(versions).toHaveLength(article.version);
  const compared = await ask('createComparison')({ body: { story: stories[0]?.id, includePartial: true } });
  expect(compared.json).toMatchObject({ comparison: { settings: { includePartial: true } } });
  const { outlets } = (await ask('listOutlets')()).json as Listed<'outlets'>;
  await ask('getOutlet')({ parameters: { id: outlets[0]?.id ?? '' } });
  const { codebooks } = (await ask('listCodebooks')()).json as Listed<'codebooks'>;
  await ask('getCodebook')({ parameters: { id: codebooks[0]?.id ?? '' } });
  await ask('getReading')();
  await ask('getDocument')();
});

test('an outlet is added, paused, read again and removed', async ({ request }) => {
  const ask = await asker(request);
  const added = await ask('addOutlet')({ body: { name: 'Api Gazette', feeds: ['http://127.0.0.1:9/feed.xml'] } });
  expect(added.status).toBe(201);
  const { id } = (added.json as { outlet: { id: string } }).outlet;
  expect((await ask('changeOutlet')({ parameters: { id }, body: { paused: true } })).json).toMatchObject({
    state: 'paused',
  });
  const resumed = (await ask('changeOutlet')({ parameters: { id }, body: { paused: false } })).json as {
    state: string;
  };
  expect(resumed.state).not.toBe('paused');
  expect((await ask('removeOutlet')({ parameters: { id } })).status).toBe(204);
  expect((await ask('getOutlet')({ parameters: { id } })).status).toBe(404);
  expect((await ask('addOutlet')({ body: { address: 'http://127.0.0.1:9/' } })).json).toMatchObject({
    error: { subject: 'address' },
  });
});

/** What each line can be asked wrongly, and what it must say. */
function faults({ method, operation }: Line): [name: string, call: object, status: number, code: string | RegExp][] {
  const inPath = operation.parameters.some((each) => each.in === 'path');
  const hasQuery = operation.parameters.some((each) => each.in === 'query');
  const hasReason = operation.parameters.some((each) => each.name === 'reason');
  const parameters = { ...(inPath ? { id: 'no-such-thing' } : {}), ...(hasReason ? { reason: 'a test' } : {}) };
  const json = { 'content-type': 'application/json' };
  const giant = `{"a":"${'x'.repeat(10_000_001)}"}`;
  const hasJson = Object.values(operation.responses).some((each) => each.content !== undefined);
  const gives = Object.entries(operation.responses).some(([status, each]) => Number(status) < 300 && each.content);
  return [
    ...(gives && hasJson
      ? [
          [
            'a type it does not give',
            { parameters, headers: { accept: 'image/png' }, body: operation.requestBody && {} },
            406,
            'not-acceptable',
          ] as const,
        ]
      : []),
    ...(hasQuery
      ? [['a parameter it does not have', { parameters: { ...parameters, colour: 'red' } }, 400, 'bad-input'] as const]
      : []),
    ...(method === 'GET' && inPath ? [['an unknown id', { parameters }, 404, 'unknown-id'] as const] : []),
    ...(method === 'DELETE' ? [['an unknown id', { parameters }, 404, 'unknown-id'] as const] : []),
    ...(operation.security
      ? [
          [
            'a page elsewhere',
            { parameters, headers: { ...json, ...ELSEWHERE }, body: operation.requestBody && '{}' },
            403,
            'not-allowed',
          ] as const,
        ]
      : []),
    ...(operation.requestBody
      ? ([
          ['a body that is no JSON', { parameters, headers: json, body: '{"a":' }, 400, 'bad-json'],
          [
            'a body of another type',
            { parameters, headers: { 'content-type': 'text/plain' }, body: '{}' },
            415,
            'unsupported-type',
          ],
          ['a body that is too large', { parameters, headers: json, body: giant }, 413, 'too-large'],
          ['a body of another shape', { parameters, headers: json, body: '{"hello":1}' }, 422, 'invalid-body'],
        ] as const)
      : []),
  ].map(([name, call, status, code]) => [name, call, status, code]);
}

test('every endpoint’s failures have the one shape and the status the document says', async ({ request }) => {
  test.setTimeout(120_000);
  const document = await documentOf(request);
  const ask = await asker(request);
  const isError = new Ajv2020({ strict: false }).compile(document.components.schemas.Error ?? {});
  let visited = 0;
  for (const line of lines(document)) {
    const label = `${line.method} ${line.path}`;
    for (const [name, call, status, code] of faults(line)) {
      const { status: given, json } = await ask(line.operation.operationId)(call);
      const said = [given, (json as { error: { code: string } }).error.code];
      expect(said, `${label}: ${name}`).toEqual([status, code]);
      visited++;
    }
    const address = addressOf(document, line, { id: 'no-such-thing' });
    const wrong = await request.fetch(address, { method: 'PUT', data: {} });
    expect([wrong.status(), wrong.headers().allow?.split(', ').includes(line.method)], label).toEqual([405, true]);
    expect(isError(await wrong.json()), label).toBe(true);
    if (line.method !== 'GET') continue;
    // A read may be made by any page's script, a failed one too; never with the reader's cookies.
    const read = await request.get(address, { headers: ELSEWHERE });
    expect(read.headers()['access-control-allow-origin'], label).toBe('*');
    expect(read.headers()['access-control-allow-credentials'], label).toBeUndefined();
    const preflight = await request.fetch(address, {
      method: 'OPTIONS',
      headers: { ...ELSEWHERE, 'access-control-request-method': 'GET' },
    });
    expect([preflight.status(), preflight.headers()['access-control-allow-methods']], label).toEqual([
      204,
      'GET, HEAD, OPTIONS',
    ]);
  }
  expect(visited).toBeGreaterThan(45);
});

test('reads have tags, and 304 for who has them; HEAD has the same without a body', async ({ request }) => {
  for (const address of [
    '/api/v1/stories',
    '/api/v1/outlets',
    '/api/v1/codebooks',
    '/api/v1/openapi.json',
    '/feed.xml',
    '/feed.xml?of=comparisons',
  ]) {
    const first = await request.get(address);
    const etag = first.headers().etag ?? '';
    expect(etag, address).toMatch(/^"[\w-]{22}"$/);
    const same = await request.get(address, { headers: { 'if-none-match': `"other", W/${etag}` } });
    expect([same.status(), (await same.body()).length, same.headers().etag], address).toEqual([304, 0, etag]);
    expect((await request.get(address, { headers: { 'if-none-match': '"other"' } })).status()).toBe(200);
    const head = await request.head(address);
    expect([head.status(), head.headers().etag, (await head.body()).length], address).toEqual([200, etag, 0]);
  }
});

test('pages follow one another by their cursor; a cursor that is none is a fault', async ({ request }) => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const query: string = new URLSearchParams({
      limit: '1',
      minOutlets: '1',
      ...(cursor === undefined ? {} : { cursor }),
    }).toString();
    const page = (await (await request.get(`/api/v1/stories?${query}`)).json()) as Listed<'stories'>;
    seen.push(...page.stories.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  const all = (await (await request.get('/api/v1/stories?limit=100&minOutlets=1')).json()) as Listed<'stories'>;
  expect(seen).toEqual(all.stories.map(({ id }) => id));
  for (const bad of ['x', 'W10', `${Buffer.from('["a","b"]').toString('base64')}=`, '🦆']) {
    for (const list of ['stories', 'comparisons']) {
      const answer = await request.get(`/api/v1/${list}?${new URLSearchParams({ cursor: bad })}`);
      expect([answer.status(), (await answer.json()).error.subject], `${list} ${bad}`).toEqual([400, 'cursor']);
    }
  }
});

for (const [address, status, code] of [
  ['/api', 404, 'unknown-path'],
  ['/api/v1', 404, 'unknown-path'],
  ['/api/v2/stories', 404, 'unknown-path'],
  ['/api/v1/stories/a/b/c', 404, 'unknown-path'],
  ['/api/v1/stories/%', 400, 'bad-input'],
  ['/api/v1/stories?limit=0', 400, 'bad-input'],
  ['/api/v1/stories?limit=5&limit=6', 400, 'bad-input'],
  ['/api/v1/stories?from=2025-02-31', 400, 'bad-input'],
  ['/api/v1/stories?search=', 400, 'bad-input'],
  ['/api/v1/stories?toString=1', 400, 'bad-input'],
  ['/api/v1/stories/%00', 404, 'unknown-id'],
  ['/feed.xml?of=nothing', 400, 'bad-input'],
] as const) {
  test(`${address} is ${status} ${code}`, async ({ request }) => {
    for (const method of address.includes('?') || !address.startsWith('/api/v') ? ['GET'] : ['GET', 'DELETE']) {
      const answer = await request.fetch(address, { method });
      if (method === 'DELETE' && status === 404 && code === 'unknown-id') continue;
      expect([answer.status(), (await answer.json()).error.code], method).toEqual([status, code]);
    }
  });
}

test('the feed is Atom that our own reader reads, with its own address in it', async ({ request, baseURL }) => {
  const address = '/feed.xml?search=ferry&utm_source=x';
  const answer = await request.get(address);
  expect(answer.headers()['content-type']).toBe('application/atom+xml; charset=utf-8');
  const xml = await answer.text();
  expect(xml).toContain(
    `<link rel="self" type="application/atom+xml" href="${baseURL}${address.replace('&', '&amp;')}"/>`,
  );
  const feed = await parseFeed(xml, { url: `${baseURL}${address}` });
  expect(feed.problems).toEqual([]);
  expect(feed.format).toBe('atom');
  expect(feed.entries.length).toBeGreaterThan(0);
  const all = await parseFeed(await (await request.get('/feed.xml')).text());
  expect(all.entries.length).toBeGreaterThan(feed.entries.length);
  for (const entry of all.entries) {
    expect(entry.link).toMatch(new RegExp(`^${baseURL}/stories/`));
    expect((await request.get(entry.link ?? '')).status()).toBe(200);
    expect(entry.updated).toBeDefined();
    expect(entry.content).toContain(': ');
  }
  const none = await parseFeed(await (await request.get('/feed.xml?outlet=nobody')).text());
  expect(none.entries).toEqual([]);
});

test('figures for Prometheus are for the owner', async ({ request }) => {
  const text = await (await request.get('/metrics')).text();
  for (const name of [
    'synoptic_articles',
    'synoptic_stories',
    'synoptic_feeds{state="',
    'synoptic_process_resident_memory_bytes',
  ])
    expect(text).toContain(name);
  for (const line of text.trim().split('\n'))
    expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? -?[\d.e+]+)$/);
  expect((await request.get('/metrics', { headers: ELSEWHERE })).status()).toBe(403);
});

test('with a token: a bearer may write, visitors compare as often as they are let', async ({ request }) => {
  test.setTimeout(90_000);
  const token = 'a token of this test';
  const served = await serve(await freePort(), { SYNOPTIC_ADMIN_TOKEN: token, SYNOPTIC_PUBLIC_COMPARING: '2' });
  try {
    const owner = { authorization: `Bearer ${token}` };
    const [story] = (await (await request.get(`${served.url}/api/v1/stories`)).json()).stories as { id: string }[];
    const freeze = (headers: Record<string, string>) =>
      request.post(`${served.url}/api/v1/comparisons/freeze`, { data: { story: story?.id }, headers });
    const first = await freeze({});
    expect(first.status()).toBe(201);
    const { id } = await first.json();
    // What a visitor froze they see in excerpts, the owner whole.
    const get = async (headers: Record<string, string>) =>
      (await (await request.get(`${served.url}/api/v1/comparisons/${id}`, { headers })).json()).schema;
    expect([await get({}), await get(owner)]).toEqual(['frozen-excerpt/1', 'frozen/1']);
    const remove = (headers: Record<string, string>) =>
      request.delete(`${served.url}/api/v1/comparisons/${id}?reason=test`, { headers });
    expect([(await remove({})).status(), (await remove(owner)).status()]).toEqual([403, 204]);
    expect((await freeze({})).status()).toBe(410);
    const refused = await freeze({});
    expect([refused.status(), (await refused.json()).error.code, refused.headers()['retry-after']]).toEqual([
      429,
      'rate-limited',
      '3600',
    ]);
    expect((await freeze(owner)).status()).toBe(201);
    expect((await freeze({ authorization: 'Bearer wrong' })).status()).toBe(429);
    expect((await request.get(`${served.url}/metrics`)).status()).toBe(403);
    expect((await request.get(`${served.url}/metrics`, { headers: owner })).status()).toBe(200);
  } finally {
    await served.stop();
  }
});
