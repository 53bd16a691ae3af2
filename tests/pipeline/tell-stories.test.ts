import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '#lib/config';
import { openHttp } from '#lib/http';
import { type Ports, webhookOf } from '#lib/pipeline/ports';
import { beginTelling, signature, tellNewStories } from '#lib/pipeline/tell-stories';
import type { Store } from '#lib/store/open-store';
import { listDeliveries } from '#lib/store/webhook-deliveries';
import { openReceiver, type Receiver } from '../receiver';
import { DIALECTS, freshStores } from '../store/fresh-store';
import { inventStory } from '../store/invented-story';

const SECRET = 'a secret of the test';
const START = Date.parse('2025-03-04T12:00:00Z');

describe.each(DIALECTS)('the webhook on %s', (dialect) => {
  const { store, other } = freshStores(dialect);
  let receiver: Receiver;
  let time = START;

  beforeEach(async () => {
    receiver = await openReceiver();
    time = START;
  });
  afterEach(() => receiver.close());

  type Here = Pick<Ports, 'store' | 'now' | 'webhook'>;
  function portsOn(of: Store, secret: string | null = SECRET): Here {
    const config = readConfig({
      SYNOPTIC_ALLOW_PRIVATE_HOSTS: '1',
      SYNOPTIC_HOST_GAP_MS: '0',
      SYNOPTIC_WEBHOOK_URL: `${receiver.url}/hook`,
      ...(secret === null ? {} : { SYNOPTIC_WEBHOOK_SECRET: secret }),
    });
    const webhook = webhookOf(config, openHttp(config, { now: () => time }));
    return { store: of, now: () => new Date(time).toISOString(), ...(webhook === undefined ? {} : { webhook }) };
  }
  const told = () => receiver.letters.map(({ json }) => (json as { story: { id: string } }).story.id);
  const states = async () =>
    (await listDeliveries(store(), 50)).map(({ storyId, state, tries }) => [storyId, state, tries]);

  it('tells of a story once a second outlet reports it, signed, and once', async () => {
    const ports = portsOn(store());
    await inventStory(store(), 'ferry', ['Harbour Post'], new Date(time).toISOString());
    await beginTelling(ports);
    await tellNewStories(ports);
    expect(told()).toEqual([]);
    await inventStory(store(), 'ferry', ['Quay Courier'], new Date(time).toISOString());
    await tellNewStories(ports);
    await inventStory(store(), 'ferry', ['Island Wire'], new Date(time).toISOString());
    await tellNewStories(ports);
    expect(told()).toEqual(['ferry']);
    const [letter] = receiver.letters;
    expect(letter?.json).toMatchObject({
      event: 'story.new',
      story: { id: 'ferry', outletCount: 2, page: '/stories/ferry', api: '/api/v1/stories/ferry' },
    });
    expect(letter?.headers['x-synoptic-delivery']).toBe('ferry');
    // As a receiver checks it: over the bytes that came.
    const [, t = '', v1 = ''] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(letter?.headers['x-synoptic-signature'])) ?? [];
    expect(v1).toBe(createHmac('sha256', SECRET).update(`${t}.${letter?.body}`).digest('hex'));
    expect(await states()).toEqual([['ferry', 'sent', 1]]);
  });

  it('takes what was there before as known, leaves samples out, and last week’s stories', async () => {
    const now = new Date(time).toISOString();
    await inventStory(store(), 'before', ['Harbour Post', 'Quay Courier'], now);
    await beginTelling(portsOn(store()));
    await inventStory(store(), 'sample', ['The Sample', 'Another Sample'], now, { sample: true });
    await inventStory(store(), 'old', ['Harbour Post', 'Quay Courier'], '2025-02-20T12:00:00Z');
    await inventStory(store(), 'new', ['Harbour Post', 'Quay Courier'], now);
    await tellNewStories(portsOn(store()));
    expect(told()).toEqual(['new']);
  });

  it('tries again, later each time, and gives up with the reason', async () => {
    const ports = portsOn(store());
    await beginTelling(ports);
    await inventStory(store(), 'ferry', ['Harbour Post', 'Quay Courier'], new Date(time).toISOString());
    receiver.answer = () => ({ status: 503 });
    const tries: number[] = [];
    for (const minute of [0, 0.9, 1, 5.9, 6, 35, 36, 155, 156, 515, 516, 1235, 1236, 9999]) {
      time = START + minute * 60_000;
      const before = receiver.letters.length;
      await tellNewStories(ports);
      if (receiver.letters.length > before) tries.push(minute);
    }
    expect(tries).toEqual([0, 1, 6, 36, 156, 516, 1236]);
    const [last] = await listDeliveries(store(), 1);
    expect(last).toMatchObject({ state: 'given-up', tries: 7, reason: { code: 'http-status' } });
    expect(last?.dueAt).toBeUndefined();
  });

  it.each([
    ['an answer after all', [{ status: 500 }, { status: 200 }], 60, [['ferry', 'sent', 2]]],
    [
      'a redirect, which is not followed',
      [{ status: 302, headers: { location: '/else' } }],
      0,
      [['ferry', 'waiting', 1]],
    ],
    ['410: not again', [{ status: 410 }], 0, [['ferry', 'given-up', 1]]],
    [
      'Retry-After is kept',
      [{ status: 429, headers: { 'retry-after': '600' } }, { status: 200 }],
      120,
      [['ferry', 'waiting', 1]],
    ],
    [
      'Retry-After is over',
      [{ status: 429, headers: { 'retry-after': '600' } }, { status: 200 }],
      601,
      [['ferry', 'sent', 2]],
    ],
  ])('%s', async (_name, answers, seconds, expected) => {
    const ports = portsOn(store());
    await beginTelling(ports);
    await inventStory(store(), 'ferry', ['Harbour Post', 'Quay Courier'], new Date(time).toISOString());
    const left = [...answers];
    receiver.answer = () => left.shift() ?? { status: 200 };
    await tellNewStories(ports);
    time += seconds * 1000;
    await tellNewStories(ports);
    expect(await states()).toEqual(expected);
  });

  it('two workers tell each story once', async () => {
    const all = [portsOn(store()), portsOn(await other())];
    await Promise.all(all.map(beginTelling));
    const ids = Array.from({ length: 12 }, (_, index) => `story-${index}`);
    for (const id of ids)
      await inventStory(store(), id, ['Harbour Post', 'Quay Courier'], new Date(time).toISOString());
    await Promise.all([...all, ...all].map((ports) => tellNewStories(ports)));
    expect(told().sort()).toEqual([...ids].sort());
  });

  it('without a secret nothing is signed, without an address nothing is kept', async () => {
    const ports = portsOn(store(), null);
    await beginTelling(ports);
    await inventStory(store(), 'ferry', ['Harbour Post', 'Quay Courier'], new Date(time).toISOString());
    const { webhook: _, ...silent } = ports;
    await tellNewStories(silent);
    expect(await states()).toEqual([]);
    await tellNewStories(ports);
    expect(receiver.letters[0]?.headers['x-synoptic-signature']).toBeUndefined();
    expect(told()).toEqual(['ferry']);
  });
});

it('signs time and body together', () => {
  expect(signature('{"a":1}', 1_741_089_600, SECRET)).toMatch(/^t=1741089600,v1=[0-9a-f]{64}$/);
  expect(signature('{"a":1}', 1_741_089_601, SECRET)).not.toBe(signature('{"a":1}', 1_741_089_600, SECRET));
});
