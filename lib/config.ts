import { z } from 'zod';
import { SynopticError } from './errors';

const flag = z.enum(['0', '1']).transform((value) => value === '1');
const count = (min: number, max: number) => z.coerce.number().int().min(min).max(max);

/**
 * Every environment key in one table: what it does, its default, how it is checked.
 * Nothing else reads `process.env` (but the start and test scripts, which run before anything is installed).
 * README lists the same keys; a test compares the two.
 */
export const KEYS = {
  SYNOPTIC_HOME: { schema: z.string().min(1), fallback: '.synoptic', about: 'folder of the SQLite store' },
  DATABASE_URL: {
    schema: z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://'),
    fallback: undefined,
    about: 'PostgreSQL instead of SQLite',
  },
  SYNOPTIC_SAMPLES: { schema: flag, fallback: '1', about: '0: do not load the sample stories at the first start' },
  SYNOPTIC_DEFAULT_OUTLETS: {
    schema: flag,
    fallback: '1',
    about: '0: do not subscribe the default outlets of data/outlets.json',
  },
  SYNOPTIC_REFRESH: { schema: flag, fallback: '1', about: '0: the web process does not read feeds by itself' },
  SYNOPTIC_ALLOW_PRIVATE_HOSTS: {
    schema: flag,
    fallback: '0',
    about: '1: private and loopback addresses may be fetched (tests, a newsroom on this machine)',
  },
  SYNOPTIC_CONTACT_URL: {
    schema: z.url(),
    fallback: 'https://github.com/synoptic-reader/synoptic',
    about: 'address in the User-Agent for outlets that want to know who reads them',
  },
  SYNOPTIC_ADMIN_TOKEN: {
    schema: z.string().min(16, 'must have at least 16 characters'),
    fallback: undefined,
    about: 'secret that allows writing when the server is reachable from elsewhere',
  },
  SYNOPTIC_PUBLIC_COMPARING: {
    schema: count(0, 10_000),
    fallback: '0',
    about: 'comparisons and freezings an hour that a visitor who is not the owner may make',
  },
  SYNOPTIC_WEBHOOK_URL: {
    schema: z.url({ protocol: /^https?$/ }),
    fallback: undefined,
    about: 'address told of each new story that several outlets report',
  },
  SYNOPTIC_WEBHOOK_SECRET: {
    schema: z.string().min(16, 'must have at least 16 characters'),
    fallback: undefined,
    about: 'secret with which what is sent there is signed',
  },
  SYNOPTIC_HOST: { schema: z.string().min(1), fallback: '127.0.0.1', about: 'address the web server binds' },
  PORT: { schema: count(0, 65535), fallback: '3000', about: 'port the web server listens on' },
  SYNOPTIC_HTTP_TIMEOUT_MS: {
    schema: count(100, 120_000),
    fallback: '20000',
    about: 'longest time one request may take',
  },
  SYNOPTIC_HTTP_MAX_BYTES: {
    schema: count(10_000, 200_000_000),
    fallback: '15000000',
    about: 'largest body read, after decompression',
  },
  SYNOPTIC_HOST_GAP_MS: {
    schema: count(0, 60_000),
    fallback: '1000',
    about: 'least time between two requests to one host',
  },
  SYNOPTIC_PUBLIC_TEXT: {
    schema: z.enum(['excerpts', 'full']),
    fallback: 'excerpts',
    about: 'full: everybody sees whole texts in frozen comparisons, not the owner alone',
  },
  SYNOPTIC_EXCERPT_WORDS: {
    schema: count(5, 1000),
    fallback: '40',
    about: 'longest passage of a text that others than the owner see in a frozen comparison, in words',
  },
  SYNOPTIC_CODER_URL: {
    schema: z.url(),
    fallback: undefined,
    about: 'OpenAI-compatible endpoint of a second coder, such as https://coder.example/v1',
  },
  SYNOPTIC_CODER_MODEL: {
    schema: z.string().min(1),
    fallback: undefined,
    about: 'model the second coder is asked for; without it there is none',
  },
  SYNOPTIC_CODER_KEY: { schema: z.string().min(1), fallback: undefined, about: 'secret sent to the second coder' },
  SYNOPTIC_EMBEDDINGS_URL: {
    schema: z.url(),
    fallback: undefined,
    about: 'OpenAI-compatible endpoint of an encoder, such as https://encoder.example/v1',
  },
  SYNOPTIC_EMBEDDINGS_MODEL: {
    schema: z.string().min(1),
    fallback: undefined,
    about: 'model the encoder is asked for; without it there is none',
  },
  SYNOPTIC_EMBEDDINGS_KEY: { schema: z.string().min(1), fallback: undefined, about: 'secret sent to the encoder' },
} as const;

type Keys = typeof KEYS;
export type ConfigKey = keyof Keys;
type Value<K extends ConfigKey> = Keys[K]['fallback'] extends undefined
  ? z.output<Keys[K]['schema']> | undefined
  : z.output<Keys[K]['schema']>;
export type Config = { [K in ConfigKey]: Value<K> };

/**
 * @throws SynopticError `bad-config` naming every key whose value is not usable.
 */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const wrong: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [key, { schema, fallback }] of Object.entries(KEYS)) {
    const given = env[key] === '' ? undefined : env[key];
    const raw = given ?? fallback;
    if (raw === undefined) continue;
    const parsed = schema.safeParse(raw);
    if (parsed.success) values[key] = parsed.data;
    else wrong.push(`${key}: ${parsed.error.issues[0]?.message ?? 'not usable'} (got ${JSON.stringify(raw)})`);
  }
  if (wrong.length > 0)
    throw new SynopticError('bad-config', wrong.join('; '), { subject: wrong[0]?.split(':')[0] ?? '' });
  return values as Config;
}
