import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Config } from '#lib/config';
import { codebookHash } from '#lib/framing/codebook';
import { checkCoderAnswer } from '#lib/framing/coder-answer';
import { coderQuestion, QUESTION_VERSION } from '#lib/framing/coder-question';
import type { Http } from '#lib/http';
import { type CoderReading, saveCoderReading } from '#lib/store/coder-readings';
import type { Store } from '#lib/store/open-store';
import type { Article, Codebook, Reason, Timestamp } from '#lib/types';

/** An OpenAI-compatible chat endpoint that proposes codes. Off unless the owner names one. */
export type SecondCoder = { url: string; model: string; key?: string };

/** undefined: none is set up. */
export function secondCoderOf(
  config: Pick<Config, 'SYNOPTIC_CODER_URL' | 'SYNOPTIC_CODER_MODEL' | 'SYNOPTIC_CODER_KEY'>,
): SecondCoder | undefined {
  const { SYNOPTIC_CODER_URL: base, SYNOPTIC_CODER_MODEL: model, SYNOPTIC_CODER_KEY: key } = config;
  if (base === undefined || model === undefined) return undefined;
  const url = /\/chat\/completions\/?$/.test(base) ? base : `${base.replace(/\/+$/, '')}/chat/completions`;
  return { url, model, ...(key === undefined ? {} : { key }) };
}

/** The same for two readings only when model and question are the same. */
export function coderKey({ model }: SecondCoder): string {
  return createHash('sha256').update(`${QUESTION_VERSION} ${model}`).digest('hex').slice(0, 16);
}

/** Generating takes long where the endpoint is a machine in the next room. */
const PATIENCE_MS = 120_000;
const MOST_BYTES = 1_000_000;
const MOST_SIGNS = 60_000;

const answerShape = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

type Ports = { store: Store; http: Pick<Http, 'post'>; now: () => Timestamp };

/**
 * Asks about one text and keeps what was proposed. Whatever comes back is checked against the text; nothing of it enters a count.
 * What goes wrong is a reason, and nothing kept before is lost.
 */
export async function askSecondCoder(
  { store, http, now }: Ports,
  coder: SecondCoder,
  article: Article,
  codebook: Codebook,
  timeoutMs = PATIENCE_MS,
): Promise<CoderReading | { reason: Reason }> {
  const text = { id: article.id, headline: article.headline, paragraphs: article.paragraphs.map((each) => each.text) };
  const signs = text.headline.length + text.paragraphs.reduce((sum, each) => sum + each.length, 0);
  if (signs > MOST_SIGNS)
    return {
      reason: {
        code: 'text-too-long',
        message: `The text has ${signs} signs; a second coder is given at most ${MOST_SIGNS}.`,
      },
    };
  const { system, user } = coderQuestion(text, codebook);
  const result = await http.post(coder.url, {
    json: {
      model: coder.model,
      temperature: 0,
      messages: [
        { role: 'system', content: system },
        { role: 'user', content: user },
      ],
    },
    headers: coder.key === undefined ? {} : { authorization: `Bearer ${coder.key}` },
    maxBytes: MOST_BYTES,
    timeoutMs,
  });
  if (result.outcome === 'failed') return { reason: result.reason };
  const content = contentOf(result.body);
  if (content === undefined)
    return {
      reason: {
        code: 'answer-not-understood',
        message: 'The address answers, but not like a chat endpoint. Check SYNOPTIC_CODER_URL.',
      },
    };
  const checked = checkCoderAnswer(content, text, codebook);
  if ('code' in checked) return { reason: checked };
  const reading: CoderReading = {
    articleId: article.id,
    articleVersion: article.version,
    codebook: { id: codebook.id, hash: codebookHash(codebook) },
    coder: coderKey(coder),
    model: coder.model,
    at: now(),
    proposals: checked.proposals,
    dropped: { ...checked.dropped },
  };
  await saveCoderReading(store, reading);
  return reading;
}

function contentOf(body: Uint8Array): string | undefined {
  try {
    const parsed = answerShape.safeParse(JSON.parse(new TextDecoder().decode(body)));
    return parsed.data?.choices[0]?.message.content;
  } catch {
    return undefined;
  }
}
