import { afterAll, describe, expect, it } from 'vitest';
import { openFeedParser } from '#lib/feed/parse-in-worker';
import { rss } from '../newsroom';

// Longer than in life: a machine that runs all tests at once must not look like a hostile feed.
const parser = openFeedParser({ deadlineMs: 60_000 });
afterAll(() => parser.close());
const read = (xml: string) => parser.parseFeed(new TextEncoder().encode(xml));

const doc = (inside: string) =>
  `<rss version="2.0"><channel><title>F</title><item><title>a</title><link>https://f.example/1</link>${inside}</item></channel></rss>`;
const withTypes = (declarations: string, inside: string) => `<!DOCTYPE rss [${declarations}]>${doc(inside)}`;
const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');

// Each of these stopped some parser for seconds or for good, or ended its process. Read as the product reads, in a thread with a
// deadline, which none of them needs: what comes back is an entry, never more text than was sent.
describe('hostile documents come to an end', () => {
  it.each([
    ['billion laughs', withTypes(`<!ENTITY l0 "ha">${laughs}`, '<description>&l9;</description>')],
    [
      'quadratic entity',
      withTypes(`<!ENTITY a "${'a'.repeat(50_000)}">`, `<description>${'&a;'.repeat(50_000)}</description>`),
    ],
    ['nested entities', withTypes('<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">', '<description>&b;&b;</description>')],
    ['20,000 half tags in a description', doc(`<description>${'x&lt;p '.repeat(20_000)}</description>`)],
    ['80,000 half tags in a description', doc(`<description>${'x&lt;p '.repeat(80_000)}</description>`)],
    ['300,000 × < in content:encoded', doc(`<content:encoded><![CDATA[${'<'.repeat(300_000)}]]></content:encoded>`)],
    [
      '10,000 nested tags in a description',
      doc(`<description>${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}</description>`),
    ],
    ['100,000 nested tags', doc(`<description>${'<a>'.repeat(100_000)}</description>`)],
    ['100,000 nested tags in CDATA', doc(`<description><![CDATA[${'<div>'.repeat(100_000)}]]></description>`)],
    ['50,000 unclosed comments', doc('<!--'.repeat(50_000))],
    ['50,000 unclosed CDATA sections', doc('<![CDATA['.repeat(50_000))],
    ['50,000 unclosed instructions', doc('<?php '.repeat(50_000))],
    ['100,000 unclosed titles', doc('<title>a'.repeat(100_000))],
    ['50,000 tags with a lost quotation mark', doc('<link a="'.repeat(50_000))],
    ['50,000 tags in one another, closed at the very end', doc(`${'<a '.repeat(50_000)}>`)],
    ['an attribute name of 1 MB', doc(`<x ${'a'.repeat(1_000_000)}>`)],
    ['brackets in a byline', doc(`<author>${'a '.repeat(50_000)}${'(x@'.repeat(50_000)}</author>`)],
    ['20,000 channels', '<channel xmlns:a="b">'.repeat(20_000)],
    [
      '20,000 quiet hours',
      `<rss><channel><skipHours>${'<hour>'.repeat(20_000)}</skipHours><item><title>a</title></item></channel></rss>`,
    ],
    ['2 MB of ampersands', doc(`<description>${'&'.repeat(2_000_000)}</description>`)],
    ['2 MB of one word', doc(`<title>${'a'.repeat(2_000_000)}</title>`)],
  ])('%s', async (_name, xml) => {
    const feed = await read(xml);
    expect(JSON.stringify(feed.entries).length).toBeLessThan(xml.length + 1_000);
    expect(feed.entries.length).toBeLessThanOrEqual(1);
  });

  it('50,000 items', async () => {
    const items = Array.from({ length: 50_000 }, (_, at) => ({ title: `Item ${at}`, link: `https://f.example/${at}` }));
    expect((await read(rss('F', items))).entries).toHaveLength(50_000);
  }, 60_000);

  it('200,000 levels of JSON', async () => {
    const json = `{"version":"https://jsonfeed.org/version/1.1","items":${'['.repeat(200_000)}`;
    await expect(read(json)).rejects.toMatchObject({ code: 'broken-feed' });
  });
});

describe('nothing is fetched and nothing polluted', () => {
  it.each([
    ['XXE on a local file', '<!ENTITY f SYSTEM "file:///etc/hostname">'],
    ['XXE on an address', '<!ENTITY f SYSTEM "http://127.0.0.1:8080/">'],
    ['a parameter entity', '<!ENTITY % f SYSTEM "file:///etc/hostname"> %f; <!ENTITY f "x">'],
  ])('%s stays a name', async (_name, declarations) => {
    expect((await read(withTypes(declarations, '<description>&f;</description>'))).entries[0]?.summary).toBe('&f;');
  });

  it('a __proto__ element', async () => {
    const { entries } = await read(
      doc('<__proto__><polluted>1</polluted></__proto__><constructor>x</constructor><a __proto__="1"/>'),
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]).not.toHaveProperty('polluted');
    expect({}).not.toHaveProperty('polluted');
  });
});
