import { afterAll, describe, expect, it } from 'vitest';
import { SynopticError } from '#lib/errors';
import { parseFeed } from '#lib/feed/parse-feed';
import { openFeedParser } from '#lib/feed/parse-in-worker';
import { rss } from '../newsroom';

const bytes = (text: string) => new TextEncoder().encode(text);
const ferry = (title: string) => bytes(rss(title, [{ title: 'Bridge reopens', link: 'https://ferry.example/1' }]));
/** Valid, and many times what 200 ms are enough for on any machine. */
const ENDLESS = bytes(
  rss(
    'Endless',
    Array.from({ length: 100_000 }, (_, at) => ({ title: `Item ${at}`, link: `https://ferry.example/${at}` })),
  ),
);

const parser = openFeedParser({ deadlineMs: 200 });
afterAll(() => parser.close());

async function refusal(body: Uint8Array, from = parser): Promise<SynopticError> {
  const error = await from.parseFeed(body).catch((each: unknown) => each);
  if (!(error instanceof SynopticError)) throw new Error('the feed was read');
  return error;
}

describe('openFeedParser', () => {
  it('gives what parsing in the process gives', async () => {
    const options = { url: 'https://ferry.example/feed', contentType: 'text/xml; charset=utf-8' };
    const calm = openFeedParser();
    expect(await calm.parseFeed(ferry('Ferry'), options)).toEqual(await parseFeed(ferry('Ferry'), options));
    await calm.close();
  });

  it('hands on why a document is no feed', async () => {
    const calm = openFeedParser();
    expect(await refusal(bytes('<html><body>Sign in</body></html>'), calm)).toMatchObject({ code: 'html-not-feed' });
    await calm.close();
  });

  it('ends a feed that takes too long, and the others are read as if nothing had been', async () => {
    const titles = ['One', 'Two', 'Three', 'Four'];
    const slow = refusal(ENDLESS);
    const others = await Promise.all(titles.map((title) => openedUntilRead(title)));
    expect(others).toEqual(titles);
    expect(await slow).toMatchObject({
      code: 'too-slow',
      message: 'Reading the feed took longer than 0.2 s and was stopped.',
    });
    expect(await openedUntilRead('After')).toBe('After');
  });

  it('ends a feed that needs too much memory, and goes on', async () => {
    const tight = openFeedParser({ workers: 1, heapMb: 64 });
    expect(await refusal(ENDLESS, tight)).toMatchObject({
      code: 'too-complex',
      message: 'Reading the feed needed more than 64 MB of memory and was stopped.',
    });
    expect((await tight.parseFeed(ferry('After'))).title).toBe('After');
    await tight.close();
  });

  it('refuses what is too large without starting anything', async () => {
    const small = openFeedParser({ maxBytes: 100 });
    expect(await refusal(ENDLESS, small)).toMatchObject({ code: 'too-large' });
  });

  it('answers everybody when it is closed, and afterwards', async () => {
    const own = openFeedParser({ workers: 1 });
    const waiting = [refusal(ferry('One'), own), refusal(ferry('Two'), own)];
    await own.close();
    for (const error of [...(await Promise.all(waiting)), await refusal(ferry('Three'), own)])
      expect(error.message).toContain('closed');
  });
});

// On a machine that is busy elsewhere, 200 ms may pass by for an ordinary feed too; it is only asked again.
async function openedUntilRead(title: string): Promise<string | undefined> {
  for (;;) {
    const feed = await parser.parseFeed(ferry(title)).catch((error: SynopticError) => error);
    if (!(feed instanceof SynopticError)) return feed.title;
    if (feed.code !== 'too-slow') throw feed;
  }
}
