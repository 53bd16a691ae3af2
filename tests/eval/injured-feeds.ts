import { decodeBytes } from '#lib/charset';
import { parseFeed } from '#lib/feed/parse-feed';
import type { Feed } from '#lib/types';
import type { FeedCase } from './feed-expectations';

type Injury = (text: string, entry: Entry) => string | undefined;
/** One entry's place in the document, tags included. */
type Entry = { from: number; to: number };

/** Smaller feeds say little: one entry lost of two is half of it. */
const FEWEST_ENTRIES = 5;

const within =
  (find: RegExp, put: string): Injury =>
  (text, { from, to }) => {
    const old = text.slice(from, to);
    const changed = old.replace(find, put);
    return changed === old ? undefined : text.slice(0, from) + changed + text.slice(to);
  };
const unclosed = (name: string) => within(new RegExp(`</${name}>`, 'i'), '');

const INJURIES: Record<string, Injury[]> = {
  'bare & in one link': [within(/(<link[^<>]*>\s*https?:[^<&]+|<link[^>]*href="https?:[^"&]+)/i, '$1&x=1&y=2')],
  'bare & in one title': [within(/<\/title>/i, ' & more</title>')],
  'HTML entities': [within(/<\/title>/i, '&nbsp;&eacute;&hellip;</title>')],
  'control characters': [within(/<\/title>/i, '\u0001\u0008\u001f</title>')],
  'truncated at 60 %': [(text) => text.slice(0, Math.floor(text.length * 0.6))],
  'PHP warning before prolog': [(text) => `<br />\n<b>Warning</b>: Undefined index in <b>/f.php</b> on line <b>7</b><br />\n${text}`],
  'whitespace before prolog': [(text) => `\n\n \t${text}`],
  'script after root': [(text) => `${text}\n<script>if (1 < 2 && 3) document.write("<b>");</script>`],
  'unclosed tag in one item': ['title', 'link', 'guid', 'id', 'pubDate', 'published', 'updated', 'description', 'summary', 'content', 'content:encoded', 'author', 'category'].map(unclosed),
  'unclosed item': ['item', 'entry'].map(unclosed),
  'one bad date': [within(/(<(pubDate|updated|published|dc:date)>)[^<]+/i, '$1soon')],
  'no version': [(text) => text.replace(/<rss[^>]*?\sversion="[^"]*"/i, '<rss')],
}; // biome-ignore format: a table

/**
 * Share of entries that come back with the same headline and link as from the whole feed, after one injury to one entry in the
 * middle; per kind of injury, over all feeds that were read without a word before it. A cut at 60 % cannot give more than .57 or so.
 */
export async function scoreInjured(
  cases: readonly { each: FeedCase; bytes: Uint8Array; feed: Feed }[],
): Promise<Record<string, number>> {
  const tally = new Map<string, { found: number; all: number; feeds: number }>();
  for (const { each, bytes, feed } of cases) {
    if (feed.entries.length < FEWEST_ENTRIES || feed.problems.length > 0) continue;
    const { text } = decodeBytes(bytes, each.http?.['content-type']);
    const entry = middleEntry(text);
    if (!entry) continue;
    for (const [name, ways] of Object.entries(INJURIES)) {
      for (const way of ways) {
        const injured = way(text, entry);
        if (injured === undefined) continue;
        const row = tally.get(name) ?? { found: 0, all: 0, feeds: 0 };
        row.feeds++;
        row.all += feed.entries.length;
        row.found += recovered(feed, await parseFeed(injured, {}).catch(() => undefined));
        tally.set(name, row);
      }
    }
  }
  return Object.fromEntries(
    [...tally].flatMap(([name, { found, all, feeds }]) => [
      [`injured, recovered: ${name}`, found / all],
      [`injured, recovered: ${name} (feeds)`, feeds],
    ]),
  );
}

function middleEntry(text: string): Entry | undefined {
  const starts = [...text.matchAll(/<(item|entry)[\s>]/gi)];
  const middle = starts[Math.floor(starts.length / 2)];
  if (!middle) return undefined;
  const end = new RegExp(`</${middle[1]}>`, 'gi');
  end.lastIndex = middle.index;
  const close = end.exec(text);
  return close ? { from: middle.index, to: close.index + close[0].length } : undefined;
}

function recovered(healthy: Feed, injured: Feed | undefined): number {
  const left = [...(injured?.entries ?? [])];
  let found = 0;
  for (const { title = '', link = '' } of healthy.entries) {
    const at = left.findIndex((each) => (each.title ?? '').startsWith(title) && (each.link ?? '').startsWith(link));
    if (at < 0) continue;
    left.splice(at, 1);
    found++;
  }
  return found;
}
