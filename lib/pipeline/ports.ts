import { type Extractor, openExtractor } from '#lib/article/extract-in-worker';
import type { Config } from '#lib/config';
import type { ParseFeed } from '#lib/feed/parse-feed';
import { openFeedParser } from '#lib/feed/parse-in-worker';
import { type Http, openHttp } from '#lib/http';
import type { RobotsCache } from '#lib/robots';
import { isSampleAddress, openSampleDoor } from '#lib/sample-door';
import { openStore, type Store } from '#lib/store/open-store';
import type { Membership, StoryArticle, Timestamp } from '#lib/types';
import { type Coder, openCoder } from './code-in-worker';
import { type Encoder, openEncoder } from './encoder';
import { matchInWorker } from './match-in-worker';
import type { Webhook } from './tell-stories';

/** Everything the pipeline touches outside itself, so that a test can hand in its own. */
export type Ports = {
  store: Store;
  http: Pick<Http, 'get' | 'post'>;
  extractor: Pick<Extractor, 'extract'>;
  /** Counts with a codebook, away from the event loop. */
  coder: Pick<Coder, 'code'>;
  parseFeed: ParseFeed;
  /** Groups articles as a whole batch, away from the event loop where that matters. */
  matchBatch: (articles: readonly StoryArticle[]) => Promise<Membership[]>;
  /** What the sites read so far ask of automatic readers. */
  robots: RobotsCache;
  /** The only clock the pipeline knows. */
  now: () => Timestamp;
  /** Says how alike two texts are in meaning; absent when none is set up. */
  encoder?: Encoder;
  /** Told of new stories; absent when nobody has asked for it. */
  webhook?: Webhook;
  /** Chance, 0..1, that keeps feeds from being asked all at once; without it nothing is spread. */
  chance?: () => number;
};

export type OpenPorts = Ports & { close(): Promise<void> };

/** @throws SynopticError `store-unavailable` */
export async function openPorts(config: Config): Promise<OpenPorts> {
  const store = await openStore(config);
  const extractor = openExtractor({});
  const feeds = openFeedParser();
  const network = openHttp(config);
  const webhook = webhookOf(config, network);
  const encoder = openEncoder(config, network);
  const coder = openCoder();
  return {
    store,
    http: routed(network),
    ...(webhook === undefined ? {} : { webhook }),
    ...(encoder === undefined ? {} : { encoder }),
    extractor,
    coder,
    parseFeed: feeds.parseFeed,
    matchBatch: matchInWorker,
    robots: new Map(),
    now: () => new Date().toISOString(),
    chance: Math.random,
    close: async () => {
      await extractor.close();
      await feeds.close();
      await coder.close();
      await store.close();
    },
  };
}

// Sample outlets live at reserved addresses (.example) that no server answers; their door reads data/samples instead.
function routed(network: Http): Http {
  const samples = openSampleDoor();
  return {
    get: (request) => (isSampleAddress(request.url) ? samples : network).get(request),
    post: network.post,
  };
}

/** Opens them for one piece of work and closes them after it, whatever comes of it. */
export async function withOpenPorts<T>(config: Config, work: (ports: OpenPorts) => Promise<T>): Promise<T> {
  const ports = await openPorts(config);
  try {
    return await work(ports);
  } finally {
    await ports.close();
  }
}

const WEBHOOK_TIMEOUT_MS = 10_000;
/** Whatever it answers is not read. */
const WEBHOOK_MAX_BYTES = 100_000;

export function webhookOf(config: Config, { post }: Pick<Http, 'post'>): Webhook | undefined {
  const { SYNOPTIC_WEBHOOK_URL: url, SYNOPTIC_WEBHOOK_SECRET: secret } = config;
  if (url === undefined) return undefined;
  return {
    post: (json, headers) => post(url, { json, headers, timeoutMs: WEBHOOK_TIMEOUT_MS, maxBytes: WEBHOOK_MAX_BYTES }),
    ...(secret === undefined ? {} : { secret }),
  };
}
