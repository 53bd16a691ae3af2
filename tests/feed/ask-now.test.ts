import { expect, it } from 'vitest';
import { whyNotNow } from '#lib/feed/ask-now';
import type { FeedState } from '#lib/types';

const NOW = '2025-03-04T12:00:00.000Z';
const minutes = (count: number) => new Date(Date.parse(NOW) + count * 60_000).toISOString();

function feed(more: Partial<FeedState>): FeedState {
  return {
    id: 'f',
    outletId: 'o',
    url: 'https://outlet.example/feed',
    failures: 0,
    intervalSeconds: 7200,
    nextCheckAt: minutes(30),
    retired: false,
    ...more,
  };
}

it.each<[string, Partial<FeedState>, string | undefined]>([
  ['never asked', {}, undefined],
  ['due', { lastTryAt: minutes(-5), nextCheckAt: minutes(-1) }, undefined],
  ['rested for a quarter of an hour, with validators', { lastTryAt: minutes(-15), etag: '"a"' }, undefined],
  ['asked a moment ago', { lastTryAt: NOW, etag: '"a"' }, 'read less than a minute ago'],
  ['asked 14 minutes ago', { lastTryAt: minutes(-14), lastModified: 'then' }, 'read 14 minutes ago'],
  ['sent whole each time, asked 40 minutes ago', { lastTryAt: minutes(-40) }, 'read 40 minutes ago'],
  ['sent whole each time, asked an hour ago', { lastTryAt: minutes(-60) }, undefined],
  ['paused', { pausedAt: NOW, nextCheckAt: minutes(-1) }, 'paused here'],
  ['gone', { retired: true, lastError: { code: 'gone', message: 'Gone.' } }, 'no longer read: Gone.'],
  [
    'failed, and told to wait',
    { failures: 1, lastTryAt: minutes(-20), lastError: { code: 'http-status', message: 'It answered 503.' } },
    'the last try failed and the next must wait: It answered 503.',
  ],
  ['asks to be spared at this hour', { quiet: { hours: [12], days: [] } }, 'asks not to be read at this hour'],
  ['asks to be spared on another day', { quiet: { hours: [], days: [0] } }, undefined],
])('%s', (_name, state, expected) => {
  expect(whyNotNow(feed(state), NOW)?.message).toBe(expected);
});
