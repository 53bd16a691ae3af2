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
import { matchInWorker } from './match-in-worker';

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
  /** Chance, 0..1, that keeps feeds from being asked all at once; without it nothing is spread. */
  chance?: () => number;
};

export type OpenPorts = Ports & { close(): Promise<void> };

/** @throws SynopticError `store-unavailable` */
export async function openPorts(config: Config): Promise<OpenPorts> {
  const store = await openStore(config);
  const extractor = openExtractor({});
  const feeds = openFeedParser();
  const coder = openCoder();
  return {
    store,
    http: routed(openHttp(config)),
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
