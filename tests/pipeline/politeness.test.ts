import { afterEach, beforeEach, expect, it } from 'vitest';
import { refresh } from '#lib/pipeline';
import { subscribe } from '#lib/pipeline/subscribe';
import { type Newsroom, openNewsroom, rss } from '../newsroom';
import { freshStores } from '../store/fresh-store';
import { openTestPorts } from './pipeline-ports';

const { store, other } = freshStores('sqlite');
let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom();
  return () => room.close();
});
afterEach(() => {
  room.asked.length = 0;
});

const OUTLET = { id: 'ferry', name: 'Ferry', sample: false };
const requests = () => room.asked.filter(({ path }) => path === '/feed').length;

it('a feed told to wait is not asked by a process that was started anew', async () => {
  room.put('/feed', { status: 429, headers: { 'retry-after': '7200' } });
  const first = openTestPorts(store());
  await subscribe(first, OUTLET, `${room.url}/feed`);
  await refresh(first);
  expect(requests()).toBe(1);

  const again = openTestPorts(await other());
  again.advance(3_600);
  await refresh(again);
  expect(requests()).toBe(1);
  again.advance(2 * 3_600);
  await refresh(again);
  expect(requests()).toBe(2);
});

it('nor is a feed that was read, before its time; then it is asked with what is known of it', async () => {
  const validators = { etag: 'W/"a,b"', lastModified: 'Tue, 05 Mar 2024 10:00:00 GMT' };
  room.put('/feed', { body: rss('Ferry', []), ...validators });
  const first = openTestPorts(store());
  await subscribe(first, OUTLET, `${room.url}/feed`);
  await refresh(first);

  const again = openTestPorts(await other());
  await refresh(again);
  expect(requests()).toBe(1);
  again.advance(26 * 3_600);
  const report = await refresh(again);
  expect(report.feeds).toMatchObject({ read: 0, unchanged: 1, failed: 0 });
  expect(room.asked.at(-1)?.headers).toMatchObject({
    'if-none-match': validators.etag,
    'if-modified-since': validators.lastModified,
  });
});
