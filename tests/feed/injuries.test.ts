import { describe, expect, it } from 'vitest';
import { parseFeed } from '#lib/feed/parse-feed';

/**
 * One injury a feed, in RSS, Atom and RSS 1.0, and in one entry after another: the share of all entries that come back with
 * headline and link. Elsewhere the same damage loses whole feeds; the shares to reach are at least the best known ones.
 */
const ENTRIES = 40;
/** Every fifth entry is injured in its turn. */
const STEP = 5;
type Format = 'rss' | 'atom' | 'rdf';
type Feed = { format: Format; text: string; at: number };

const title = (at: number) => `Council ${at} meets about the quay`;
const link = (at: number) => `https://ferry.example/news/${at}`;

function entry(format: Format, at: number): string {
  const moment = new Date(Date.UTC(2024, 2, 5, 10, at));
  const lines = {
    rss: `<item>\n<title>${title(at)}</title>\n<link>${link(at)}</link>\n<guid isPermaLink="false">g${at}</guid>\n<pubDate>${moment.toUTCString()}</pubDate>\n<description>Text ${at} with &lt;b&gt;markup&lt;/b&gt;.</description>\n</item>`,
    atom: `<entry>\n<title>${title(at)}</title>\n<link href="${link(at)}"/>\n<id>g${at}</id>\n<updated>${moment.toISOString()}</updated>\n<summary type="html">Text ${at} with &lt;b&gt;markup&lt;/b&gt;.</summary>\n</entry>`,
    rdf: `<item rdf:about="${link(at)}">\n<title>${title(at)}</title>\n<link>${link(at)}</link>\n<dc:date>${moment.toISOString()}</dc:date>\n<description>Text ${at} with &lt;b&gt;markup&lt;/b&gt;.</description>\n</item>`,
  };
  return lines[format];
}

function whole(format: Format): string {
  const entries = Array.from({ length: ENTRIES }, (_, at) => entry(format, at)).join('\n');
  const frames = {
    rss: `<rss version="2.0"><channel><title>Ferry</title>\n${entries}\n</channel></rss>`,
    atom: `<feed xmlns="http://www.w3.org/2005/Atom"><title>Ferry</title>\n${entries}\n</feed>`,
    rdf: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Ferry</title></channel>\n${entries}\n</rdf:RDF>`,
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${frames[format]}`;
}

/** The entry at `at` changed, the rest as it was; undefined where there is nothing of the kind to change. */
function inEntry(feed: Feed, change: (entry: string) => string): string | undefined {
  const old = entry(feed.format, feed.at);
  const changed = change(old);
  return changed === old ? undefined : feed.text.replace(old, () => changed);
}

const anywhere = (feed: Feed, text: string) => (feed.at === 0 ? text : undefined);
const INJURIES: [name: string, share: number, injure: (feed: Feed) => (string | undefined)[]][] = [
  ['a bare & in one link', 1, (feed) => [inEntry(feed, (old) => old.replaceAll(link(feed.at), `${link(feed.at)}?a=1&b=2`))]],
  ['a bare & in one title', 1, (feed) => [inEntry(feed, (old) => old.replace('</title>', ' & the pier</title>'))]],
  ['HTML’s own entities', 1, (feed) => [inEntry(feed, (old) => old.replace('Text', 'Caf&eacute;&nbsp;&hellip; text'))]],
  ['control characters', 1, (feed) => [inEntry(feed, (old) => old.replace('Text', 'Te\u0001x\u0008t\u000b\u001f'))]],
  ['U+FFFE', 1, (feed) => [inEntry(feed, (old) => old.replace('Text', 'Te\ufffext'))]],
  ['truncated at 60 %', 0.57, (feed) => [anywhere(feed, feed.text.slice(0, feed.text.length * 0.6))]],
  ['a PHP warning before the prolog', 1, (feed) => [anywhere(feed, `<br />\n<b>Warning</b>: Undefined index in <b>/www/feed.php</b> on line <b>7</b><br />\n${feed.text}`)]],
  ['white space before the prolog', 1, (feed) => [anywhere(feed, `\n\n \t${feed.text}`)]],
  ['a script after the root', 1, (feed) => [anywhere(feed, `${feed.text}\n<script>if (1 < 2 && 3) document.write("<b>");</script>`)]],
  [
    'an unclosed tag in one item',
    0.95,
    (feed) =>
      ['title', 'link', 'guid', 'id', 'pubDate', 'updated', 'dc:date', 'description', 'summary', 'item', 'entry'].map((name) =>
        inEntry(feed, (old) => old.replace(`</${name}>`, '')),
      ),
  ],
  [
    'an inline tag opened in one item and never closed',
    0.95,
    (feed) => ['b', 'p', 'br', 'a href="x"', 'img src="x"'].map((tag) => inEntry(feed, (old) => old.replace('Text', `<${tag}>Text`))),
  ],
  ['an end tag too many', 1, (feed) => ['b', 'p', 'title', 'div'].map((name) => inEntry(feed, (old) => old.replace('Text', `Text</${name}>`)))],
  ['one bad date', 1, (feed) => [inEntry(feed, (old) => old.replace(/2024/g, '20X4'))]],
  ['<rss> without a version', 1, (feed) => [anywhere(feed, feed.text.replace(' version="2.0"', ''))]],
  ['names in upper case', 1, (feed) => [anywhere(feed, feed.text.replace(/<(\/?)(rss|channel|item|title|link|feed|entry)\b/g, (_, slash, name) => `<${slash}${name.toUpperCase()}`))]],
]; // biome-ignore format: a table

describe('injuries: share of entries recovered', () => {
  it.each(INJURIES)('%s: at least %d', async (_name, share, injure) => {
    let found = 0;
    let all = 0;
    for (const format of ['rss', 'atom', 'rdf'] as const) {
      for (let at = 0; at < ENTRIES; at += STEP) {
        const injured = injure({ format, text: whole(format), at }).filter((text) => text !== undefined);
        for (const text of injured) {
          const { entries } = await parseFeed(text);
          all += ENTRIES;
          found += Array.from({ length: ENTRIES }, (_, nth) => nth).filter((nth) =>
            entries.some((each) => each.title?.startsWith(title(nth)) && each.link?.startsWith(link(nth))),
          ).length;
        }
      }
    }
    expect(all).toBeGreaterThan(0);
    expect(found / all).toBeGreaterThanOrEqual(share);
  });
});
