import { describe, expect, it } from 'vitest';
import { parseFeed } from '#lib/feed/parse-feed';

const one = { title: 'Bridge reopens', link: 'https://ferry.example/1' };
const entries = '<title>Bridge reopens</title><link>https://ferry.example/1</link>';
const RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';
const atomEntry =
  '<id>urn:1</id><title>Bridge reopens</title><link href="https://ferry.example/1"/><updated>2024-03-05T10:00:00Z</updated>';

describe('every format and version', () => {
  it.each([
    ['RSS 0.90', 'rdf', `<rdf:RDF ${RDF} xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Ferry</title></channel><item>${entries}</item></rdf:RDF>`],
    ['RSS 0.91, Netscape', 'rss', `<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>Ferry</title><item>${entries}</item></channel></rss>`],
    ['RSS 0.91, Userland', 'rss', `<rss version="0.91"><channel><title>Ferry</title><item>${entries}</item></channel></rss>`],
    ['RSS 0.92', 'rss', `<rss version="0.92"><channel><title>Ferry</title><item>${entries}<source url="https://s.example/rss">S</source></item></channel></rss>`],
    ['RSS 1.0', 'rdf', `<rdf:RDF ${RDF} xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://ferry.example/"><title>Ferry</title></channel><item rdf:about="https://ferry.example/1">${entries}</item></rdf:RDF>`],
    ['RSS 1.0 with a prefix', 'rdf', `<rdf:RDF ${RDF} xmlns:r="http://purl.org/rss/1.0/"><r:channel><r:title>Ferry</r:title></r:channel><r:item><r:title>Bridge reopens</r:title><r:link>https://ferry.example/1</r:link></r:item></rdf:RDF>`],
    ['RSS 2.0', 'rss', `<rss version="2.0"><channel><title>Ferry</title><item>${entries}</item></channel></rss>`],
    ['RSS 2.0 with a namespace', 'rss', `<rss version="2.0" xmlns="http://backend.userland.com/rss2"><channel><title>Ferry</title><item>${entries}</item></channel></rss>`],
    ['RSS without <rss>', 'rss', `<channel><title>Ferry</title><item>${entries}</item></channel>`],
    ['Atom 0.3', 'atom', `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Ferry</title><entry>${atomEntry}</entry></feed>`],
    ['Atom 1.0', 'atom', `<feed xmlns="http://www.w3.org/2005/Atom"><title>Ferry</title><entry>${atomEntry}</entry></feed>`],
    ['Atom 1.0 with a prefix', 'atom', `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Ferry</a:title><a:entry>${atomEntry.replace(/<(\/?)/g, '<$1a:')}</a:entry></a:feed>`],
    ['Atom without a namespace', 'atom', `<feed><title>Ferry</title><entry>${atomEntry}</entry></feed>`],
    ['JSON Feed 1.0', 'json', JSON.stringify({ version: 'https://jsonfeed.org/version/1', title: 'Ferry', author: { name: 'Desk' }, items: [{ id: 1, url: one.link, title: one.title, content_text: 'x' }] })],
    ['JSON Feed 1.1', 'json', JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Ferry', items: [{ id: '1', url: one.link, title: one.title, content_html: '<p>x</p>' }] })],
    ['JSON Feed behind a byte order mark', 'json', `\ufeff${JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Ferry', items: [{ id: '1', url: one.link, title: one.title }] })}`],
  ])('%s', async (_name, format, text) => {
    const feed = await parseFeed(text);
    expect(feed).toMatchObject({ format, title: 'Ferry', problems: [] });
    expect(feed.entries).toHaveLength(1);
    expect(feed.entries[0]).toMatchObject(one);
  }); // biome-ignore format: a table

  it.each([
    ['Atom 1.0', `<entry xmlns="http://www.w3.org/2005/Atom">${atomEntry}</entry>`],
    ['Atom 1.0 with prolog and prefix', `<?xml version="1.0"?>\n<a:entry xmlns:a="http://www.w3.org/2005/Atom">${atomEntry.replace(/<(\/?)/g, '<$1a:')}</a:entry>`],
    ['Atom 0.3', `<entry xmlns="http://purl.org/atom/ns#">${atomEntry}</entry>`],
  ])('an entry that stands alone: %s', async (_name, text) => {
    const feed = await parseFeed(text);
    expect(feed.entries).toHaveLength(1);
    expect(feed.entries[0]).toMatchObject({ id: 'urn:1', ...one });
  }); // biome-ignore format: a table
});

describe('vocabularies inside RSS', () => {
  const NAMES =
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"';
  const first = async (inside: string) =>
    (await parseFeed(`<rss version="2.0" ${NAMES}><channel><item>${inside}</item></channel></rss>`)).entries[0];

  it.each([
    ['media:title and media:description where there is nothing else', '<media:title>A</media:title><media:description>B</media:description>', { title: 'A', summary: 'B' }],
    ['media: stands back behind the item’s own', '<media:title>Photo</media:title><title>A</title><media:description>Photo</media:description><description>B</description>', { title: 'A', summary: 'B' }],
    ['what describes a picture in a group describes no item', '<title>A</title><media:group><media:title>Photo</media:title><media:content url="https://f.example/p.jpg"/></media:group><media:thumbnail url="https://f.example/t.jpg"/>', { title: 'A' }],
    ['dc:title, dc:description, dc:creator, dc:date', '<dc:title>A</dc:title><dc:description>B</dc:description><dc:creator>C</dc:creator><dc:date>2024-03-05T10:00:00+01:00</dc:date>', { title: 'A', summary: 'B', authors: ['C'], published: '2024-03-05T09:00:00.000Z' }],
    ['dcterms', '<title>A</title><dcterms:issued>2024-03-05</dcterms:issued><dcterms:modified>2024-03-06</dcterms:modified>', { published: '2024-03-05T00:00:00.000Z', updated: '2024-03-06T00:00:00.000Z' }],
    ['content:encoded beside a description', '<title>A</title><description>B</description><content:encoded><![CDATA[<p>C</p><p>D</p>]]></content:encoded>', { summary: 'B', content: 'C\n\nD' }],
    ['atom:updated, atom:author', '<title>A</title><atom:updated>2024-03-06T00:00:00Z</atom:updated><atom:author><atom:name>C</atom:name></atom:author>', { updated: '2024-03-06T00:00:00.000Z', authors: ['C'] }],
    ['itunes', '<itunes:title>A</itunes:title><itunes:author>C</itunes:author><itunes:summary>B</itunes:summary>', { title: 'A', authors: ['C'], summary: 'B' }],
  ])('%s', async (_name, inside, expected) => {
    const entry = await first(inside);
    expect(entry).toMatchObject(expected);
    if (!('summary' in expected)) expect(entry).not.toHaveProperty('summary');
  }); // biome-ignore format: a table
});

describe('collections of other outlets’ news', () => {
  it('Google News: the link is kept, the outlet’s name is no part of the headline', async () => {
    const xml = `<rss version="2.0"><channel><title>"bridge" - Google News</title><item><title>Bridge reopens - after two years - The Daily Ferry</title>
      <link>https://news.google.com/rss/articles/CBMiX0FV?oc=5</link><guid isPermaLink="false">CBMiX0FV</guid><pubDate>Tue, 05 Mar 2024 10:20:30 GMT</pubDate>
      <description>&lt;a href="https://news.google.com/rss/articles/CBMiX0FV?oc=5"&gt;Bridge reopens - after two years&lt;/a&gt;&amp;nbsp;&amp;nbsp;&lt;font color="#6f6f6f"&gt;The Daily Ferry&lt;/font&gt;</description>
      <source url="https://ferry.example">The Daily Ferry</source></item></channel></rss>`;
    expect((await parseFeed(xml)).entries[0]).toMatchObject({
      id: 'CBMiX0FV',
      title: 'Bridge reopens - after two years',
      link: 'https://news.google.com/rss/articles/CBMiX0FV?oc=5',
      summary: 'Bridge reopens - after two years The Daily Ferry',
    });
  });

  it('Bing: <rss> without a version, the address inside the counter', async () => {
    const xml = `<?xml version="1.0" encoding="utf-8" ?><rss xmlns:News="https://www.bing.com/news/search?q=bridge&amp;format=rss"><channel><title>bridge - BingNews</title>
      <item><title>Bridge reopens</title><link>http://www.bing.com/news/apiclick.aspx?ref=FexRss&amp;aid=&amp;tid=1&amp;url=https%3a%2f%2fferry.example%2f1&amp;c=2&amp;mkt=en-us</link>
      <description>It is open.</description><pubDate>Tue, 05 Mar 2024 10:20:00 GMT</pubDate><News:Source>The Daily Ferry</News:Source></item></channel></rss>`;
    expect((await parseFeed(xml)).entries[0]).toMatchObject({
      ...one,
      id: 'https://ferry.example/1',
      summary: 'It is open.',
    });
  });
});
