import { createHmac } from 'node:crypto';
import type { PostResult } from '#lib/http';
import { getStory, type Story } from '#lib/store/stories';
import { claimDelivery, type Delivery, noteNewStories, saveDelivery } from '#lib/store/webhook-deliveries';
import type { Timestamp } from '#lib/types';
import type { Ports } from './ports';

/** Where new stories are told; nothing else of the network is needed for it. */
export type Webhook = {
  post(json: unknown, headers: Record<string, string>): Promise<PostResult>;
  /** Signs what is sent; without it nothing is signed. */
  secret?: string;
};

/** Waits after the first, second … failed try, in seconds: about a day in all, so that a night's outage on the other side loses nothing. */
const WAITS = [60, 300, 1_800, 7_200, 21_600, 43_200];
/** Longer than one try can take; a process that dies meanwhile leaves its story to the others. */
const LEASE_SECONDS = 120;
/** What is older is no news: after a pause of the webhook or of the reading nobody wants last week's stories. */
const NEWS_SECONDS = 86_400;
const MOST_AT_ONCE = 50;

/**
 * Tells the webhook of each story that a second outlet has begun to report: once, however many processes read. Kept in the store before
 * it is sent; what fails is tried again at later readings and given up with its reason. Only a process that dies between sending
 * and writing that down makes a story come twice; receivers know it by `X-Synoptic-Delivery`.
 */
export async function tellNewStories(
  ports: Pick<Ports, 'store' | 'now' | 'webhook'>,
  signal?: AbortSignal,
): Promise<void> {
  const { store, now, webhook } = ports;
  if (webhook === undefined) return;
  await noteNewStories(store, now(), before(now(), NEWS_SECONDS));
  for (let told = 0; told < MOST_AT_ONCE && !signal?.aborted; told++) {
    const delivery = await claimDelivery(store, now(), LEASE_SECONDS);
    if (delivery === undefined) return;
    const story = await getStory(store, delivery.storyId);
    // Merged into another, or its texts were deleted: there is nothing to tell.
    if (story === undefined) {
      const reason = { code: 'unknown-id', message: 'The story was gone before it could be told.' };
      await saveDelivery(store, delivery, { state: 'given-up', at: now(), reason });
      continue;
    }
    const result = await webhook.post(...letter(story, now(), webhook.secret));
    await keep(ports, delivery, result);
    // Others would fail as well: what is due stays due.
    if (result.outcome === 'failed') return;
  }
}

/** What is there before the first reading with a webhook is known already. */
export async function beginTelling({ store, now, webhook }: Pick<Ports, 'store' | 'now' | 'webhook'>): Promise<void> {
  if (webhook !== undefined) await noteNewStories(store, now(), before(now(), NEWS_SECONDS));
}

async function keep(
  { store, now }: Pick<Ports, 'store' | 'now'>,
  delivery: Delivery,
  result: PostResult,
): Promise<void> {
  const at = now();
  if (result.outcome === 'ok') return saveDelivery(store, delivery, { state: 'sent', at });
  const { reason, status, retryAfterSeconds = 0, isUnasked } = result;
  const wait = WAITS[delivery.tries - 1];
  const tries = isUnasked ? delivery.tries - 1 : delivery.tries;
  // 410: the address says that it will not come back.
  if (wait === undefined || status === 410) return saveDelivery(store, delivery, { state: 'given-up', at, reason });
  const again = before(at, -Math.max(wait, retryAfterSeconds));
  return saveDelivery(store, { ...delivery, tries }, { state: 'waiting', at, again, reason });
}

function letter(
  story: Story,
  at: Timestamp,
  secret: string | undefined,
): [json: object, headers: Record<string, string>] {
  const { memberships: _, ...facts } = story;
  const links = { page: `/stories/${story.id}`, api: `/api/v1/stories/${story.id}` };
  const json = { event: 'story.new', at, story: { ...facts, ...links } };
  const seconds = Math.floor(Date.parse(at) / 1000);
  return [
    json,
    {
      'x-synoptic-event': json.event,
      'x-synoptic-delivery': story.id,
      ...(secret === undefined ? {} : { 'x-synoptic-signature': signature(JSON.stringify(json), seconds, secret) }),
    },
  ];
}

/** `t=1741089600,v1=…`: HMAC-SHA-256 of "time.body" in hex. The time is signed too, so that an old letter cannot be sent again as new. */
export function signature(body: string, seconds: number, secret: string): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}

function before(at: Timestamp, seconds: number): Timestamp {
  return new Date(Date.parse(at) - seconds * 1000).toISOString();
}
