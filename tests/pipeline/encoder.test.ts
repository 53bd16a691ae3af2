import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '#lib/config';
import { openHttp } from '#lib/http';
import { openEncoder } from '#lib/pipeline/encoder';
import { type Newsroom, openNewsroom } from '../newsroom';
import { type Asked, EMBEDDINGS_PATH, encoderAt, toyAnswer } from './toy-encoder';

const AXES = [['ferry', 'boat'], ['quay']];

describe('an encoder over HTTP', () => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom();
  });
  afterAll(() => room.close());
  const json = (value: unknown, status = 200) => ({ status, type: 'application/json', body: JSON.stringify(value) });
  const reasonFor = async (answer: Parameters<Newsroom['put']>[1], texts = ['a ferry', 'a quay']) => {
    room.put(EMBEDDINGS_PATH, answer);
    const given = await encoderAt(room).encode(texts);
    return 'reason' in given ? given.reason.code : given.length;
  };

  it('gives one embedding a text, in the order asked, whatever order they come in', async () => {
    const heard: Asked[] = [];
    room.put(EMBEDDINGS_PATH, toyAnswer(AXES, heard));
    const encoder = encoderAt(room, { SYNOPTIC_EMBEDDINGS_KEY: 'secret-key' });
    const given = await encoder.encode(['the ferry at the quay', 'bread', 'a boat']);
    expect(given).toEqual([Float32Array.of(1, 1), Float32Array.of(0, 0), Float32Array.of(1, 0)]);
    expect(heard[0]).toMatchObject({ model: 'toy', input: ['the ferry at the quay', 'bread', 'a boat'] });
    expect(room.asked.at(-1)?.headers.authorization).toBe('Bearer secret-key');
  });

  it('a hundred texts are sent in parts, without waiting for a turn at the host', async () => {
    const heard: Asked[] = [];
    room.put(EMBEDDINGS_PATH, toyAnswer(AXES, heard));
    const texts = Array.from({ length: 100 }, (_, at) => (at % 2 ? 'ferry' : 'quay'));
    const given = await encoderAt(room, { SYNOPTIC_HOST_GAP_MS: '60000' }).encode(texts);
    expect(given).toEqual(texts.map((text) => (text === 'ferry' ? Float32Array.of(1, 0) : Float32Array.of(0, 1))));
    expect(heard.map(({ input }) => input.length)).toEqual([64, 36]);
  });

  it('an empty text is sent as a space, a long one cut', async () => {
    const heard: Asked[] = [];
    room.put(EMBEDDINGS_PATH, toyAnswer(AXES, heard));
    await encoderAt(room).encode(['', 'x'.repeat(9_000)]);
    expect(heard[0]?.input.map((text) => text.length)).toEqual([1, 4_000]);
  });

  it('no texts are not asked about', async () => {
    const before = room.asked.length;
    expect(await encoderAt(room).encode([])).toEqual([]);
    expect(room.asked.length).toBe(before);
  });

  it.each([
    ['a page', { type: 'text/html', body: '<h1>Welcome</h1>' }, 'answer-not-understood'],
    ['too few', json({ data: [{ index: 0, embedding: [1] }] }), 'answer-not-understood'],
    ['the same twice', json({ data: [0, 0].map((index) => ({ index, embedding: [1] })) }), 'answer-not-understood'],
    [
      'two lengths',
      json({ data: [0, 1].map((index) => ({ index, embedding: index ? [1, 2] : [1] })) }),
      'answer-not-understood',
    ],
    ['no numbers', json({ data: [0, 1].map((index) => ({ index, embedding: ['1'] })) }), 'answer-not-understood'],
    ['401', json({ error: { message: 'no key' } }, 401), 'http-status'],
    ['500', json({}, 500), 'http-status'],
  ] as const)('%s is a reason, not an embedding', async (_, answer, code) => {
    expect(await reasonFor(answer)).toBe(code);
  });

  it('after a failure nobody is asked for a minute, then again', async () => {
    let now = 0;
    room.put(EMBEDDINGS_PATH, json({}, 500));
    const encoder = encoderAt(room, {}, () => now);
    expect(await encoder.encode(['ferry'])).toMatchObject({ reason: { code: 'http-status' } });
    const before = room.asked.length;
    room.put(EMBEDDINGS_PATH, toyAnswer(AXES));
    now = 59_000;
    expect(await encoder.encode(['ferry'])).toMatchObject({ reason: { code: 'http-status' } });
    expect(room.asked.length).toBe(before);
    now = 61_000;
    expect(await encoder.encode(['ferry'])).toEqual([Float32Array.of(1, 0)]);
  });

  it('an address on this machine needs leave', async () => {
    const encoder = encoderAt(room, { SYNOPTIC_ALLOW_PRIVATE_HOSTS: '0' });
    expect(await encoder.encode(['ferry'])).toMatchObject({ reason: { code: 'address-refused' } });
  });

  it.each([
    [{}, undefined],
    [{ SYNOPTIC_EMBEDDINGS_URL: 'https://encoder.example/v1' }, undefined],
    [{ SYNOPTIC_EMBEDDINGS_MODEL: 'toy' }, undefined],
    [{ SYNOPTIC_EMBEDDINGS_URL: 'https://encoder.example/v1', SYNOPTIC_EMBEDDINGS_MODEL: 'toy' }, 'toy'],
  ])('%j sets up %s', (env, model) => {
    expect(openEncoder(readConfig(env), openHttp(readConfig(env)))?.model).toBe(model);
  });

  it('another model is another encoder, another spelling of the address is not', () => {
    const keyOf = (url: string, model: string) =>
      encoderAt(room, { SYNOPTIC_EMBEDDINGS_URL: url, SYNOPTIC_EMBEDDINGS_MODEL: model }).key;
    expect(keyOf('https://e.example/v1', 'a')).toBe(keyOf('https://e.example/v1/', 'a'));
    expect(keyOf('https://e.example/v1', 'a')).not.toBe(keyOf('https://e.example/v1', 'b'));
  });
});
