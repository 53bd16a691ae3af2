import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { SynopticError } from '#lib/errors';
import { parseFeed } from '#lib/feed/parse-feed';
import { rss as rssOf } from '../newsroom';

const channel = (inside: string) =>
  `<rss version="2.0"><channel><title>The Daily Ferry</title>${inside}</channel></rss>`;
const item = (inside: string) => channel(`<item>${inside}</item>`);
const atom = (inside: string, attributes = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom"${attributes}><title>The Daily Ferry</title>${inside}</feed>`;
const entry = (inside: string) => atom(`<entry><id>urn:1</id>${inside}</entry>`);

async function first(xml: string, url?: string) {
  const feed = await parseFeed(xml, url === undefined ? {} : { url });
  const [found] = feed.entries;
  if (!found) throw new Error('the feed has no entry');
  return found;
}

async function refusal(body: string | Uint8Array) {
  const error = await parseFeed(body).catch((each: unknown) => each);
  if (!(error instanceof SynopticError)) throw new Error('the feed was read');
  return error;
}

describe('formats', () => {
  it('RSS 2.0', async () => {
    const xml = `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
      <channel><title>The Daily Ferry</title><link>https://ferry.example/</link><language>en-us</language><ttl>30</ttl>
      <item><title>Harbour bridge reopens</title><link>https://ferry.example/bridge</link><guid isPermaLink="false">bridge-1</guid>
      <pubDate>Tue, 05 Mar 2024 10:20:30 GMT</pubDate><dc:creator>Ada Quay</dc:creator>
      <description>The bridge is open again.</description>
      <content:encoded><![CDATA[<p>The bridge is open again.</p><p>Trams follow on Monday.</p>]]></content:encoded></item></channel></rss>`;
    expect(await parseFeed(xml)).toEqual({
      format: 'rss',
      title: 'The Daily Ferry',
      link: 'https://ferry.example/',
      language: 'en-US',
      ttlSeconds: 1_800,
      entries: [
        {
          id: 'bridge-1',
          title: 'Harbour bridge reopens',
          link: 'https://ferry.example/bridge',
          published: '2024-03-05T10:20:30.000Z',
          authors: ['Ada Quay'],
          summary: 'The bridge is open again.',
          content: 'The bridge is open again.\n\nTrams follow on Monday.',
        },
      ],
      problems: [],
    });
  });

  it('Atom 1.0', async () => {
    const xml = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title type="html">Fähre &amp;amp; Kai</title>
      <link rel="self" href="https://ferry.example/atom.xml"/><link href="https://ferry.example/"/><author><name>Redaktion</name></author>
      <entry><id>tag:ferry.example,2024:1</id><title>Brücke offen</title><link href="https://ferry.example/b"/>
      <published>2024-03-05T10:20:30+01:00</published><updated>2024-03-05T11:00:00+01:00</updated>
      <summary>Kurz.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Die <b>Brücke</b> ist offen.</p><p>Ja.</p></div></content></entry></feed>`;
    expect(await parseFeed(xml)).toEqual({
      format: 'atom',
      title: 'Fähre & Kai',
      link: 'https://ferry.example/',
      language: 'de',
      entries: [
        {
          id: 'tag:ferry.example,2024:1',
          title: 'Brücke offen',
          link: 'https://ferry.example/b',
          published: '2024-03-05T09:20:30.000Z',
          updated: '2024-03-05T10:00:00.000Z',
          authors: ['Redaktion'],
          summary: 'Kurz.',
          content: 'Die Brücke ist offen.\n\nJa.',
        },
      ],
      problems: [],
    });
  });

  it('RSS 1.0', async () => {
    const xml = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://ferry.example/"><title>The Daily Ferry</title><link>https://ferry.example/</link><items><rdf:Seq><rdf:li rdf:resource="https://ferry.example/1"/></rdf:Seq></items></channel>
      <item rdf:about="https://ferry.example/1"><title>One</title><link>https://ferry.example/1</link><dc:date>2024-03-05</dc:date></item></rdf:RDF>`;
    const feed = await parseFeed(xml);
    expect(feed).toMatchObject({ format: 'rdf', title: 'The Daily Ferry' });
    expect(feed.entries).toEqual([
      {
        id: 'https://ferry.example/1',
        title: 'One',
        link: 'https://ferry.example/1',
        published: '2024-03-05T00:00:00.000Z',
        authors: [],
      },
    ]);
  });

  it('JSON Feed', async () => {
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'The Daily Ferry',
      home_page_url: 'https://ferry.example/',
      language: 'en',
      items: [
        {
          id: 'j1',
          url: '/one',
          title: 'Less < more',
          content_html: '<p>One.</p><p>Two.</p>',
          date_published: '2024-03-05T10:20:30Z',
          authors: [{ name: 'Ada Quay' }],
        },
        { id: 'j2', content_text: 'First.\n\nSecond.' },
      ],
    });
    expect(await parseFeed(json)).toEqual({
      format: 'json',
      title: 'The Daily Ferry',
      link: 'https://ferry.example/',
      language: 'en',
      entries: [
        {
          id: 'j1',
          title: 'Less < more',
          link: 'https://ferry.example/one',
          published: '2024-03-05T10:20:30.000Z',
          authors: ['Ada Quay'],
          content: 'One.\n\nTwo.',
        },
        { id: 'j2', authors: [], content: 'First.\n\nSecond.' },
      ],
      problems: [],
    });
  });

  it('Atom 0.3, and an entry that stands alone', async () => {
    const old = `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><id>a</id><title mode="escaped" type="text/html">A &amp;lt;b&amp;gt; &lt;i&gt;c&lt;/i&gt;</title>
      <issued>2004-01-02T03:04:05Z</issued><modified>2004-01-03</modified></entry></feed>`;
    expect(await first(old)).toMatchObject({
      title: 'A <b> c',
      published: '2004-01-02T03:04:05.000Z',
      updated: '2004-01-03T00:00:00.000Z',
    });
    expect(
      await first('<entry xmlns="http://www.w3.org/2005/Atom"><id>urn:9</id><title>Alone</title></entry>'),
    ).toMatchObject({ id: 'urn:9', title: 'Alone' });
  });
});

describe('what is not a feed', () => {
  it.each([
    ['', 'empty-body'],
    [' \n ', 'empty-body'],
    ['<!DOCTYPE html><html><head><title>Sign in</title></head></html>', 'html-not-feed'],
    ['<p>Please wait</p>', 'html-not-feed'],
    ['Not found', 'not-a-feed'],
    ['{"status":"ok"}', 'not-a-feed'],
    ['{"version": "https://jsonfeed.org/version/1", "items": [', 'broken-feed'],
    ['<opml version="2.0"><body/></opml>', 'not-a-feed'],
    ['<urlset><url><loc>https://ferry.example/</loc></url></urlset>', 'not-a-feed'],
    ['<svg></svg>', 'not-a-feed'],
  ])('%j → %s', async (text, code) => {
    expect((await refusal(text)).code).toBe(code);
  });

  it('an OPML list is told where it belongs', async () => {
    expect((await refusal('<opml version="2.0"><body/></opml>')).message).toContain('list of feeds');
  });
});

// Three entries, of which the injured one is the second; every injury must leave the two others whole.
const healthy = ['One', 'Two', 'Three'].map((title, at) => ({
  title,
  link: `https://ferry.example/${at + 1}`,
  published: `Tue, 05 Mar 2024 10:0${at}:00 GMT`,
  description: `Text of ${title.toLowerCase()}.`,
}));
const whole = rssOf('The Daily Ferry', healthy);
const injured = (find: string, put: string) => {
  expect(whole).toContain(find);
  return whole.replace(find, put);
};

describe('repairs', () => {
  it.each([
    ['a bare & in a link', injured('ferry.example/2<', 'ferry.example/2?a=1&b=2<'), ['One', 'Two', 'Three']],
    ['a bare & in a title', injured('>Two<', '>Two & a half<'), ['One', 'Two & a half', 'Three']],
    [
      'HTML’s named characters',
      injured('>Two<', '>Zw&ouml;lf&nbsp;&ndash;&nbsp;caf&eacute;<'),
      ['One', 'Zwölf – café', 'Three'],
    ],
    ['control characters', injured('>Two<', '>T\u0003w\u0008o\ufffe<'), ['One', 'Two', 'Three']],
    ['Windows-1252 by number', injured('>Two<', '>&#147;Two&#148;<'), ['One', '“Two”', 'Three']],
    ['an unclosed title', injured('Two</title>', 'Two'), ['One', 'Two', 'Three']],
    [
      'an unclosed item',
      injured('Text of two.</description></item>', 'Text of two.</description>'),
      ['One', 'Two', 'Three'],
    ],
    ['an unclosed CDATA section', injured('>Two<', '><![CDATA[Two<'), ['One', 'Two', 'Three']],
    ['tags crossing', injured('>Two<', '><b>Two</i><'), ['One', 'Two', 'Three']],
    ['a bad date', injured('10:01:00 GMT', '10:99:99 LATER'), ['One', 'Two', 'Three']],
    ['a byte order mark', `\ufeff${whole}`, ['One', 'Two', 'Three']],
    ['blank lines before the prolog', `\n\n  ${whole}`, ['One', 'Two', 'Three']],
    [
      'a warning before the prolog',
      `<br />\n<b>Warning</b>: mysql_connect() in <b>/www/feed.php</b> on line <b>3</b><br />\n${whole}`,
      ['One', 'Two', 'Three'],
    ],
    ['a script after the end', `${whole}<script>var x = "</rss>" && 1 < 2;</script>`, ['One', 'Two', 'Three']],
    ['no version', whole.replace(' version="2.0"', ''), ['One', 'Two', 'Three']],
    [
      'upper case',
      whole.replace(/<(\/?)(rss|channel|item|title|link)/g, (_, slash, name) => `<${slash}${name.toUpperCase()}`),
      ['One', 'Two', 'Three'],
    ],
    ['a doctype of HTML', whole.replace('?>', '?><!DOCTYPE html>'), ['One', 'Two', 'Three']],
    [
      'an item commented out',
      injured('<item><title>Two', '<!-- <item><title>Never</title></item> --><item><title>Two'),
      ['One', 'Two', 'Three'],
    ],
    [
      'items outside the channel',
      whole.replace('<item>', '</channel><item>').replace('</channel></rss>', '</rss>'),
      ['One', 'Two', 'Three'],
    ],
    ['cut off in the third', whole.slice(0, whole.indexOf('Text of three')), ['One', 'Two']],
    ['cut off in a tag', whole.slice(0, whole.indexOf('<item><title>Three') + 3), ['One', 'Two']],
    ['no end of the channel', whole.replace('</channel></rss>', ''), ['One', 'Two', 'Three']],
  ])('%s', async (_name, xml, titles) => {
    const { entries } = await parseFeed(xml);
    expect(entries.map((each) => each.title)).toEqual(titles);
    expect(entries[0]).toMatchObject({
      link: 'https://ferry.example/1',
      published: '2024-03-05T10:00:00.000Z',
      summary: 'Text of one.',
    });
  });

  it.each([
    ['cut-off', whole.slice(0, whole.indexOf('Text of three'))],
    ['unclosed', injured('Two</title>', 'Two')],
    ['bad-date', injured('10:01:00 GMT', '10:99:99 LATER')],
    [
      'repeated-entry',
      whole.replace(
        '</channel>',
        `<item><title>One</title><link>https://ferry.example/1</link><guid isPermaLink="false">https://ferry.example/1</guid></item></channel>`,
      ),
    ],
  ])('tells of it: %s', async (code, xml) => {
    expect((await parseFeed(xml)).problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('a feed without damage has nothing to tell', async () => {
    expect((await parseFeed(whole)).problems).toEqual([]);
  });

  it('cut anywhere, what was whole before the cut is kept and nothing throws but with a name', () => {
    // Only the last bracket of its end is missing at the first of these places, and nothing of the entry.
    const ends = healthy.map((each) => whole.indexOf('</item>', whole.indexOf(`>${each.title}<`)) + '</item'.length);
    return fc.assert(
      fc.asyncProperty(fc.nat(whole.length), async (at) => {
        const feed = await parseFeed(whole.slice(0, at)).catch((error: unknown) => error);
        if (feed instanceof Error) expect(feed).toBeInstanceOf(SynopticError);
        else
          expect(feed).toMatchObject({
            entries: healthy.slice(0, ends.filter((end) => end <= at).length).map(({ title }) => ({ title })),
          });
      }),
    );
  });

  it('the charset is decided before the parsing', async () => {
    const bytes = iconv.encode(whole.replace('>Two<', '>“Zwölf” – 12 €<'), 'windows-1252');
    expect((await parseFeed(new Uint8Array(bytes), { contentType: 'text/xml; charset=utf-8' })).entries[1]?.title).toBe(
      '“Zwölf” – 12 €',
    );
  });
});

describe('texts', () => {
  it.each([
    ['RSS, escaped HTML', item('<title>a &lt;b&gt;bold&lt;/b&gt; step</title>'), 'a bold step'],
    ['RSS, CDATA', item('<title><![CDATA[Quay & Sons]]></title>'), 'Quay & Sons'],
    ['RSS, escaped twice', item('<title>Quay &amp;amp; Sons</title>'), 'Quay & Sons'],
    ['RSS, less-than', item('<title>5 &lt; 6</title>'), '5 < 6'],
    ['RSS, a word in angle brackets', item('<title>The &lt;Untitled&gt; memo</title>'), 'The <Untitled> memo'],
    [
      'RSS, tags without any wrapping',
      item('<title>All <i>about <b>the</b> bridge</i> now</title>'),
      'All about the bridge now',
    ],
    ['Atom, text', entry('<title>Use &lt;b&gt; sparingly</title>'), 'Use <b> sparingly'],
    ['Atom, html', entry('<title type="html">a &lt;b&gt;bold&lt;/b&gt; step</title>'), 'a bold step'],
    [
      'Atom, xhtml',
      entry(
        '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">one <em>two</em> three <b>four</b> five</div></title>',
      ),
      'one two three four five',
    ],
    [
      'Atom, xhtml with a prefix',
      entry('<title type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml">one <h:em>two</h:em></h:div></title>'),
      'one two',
    ],
    ['spaces and line breaks', item('<title>\n  The   bridge\n  reopens\t</title>'), 'The bridge reopens'],
    ['decomposed letters', item('<title>cafe\u0301</title>'), 'café'],
    ['a script has no say', item('<title>Safe&lt;script&gt;alert(1)&lt;/script&gt; words</title>'), 'Safe words'],
  ])('headline: %s', async (_name, xml, title) => {
    expect((await first(xml)).title).toBe(title);
  });

  it.each([
    ['paragraphs', item('<description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</description>'), 'One.\n\nTwo.'],
    ['blank lines in a text without tags', item('<description>One\nline.\n\nTwo.</description>'), 'One line.\n\nTwo.'],
    [
      'words around a tag keep their order',
      item('<description>before <a href="/x">the link</a> after <b>all</b></description>'),
      'before the link after all',
    ],
    [
      'a frame that is never closed',
      item('<description>&lt;p&gt;Before&lt;iframe src="x"&gt; after&lt;/p&gt;</description>'),
      'Before after',
    ],
    ['Atom, plain', entry('<summary>1 &lt; 2\n\nTwo.</summary>'), '1 < 2\n\nTwo.'],
  ])('summary: %s', async (_name, xml, summary) => {
    expect((await first(xml)).summary).toBe(summary);
  });

  it.each([
    [
      'Atom content in base64',
      entry('<content type="application/octet-stream">VGhlIGZlcnJ5IHNhaWxzLg==</content>'),
      'The ferry sails.',
    ],
    ['a picture is no text', entry('<content type="image/png">iVBORw0KGgo=</content>'), undefined],
    [
      'content that stands elsewhere',
      entry('<content src="https://ferry.example/v.mp4" type="video/mp4"/>'),
      undefined,
    ],
    [
      'xhtml:body in RSS',
      item('<body xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></body>'),
      'One.\n\nTwo.',
    ],
  ])('content: %s', async (_name, xml, content) => {
    expect((await first(xml)).content).toBe(content);
  });

  it.each([
    ['mail and name', '<author>ada@ferry.example (Ada Quay)</author>', ['Ada Quay']],
    [
      'several',
      '<dc:creator>Ada Quay</dc:creator><dc:creator><![CDATA[Ben Pier]]></dc:creator><dc:creator>Ada Quay</dc:creator>',
      ['Ada Quay', 'Ben Pier'],
    ],
    [
      'another prefix',
      '<who:creator xmlns:who="http://purl.org/dc/elements/1.1/">Ada Quay</who:creator>',
      ['Ada Quay'],
    ],
    ['nobody', '<author></author>', []],
  ])('authors: %s', async (_name, xml, authors) => {
    expect((await first(item(xml))).authors).toEqual(authors);
  });

  it('Atom persons, the entry’s own before the feed’s', async () => {
    const xml = atom(
      '<author><name>Desk</name></author><entry><id>1</id><author><name>Ada Quay</name><email>a@ferry.example</email></author><author><name>Ben Pier</name></author></entry><entry><id>2</id></entry>',
    );
    expect((await parseFeed(xml)).entries.map((each) => each.authors)).toEqual([['Ada Quay', 'Ben Pier'], ['Desk']]);
  });
});

describe('links', () => {
  const link = (rel: string, href: string, more = '') => `<link rel="${rel}" href="${href}"${more}/>`;
  it.each([
    [
      'alternate behind self',
      link('self', 'https://f.example/self') + link('alternate', 'https://f.example/a'),
      'https://f.example/a',
    ],
    [
      'no rel is alternate',
      `${link('enclosure', 'https://f.example/a.mp3')}<link href="https://f.example/b"/>`,
      'https://f.example/b',
    ],
    [
      'a web page before other forms',
      link('alternate', 'https://f.example/c.json', ' type="application/json"') +
        link('alternate', 'https://f.example/c', ' type="text/html"'),
      'https://f.example/c',
    ],
    ['a link written as text', '<link>https://f.example/d</link>', 'https://f.example/d'],
    ['only self and edit', link('self', 'https://f.example/self') + link('edit', 'https://f.example/edit'), undefined],
    ['&amp; in an address', link('alternate', 'https://f.example/?a=1&amp;b=2'), 'https://f.example/?a=1&b=2'],
  ])('Atom: %s', async (_name, links, expected) => {
    expect((await first(entry(links))).link).toBe(expected);
  });

  it.each([
    ['its text', '<link>https://f.example/a</link><guid>https://f.example/g</guid>', 'https://f.example/a'],
    ['a permalink', '<guid>https://f.example/g</guid>', 'https://f.example/g'],
    ['a guid that says it is none', '<guid isPermaLink="false">https://f.example/g</guid>', undefined],
    ['a guid that is no address', '<guid>12345</guid>', undefined],
    [
      'an Atom link',
      '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="alternate" href="https://f.example/b"/>',
      'https://f.example/b',
    ],
    ['line breaks inside', '<link>\nhttps://f.example/c\n</link>', 'https://f.example/c'],
    [
      'a counter that carries the address',
      '<link>http://www.bing.com/news/apiclick.aspx?ref=x&amp;url=https%3a%2f%2ff.example%2fd&amp;c=1</link>',
      'https://f.example/d',
    ],
    ['javascript', '<link>javascript:alert(1)</link>', undefined],
  ])('RSS: %s', async (_name, links, expected) => {
    expect((await first(item(links))).link).toBe(expected);
  });

  it.each([
    ['the feed’s address', item('<link>/a</link>'), 'https://f.example/feed/rss', 'https://f.example/a'],
    [
      'xml:base of the feed',
      atom('<entry><link href="a"/></entry>', ' xml:base="https://b.example/news/"'),
      'https://f.example/',
      'https://b.example/news/a',
    ],
    [
      'xml:base of the entry',
      atom('<entry xml:base="2024/"><link href="a"/></entry>', ' xml:base="https://b.example/news/"'),
      undefined,
      'https://b.example/news/2024/a',
    ],
    [
      'xml:base of the link',
      atom('<entry><link href="a" xml:base="https://c.example/"/></entry>'),
      undefined,
      'https://c.example/a',
    ],
    [
      'the channel’s link, when nothing else is known',
      channel('<link>https://d.example/x/</link><item><link>a</link></item>'),
      undefined,
      'https://d.example/x/a',
    ],
  ])('relative to %s', async (_name, xml, url, expected) => {
    expect((await first(xml, url)).link).toBe(expected);
  });
});

describe('identity', () => {
  it.each([
    ['the publisher’s own', '<guid isPermaLink="false">x-1</guid><link>https://f.example/a</link>', 'x-1'],
    [
      'else the link without tracking',
      '<link>https://f.example/a?id=7&amp;utm_source=rss&amp;utm_medium=feed#top</link>',
      'https://f.example/a?id=7',
    ],
  ])('%s', async (_name, xml, id) => {
    expect((await first(item(xml))).id).toBe(id);
  });

  it('else headline and day: the same next time, another for another', async () => {
    const of = async (title: string, day: string) =>
      (await first(item(`<title>${title}</title><pubDate>${day}</pubDate>`))).id;
    expect(await of('Bridge', '2024-03-05T08:00:00Z')).toBe(await of('Bridge', '2024-03-05T09:00:00Z'));
    expect(await of('Bridge', '2024-03-05')).not.toBe(await of('Bridge', '2024-03-06'));
    expect(await of('Bridge', '2024-03-05')).not.toBe(await of('Tunnel', '2024-03-05'));
  });

  it('one guid for everything identifies nothing', async () => {
    const same = (at: number) => `<item><guid>https://f.example/</guid><link>https://f.example/${at}</link></item>`;
    const { entries } = await parseFeed(channel(same(1) + same(2)));
    expect(entries.map((each) => each.id)).toEqual(['https://f.example/1', 'https://f.example/2']);
  });

  it('ids are unique', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ title: fc.constantFrom('A', 'B', ''), guid: fc.constantFrom('1', '2', '') })),
        async (items) => {
          const xml = channel(
            items.map(({ title, guid }) => `<item><title>${title}</title><guid>${guid}</guid></item>`).join(''),
          );
          const ids = (await parseFeed(xml)).entries.map((each) => each.id);
          expect(new Set(ids).size).toBe(ids.length);
        },
      ),
    ));
});

describe('the feed’s own advice', () => {
  it.each([
    ['<ttl>60</ttl>', 3_600],
    ['<ttl>soon</ttl>', undefined],
    ['<ttl>-5</ttl>', undefined],
    ['<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>', 21_600],
    ['', undefined],
  ])('%s → %s seconds', async (xml, seconds) => {
    expect((await parseFeed(channel(xml))).ttlSeconds).toBe(seconds);
  });

  it.each([
    ['<skipHours><hour>23</hour><hour>24</hour><hour>1</hour></skipHours>', { hours: [0, 1, 23], days: [] }],
    ['<skipDays><day>Saturday</day><day>sunday</day></skipDays>', { hours: [], days: [0, 6] }],
    ['<skipHours><hour>99</hour><hour>soon</hour></skipHours>', undefined],
    ['<skipDays><day>Someday</day></skipDays>', undefined],
    [`<skipHours>${Array.from({ length: 24 }, (_, hour) => `<hour>${hour}</hour>`).join('')}</skipHours>`, undefined],
  ])('%s → quiet %j', async (xml, quiet) => {
    expect((await parseFeed(channel(xml))).quiet).toEqual(quiet);
  });

  it.each([
    ['en_gb', 'en-GB'],
    ['Deutsch sprache', undefined],
  ])('language %s → %s', async (given, tag) => {
    expect((await parseFeed(channel(`<language>${given}</language>`))).language).toBe(tag);
  });
});

describe('whatever comes', () => {
  it('any text at all gives a feed or a named error', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom(
            '<rss>',
            '<item>',
            '</item>',
            '<title>',
            '</title>',
            '<![CDATA[',
            ']]>',
            '<!--',
            '-->',
            '&',
            '&amp;',
            '"',
            '=',
            'a',
            ' ',
            '<',
            '>',
            '/',
            '<entry',
            '<link href=',
          ),
          { maxLength: 40 },
        ),
        async (pieces) => {
          const result = await parseFeed(pieces.join('')).catch((error: unknown) => error);
          if (result instanceof Error) expect(result).toBeInstanceOf(SynopticError);
          else expect(result).toHaveProperty('entries');
        },
      ),
      { numRuns: 500 },
    ));
});
