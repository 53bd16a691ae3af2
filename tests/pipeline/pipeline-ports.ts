import { afterAll } from 'vitest';
import { openExtractor } from '#lib/article/extract-in-worker';
import { readConfig } from '#lib/config';
import { parseFeed } from '#lib/feed/parse-feed';
import { openHttp } from '#lib/http';
import { openCoder } from '#lib/pipeline/code-in-worker';
import type { Ports } from '#lib/pipeline/ports';
import type { Store } from '#lib/store/open-store';
import { regroupStories } from '#lib/story/match-stories';

// Threads take a second to start, so the tests of one file use the same ones.
const extractor = openExtractor({ workers: 1 });
const coder = openCoder();
afterAll(async () => {
  await extractor.close();
  await coder.close();
});

export type TestPorts = Ports & { advance(seconds: number): void };

/** Real network, real store, real extraction; only the clock is the test's. */
export function openTestPorts(store: Store): TestPorts {
  let now = Date.parse('2025-03-04T12:00:00Z');
  const config = readConfig({
    SYNOPTIC_ALLOW_PRIVATE_HOSTS: '1',
    SYNOPTIC_HOST_GAP_MS: '0',
    SYNOPTIC_HTTP_TIMEOUT_MS: '4000',
  });
  return {
    store,
    http: openHttp(config, { now: () => now }),
    extractor,
    coder,
    parseFeed,
    matchBatch: regroupStories,
    robots: new Map(),
    now: () => new Date(now).toISOString(),
    advance: (seconds) => {
      now += seconds * 1000;
    },
  };
}
