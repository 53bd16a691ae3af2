import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Config } from '#lib/config';
import type { Http } from '#lib/http';
import type { Embedding, Reason } from '#lib/types';

/** An OpenAI-compatible embeddings endpoint. Off unless the owner names one. */
export type Encoder = {
  model: string;
  /** Embeddings of two encoders are never compared: hash of address and model. */
  key: string;
  /** In the order of the texts, all of one length, or why not. Never throws for what an endpoint may do. */
  encode(texts: readonly string[]): Promise<Embedding[] | { reason: Reason }>;
};

const PATIENCE_MS = 30_000;
const AT_ONCE = 64;
/** Encoders read some hundreds of words and cut or refuse what is longer. */
const MOST_SIGNS = 4_000;
/** 64 embeddings of 3,072 numbers, written out, are about 4 MB. */
const MOST_BYTES = 16_000_000;
/** After a failure nobody is asked for a while: a refresh must not wait half a minute for every article. */
const REST_MS = 60_000;

const answerShape = z.object({
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()).min(1) })),
});

type Settings = Pick<Config, 'SYNOPTIC_EMBEDDINGS_URL' | 'SYNOPTIC_EMBEDDINGS_MODEL' | 'SYNOPTIC_EMBEDDINGS_KEY'>;

/** undefined: none is set up. */
export function openEncoder(
  { SYNOPTIC_EMBEDDINGS_URL: base, SYNOPTIC_EMBEDDINGS_MODEL: model, SYNOPTIC_EMBEDDINGS_KEY: secret }: Settings,
  http: Pick<Http, 'post'>,
  clock: () => number = Date.now,
): Encoder | undefined {
  if (base === undefined || model === undefined) return undefined;
  const url = /\/embeddings\/?$/.test(base) ? base : `${base.replace(/\/+$/, '')}/embeddings`;
  const headers: Record<string, string> = secret === undefined ? {} : { authorization: `Bearer ${secret}` };
  let resting: { until: number; reason: Reason } | undefined;

  async function ask(input: string[]): Promise<Embedding[] | { reason: Reason }> {
    const json = { model, input, encoding_format: 'float' };
    const limits = { timeoutMs: PATIENCE_MS, maxBytes: MOST_BYTES };
    const result = await http.post(url, { json, headers, ...limits, isOwn: true });
    if (result.outcome === 'failed') return { reason: result.reason };
    return embeddingsIn(result.body, input.length) ?? { reason: NOT_UNDERSTOOD };
  }

  return {
    model,
    key: createHash('sha256').update(`${url} ${model}`).digest('hex').slice(0, 16),
    async encode(texts) {
      if (resting !== undefined && clock() < resting.until) return { reason: resting.reason };
      const all: Embedding[] = [];
      for (let from = 0; from < texts.length; from += AT_ONCE) {
        // An empty text is refused by some; a space stands for it, as one point among the others.
        const input = texts.slice(from, from + AT_ONCE).map((text) => text.slice(0, MOST_SIGNS).trim() || ' ');
        const given = await ask(input);
        const failed = 'reason' in given ? given.reason : sameLength(all, given) ? undefined : NOT_UNDERSTOOD;
        if (failed !== undefined) {
          resting = { until: clock() + REST_MS, reason: failed };
          return { reason: failed };
        }
        all.push(...(given as Embedding[]));
      }
      return all;
    },
  };
}

const NOT_UNDERSTOOD: Reason = {
  code: 'answer-not-understood',
  message: 'The address answers, but not like an embeddings endpoint. Check SYNOPTIC_EMBEDDINGS_URL.',
};

function sameLength(all: readonly Embedding[], more: readonly Embedding[]): boolean {
  const length = (all[0] ?? more[0])?.length;
  return more.every((each) => each.length === length);
}

/** One for each of `count` texts, whatever order they came in; undefined when that is not what the answer holds. */
function embeddingsIn(body: Uint8Array, count: number): Embedding[] | undefined {
  try {
    const { data } = answerShape.parse(JSON.parse(new TextDecoder().decode(body)));
    const byIndex = new Map(data.map(({ index, embedding }) => [index, Float32Array.from(embedding)]));
    const found = Array.from({ length: count }, (_, at) => byIndex.get(at)).filter((each) => each !== undefined);
    return found.length === count ? found : undefined;
  } catch {
    return undefined;
  }
}
