import Parser from 'rss-parser';
import { parseFeed } from '#lib/feed/parse-feed';
import { openFeedParser } from '#lib/feed/parse-in-worker';
import { rss } from '../newsroom';

const FEEDS = 300;
const ITEMS = 30;
const AT_ONCE = 8;

/** Feeds a second: rss-parser alone in a loop (the yardstick), this parser in the process, and in its threads as in a refresh. */
export async function measureFeeds(): Promise<Record<string, number>> {
  const documents = Array.from({ length: FEEDS }, (_, at) => inventFeed(at));
  const bytes = documents.map((text) => new TextEncoder().encode(text));
  const bare = new Parser();
  const threads = openFeedParser();
  await Promise.all(Array.from({ length: AT_ONCE }, () => threads.parseFeed(bytes[0] ?? new Uint8Array())));
  const rows = {
    'rss-parser alone': await perSecond(documents, 1, (text) => bare.parseString(text)),
    'parsed in the process': await perSecond(bytes, 1, (body) => parseFeed(body)),
    'parsed in threads': await perSecond(bytes, AT_ONCE, (body) => threads.parseFeed(body)),
  };
  await threads.close();
  return rows;
}

async function perSecond<T>(
  feeds: readonly T[],
  atOnce: number,
  parse: (feed: T) => Promise<unknown>,
): Promise<number> {
  for (const feed of feeds.slice(0, 30)) await parse(feed); // the engine compiles what runs often
  const waiting = [...feeds];
  const from = performance.now();
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await parse(next);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return feeds.length / ((performance.now() - from) / 1000);
}

/** About 30 KB: as many items as outlets usually announce, with a summary each. */
function inventFeed(seed: number): string {
  const item = (at: number) => ({
    title: `Council ${seed} discusses harbour bridge ${at} & its “costs”`,
    link: `https://outlet-${seed}.example/news/${at}?from=feed&n=${at}`,
    published: new Date(Date.UTC(2024, 2, 5) + at * 3_600_000).toUTCString(),
    description: `<p>Paragraph ${at} of the summary, <b>with</b> some markup.</p><p>${'A sentence about the ferry line. '.repeat(15)}</p>`,
  });
  return rss(
    `Outlet ${seed}`,
    Array.from({ length: ITEMS }, (_, at) => item(at)),
  );
}
