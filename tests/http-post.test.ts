import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HttpConfig, type HttpPost, openHttp } from '#lib/http';
import { type Newsroom, openNewsroom } from './newsroom';

const CONFIG: HttpConfig = {
  SYNOPTIC_ALLOW_PRIVATE_HOSTS: true,
  SYNOPTIC_CONTACT_URL: 'https://reader.example/about',
  SYNOPTIC_HTTP_TIMEOUT_MS: 2_000,
  SYNOPTIC_HTTP_MAX_BYTES: 100_000,
  SYNOPTIC_HOST_GAP_MS: 0,
};

let room: Newsroom;
beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.close());

const post = (path: string, more: Partial<HttpPost> = {}, config: Partial<HttpConfig> = {}) =>
  openHttp({ ...CONFIG, ...config }).post(`${room.url}${path}`, { json: { text: 'grün' }, ...more });

async function failure(path: string, more: Partial<HttpPost> = {}) {
  const result = await post(path, more);
  if (result.outcome !== 'failed') throw new Error(`${path} did not fail`);
  return result;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

describe('what is sent', () => {
  it('arrives as JSON, with the caller’s headers and this reader’s name, and the answer comes back', async () => {
    let method: string | undefined;
    let body: string | undefined;
    room.put('/take', async (request, response) => {
      method = request.method;
      body = await bodyOf(request);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"taken":true}');
    });
    const result = await post('/take', { headers: { authorization: 'Bearer abc', 'user-agent': 'Nobody' } });
    expect([method, body]).toEqual(['POST', '{"text":"grün"}']);
    const headers = room.asked.at(-1)?.headers;
    expect(headers).toMatchObject({ authorization: 'Bearer abc', 'content-type': 'application/json' });
    expect(headers?.['user-agent']).toMatch(/^Synoptic\//);
    expect(result).toMatchObject({ outcome: 'ok', status: 200, contentType: 'application/json' });
    expect(result.outcome === 'ok' && new TextDecoder().decode(result.body)).toBe('{"taken":true}');
  });

  it('an answer without a body is an answer', async () => {
    room.put('/quiet', (_request, response) => response.writeHead(204).end());
    expect(await post('/quiet')).toMatchObject({ outcome: 'ok', status: 204, body: new Uint8Array() });
  });

  it('goes out once, even when the connection breaks unanswered', async () => {
    const before = room.asked.length;
    room.put('/break', (request) => request.socket.destroy());
    expect(await failure('/break')).toMatchObject({ reason: { code: 'connection-failed' } });
    expect(room.asked.length - before).toBe(1);
  });
});

describe('what fails says why', () => {
  it.each([
    [401, 'does not accept the key'],
    [403, 'does not accept the key'],
    [404, 'takes nothing at this address'],
    [413, 'no more than a shorter text'],
    [429, 'too many requests (429). It asks to wait 30 seconds'],
    [500, 'has a fault of its own'],
    [422, 'did not accept what it was sent'],
  ])('status %i', async (status, words) => {
    room.put('/status', { status, headers: { 'retry-after': status === 429 ? '30' : '' } });
    const { reason, status: told } = await failure('/status');
    expect(told).toBe(status);
    expect(reason.message).toContain(words);
  });

  it.each([301, 302, 307, 308])(
    'a redirect (%i) is not followed, because what is sent may hold a secret',
    async (status) => {
      room.put('/moved', { status, headers: { location: '/take' } });
      const before = room.asked.length;
      expect((await failure('/moved')).reason.message).toContain('Set the final address');
      expect(room.asked.length - before).toBe(1);
    },
  );

  it('the caller’s limits hold: time, size, its own stop', async () => {
    room.put('/never', () => {});
    room.put('/long', { body: 'x'.repeat(5_000) });
    expect((await failure('/never', { timeoutMs: 150 })).reason).toMatchObject({ code: 'too-slow' });
    expect((await failure('/long', { maxBytes: 1_000 })).reason).toMatchObject({ code: 'too-large' });
    const stopping = new AbortController();
    const waiting = failure('/never', { signal: stopping.signal });
    stopping.abort();
    expect((await waiting).reason.message).toContain('was stopped');
  });

  it('a time longer than that of everything read is the caller’s to give', async () => {
    room.put('/slow', (_request, response) => void setTimeout(() => response.end('done'), 300));
    expect(await post('/slow', { timeoutMs: 5_000 }, { SYNOPTIC_HTTP_TIMEOUT_MS: 100 })).toMatchObject({
      outcome: 'ok',
    });
  });
});

describe('addresses', () => {
  it.each([
    ['http://127.0.0.1:8080/', 'inside a private network'],
    ['http://localhost:8080/', 'inside a private network'],
    ['http://169.254.169.254/', 'inside a private network'],
    ['http://user:pass@example.org/', 'user name or password'],
    ['file:///etc/passwd', 'Only http and https'],
    ['coder', 'not a web address'],
  ])('%s is refused before anything is sent', async (url, words) => {
    const http = openHttp({ ...CONFIG, SYNOPTIC_ALLOW_PRIVATE_HOSTS: false });
    const result = await http.post(url, { json: {} });
    expect(result.outcome === 'failed' && result.reason.message).toContain(words);
  });
});
