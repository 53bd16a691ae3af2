import type { IncomingMessage, ServerResponse } from 'node:http';
import { readConfig } from '#lib/config';
import { openHttp } from '#lib/http';
import { type Encoder, openEncoder } from '#lib/pipeline/encoder';
import type { Newsroom } from '../newsroom';

export const EMBEDDINGS_PATH = '/v1/embeddings';
export type Asked = { model: string; input: string[] };

/** An answer over HTTP as an encoder gives it: one number a list of words, how many of them the text has. */
export function toyAnswer(axes: readonly string[][], heard: Asked[] = []) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const asked = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Asked;
    heard.push(asked);
    const data = asked.input.map((text, index) => ({
      object: 'embedding',
      index,
      embedding: axes.map((words) => words.filter((word) => text.includes(word)).length),
    }));
    response.writeHead(200, { 'content-type': 'application/json' });
    // Last first: the index says which is which.
    response.end(JSON.stringify({ object: 'list', data: data.reverse() }));
  };
}

/** The real one, over real HTTP, asking the newsroom. */
export function encoderAt(room: Newsroom, env: Record<string, string> = {}, clock?: () => number): Encoder {
  const config = readConfig({
    SYNOPTIC_ALLOW_PRIVATE_HOSTS: '1',
    SYNOPTIC_EMBEDDINGS_URL: `${room.url}/v1`,
    SYNOPTIC_EMBEDDINGS_MODEL: 'toy',
    ...env,
  });
  const encoder = openEncoder(config, openHttp(config), clock);
  if (!encoder) throw new Error('no encoder');
  return encoder;
}
