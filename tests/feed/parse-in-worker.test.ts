import { afterAll, describe, expect, it } from 'vitest';
import { SynopticError } from '#lib/errors';
import { parseFeed } from '#lib/feed/parse-feed';
import { openFeedParser } from '#lib/feed/parse-in-worker';
import { rss } from '../newsroom';

const bytes = (text: string) => new TextEncoder().encode(text);
const ferry = (title: string) => bytes(rss(title, [{ title: 'Bridge reopens', link: 'https://ferry.example/1' }]));
/** Valid, and many times what 100 ms are enough for on any machine. */
const ENDLESS = bytes(
  rss(
    'Endless',
    Array.from({ length: 100_000 }, (_, at) => ({ title: `Item ${at}`, link: `https://ferry.example/${at}` })),
  ),
);

const parser = openFeedParser();
afterAll(() => parser.close());

async function refusal(body: Uint8Array, from = parser): Promise<SynopticError> {
  const error = await from.parseFeed(body).catch((each: unknown) => each);
  if (!(error instanceof SynopticError)) throw new Error('the feed was read');
  return error;
}

describe('openFeedParser', () => {
  it('gives what parsing in the process gives', async () => {
    const options = { url: 'https://ferry.example/feed', contentType: 'text/xml; charset=utf-8' };
    expect(await parser.parseFeed(ferry('Ferry'), options)).toEqual(await parseFeed(ferry('Ferry'), options));
  });

  it('hands on why a document is no feed', async () => {
    expect(await refusal(bytes('<html><body>Sign in</body></html>'))).toMatchObject({ code: 'html-not-feed' });
  });

  it('ends a feed that takes too long', async () => {
    const hasty = openFeedParser({ deadlineMs: 100 });
    expect(await refusal(ENDLESS, hasty)).toMatchObject({ code: 'too-slow' });
    await hasty.close();
  });

  it('refuses what is too large without starting anything', async () => {
    const small = openFeedParser({ maxBytes: 100 });
    expect(await refusal(ENDLESS, small)).toMatchObject({ code: 'too-large' });
  });
});
