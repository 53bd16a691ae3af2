import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { alignParagraphs } from '#lib/alignment/align-paragraphs';
import { extractArticle } from '#lib/article/extract-article';
import { readSampleFile, readSampleOutlets } from '#lib/data-files';
import { isSampleAddress, openSampleDoor } from '#lib/sample-door';
import { matchStories } from '#lib/story/match-stories';
import { shingles } from '#lib/text/ngrams';
import { words } from '#lib/text/tokenize';

const NOTICE = 'Sample text written for Synoptic; the outlet is fictional.';
const STORIES: Record<string, string[]> = {
  'ansel-island-ferry': ['brindle-bay-gazette', 'countinghouse-daily', 'halyard-wire', 'lowmere-broadcasting'],
  'brindle-bay-library-vote': ['brindle-bay-gazette', 'lowmere-broadcasting', 'the-parapet'],
  'linsha-river-bridge': ['eastern-dispatch'],
  'marsa-fanar-bridge': ['al-fanar-gazette', 'sahel-wire'],
  'port-ansel-library-hours': ['lowmere-broadcasting'],
  'qinghe-night-market': ['linjiang-wire', 'qinghe-evening'],
  'tern-valley-dam': ['the-parapet'],
  'xi-putin-call': [
    'brindle-bay-gazette',
    'countinghouse-daily',
    'eastern-dispatch',
    'halyard-wire',
    'lowmere-broadcasting',
    'the-parapet',
  ],
};
const PAGES = Object.entries(STORIES).flatMap(([story, outlets]) => outlets.map((outlet) => [story, outlet] as const));

function readText(...parts: string[]): string {
  return new TextDecoder().decode(readSampleFile(...parts));
}

// What the page says its text is: the paragraphs and subheadings inside the element marked as the article's body.
function writtenParagraphs(html: string): string[] {
  const body = /itemprop="articleBody">([\s\S]*?)\n<\/div>/.exec(html)?.[1] ?? '';
  const text = body.replace(/<(figure|aside)[\s>][\s\S]*?<\/\1>/g, '');
  return [...text.matchAll(/<(p|h2)(?: [^>]*)?>([\s\S]*?)<\/\1>/g)].map((match) =>
    (match[2] ?? '').replaceAll('&amp;', '&'),
  );
}

function read(story: string, outlet: string) {
  const html = readText(story, `${outlet}.html`);
  return { html, article: extractArticle(html, { url: `https://${outlet}.example/${story}.html` }) };
}

const textOf = (outlet: string) => read('xi-putin-call', outlet).article.paragraphs.map(({ text }) => text);
const wordsIn = (texts: readonly string[]) => words(texts.join(' ')).length;

describe('sample pages', () => {
  it('are the ones listed here and in data/samples/README.md', () => {
    const entries = readdirSync('data/samples', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const found = entries
      .filter(({ name }) => name !== 'feeds')
      .map(({ name }) => [
        name,
        readdirSync(`data/samples/${name}`)
          .map((file) => file.replace('.html', ''))
          .sort(),
      ]);
    expect(Object.fromEntries(found)).toEqual(STORIES);
    const readme = readText('README.md');
    expect(Object.keys(STORIES).filter((story) => !readme.includes(`\`${story}\``))).toEqual([]);
  });

  it.each(PAGES)('%s by %s says that it is a sample, outside its text', (story, outlet) => {
    const { html, article } = read(story, outlet);
    expect(html.split(NOTICE)).toHaveLength(3);
    expect(html).toContain(`<meta name="sample-notice" content="${NOTICE}">`);
    expect(article.paragraphs.filter(({ text }) => text.includes('written for Synoptic'))).toEqual([]);
    expect(article.byline).toBe('Sample text');
  });

  it.each(PAGES)('%s by %s comes out of extraction as it was written', (story, outlet) => {
    const { html, article } = read(story, outlet);
    const written = writtenParagraphs(html);
    expect(written.length).toBeGreaterThanOrEqual(9);
    expect(article.paragraphs.map(({ text }) => text)).toEqual(written);
    expect(article.quality).toEqual({ status: 'full', reasons: [] });
    expect(article.canonicalUrl).toBe(`https://${outlet}.example/${story}.html`);
    expect(html).toContain(`<title>${article.headline?.replaceAll('&', '&amp;')} | `);
    expect(article.published).toMatch(/^2025-02-2[4-7]T/);
  });

  it.each(PAGES)('%s by %s has the length of a news report', (story, outlet) => {
    const count = wordsIn(read(story, outlet).article.paragraphs.map(({ text }) => text));
    const [least, most] = story === 'xi-putin-call' ? [350, 900] : [200, 400];
    expect(count).toBeGreaterThanOrEqual(least ?? 0);
    expect(count).toBeLessThanOrEqual(most ?? 0);
  });
});

describe('the telephone call, as six outlets tell it', () => {
  const all = Object.fromEntries((STORIES['xi-putin-call'] ?? []).map((outlet) => [outlet, textOf(outlet).join('\n')]));

  it.each([
    ['crisis', 'eastern-dispatch', /the Ukraine crisis/],
    ['war', 'halyard-wire', /ending the war/],
    ['conflict', 'countinghouse-daily', /settlement of the conflict/],
    ['invasion', 'the-parapet', /anniversary of the invasion/],
    ['special military operation', 'lowmere-broadcasting', /which calls its invasion a “special military operation”/],
  ])('has the label “%s” in %s', (_label, outlet, pattern) => {
    expect(all[outlet]).toMatch(pattern);
  });

  it('has the agency call it a crisis and never a war or an invasion', () => {
    expect(all['eastern-dispatch']).not.toMatch(/\b(Ukraine war|war in Ukraine|invasion)\b/);
  });

  it.each([
    ['neutral', 'halyard-wire', /\bsaid\b/],
    ['assertive', 'eastern-dispatch', /\bstressed\b/],
    ['endorsing', 'eastern-dispatch', /\bconfirmed\b/],
    ['distancing', 'the-parapet', /\bclaimed\b/],
    ['assertive', 'lowmere-broadcasting', /\breiterated\b/],
  ])('has a verb of the class %s in %s', (_class, outlet, pattern) => {
    expect(all[outlet]).toMatch(pattern);
  });

  it.each([
    ['eastern-dispatch', '244.8 billion'],
    ['halyard-wire', 'nearly $245 billion'],
    ['the-parapet', 'more than $240 billion'],
    ['countinghouse-daily', '$244.8bn'],
    ['lowmere-broadcasting', 'roughly $245bn'],
  ])('%s gives the trade of 2024 as %s', (outlet, figure) => {
    expect(all[outlet]).toContain(figure);
  });

  it('has the regional paper print six paragraphs of the wire nearly word for word, and credit it', () => {
    const wire = textOf('halyard-wire').map((text) => new Set(shingles(words(text), 3)));
    const copied = textOf('brindle-bay-gazette').map((text) => {
      const own = shingles(words(text), 3);
      return Math.max(...wire.map((source) => own.filter((each) => source.has(each)).length / own.length));
    });
    expect(copied.slice(0, 6).every((share) => share >= 0.6)).toBe(true);
    expect(copied.slice(6).every((share) => share < 0.1)).toBe(true);
    expect(readText('xi-putin-call', 'brindle-bay-gazette.html')).toContain('Halyard Wire contributed to this report.');
  });

  it('has every other pair share an event and not a text', () => {
    const own = Object.entries(all).filter(([outlet]) => outlet !== 'brindle-bay-gazette');
    for (const [outlet, text] of own) {
      for (const [other, source] of own) {
        if (outlet === other) continue;
        const there = new Set(shingles(words(source), 5));
        const here = shingles(words(text), 5);
        expect(here.filter((each) => there.has(each)).length / here.length).toBeLessThan(0.3);
      }
    }
  });

  it.each(['brindle-bay-gazette', 'countinghouse-daily', 'eastern-dispatch', 'lowmere-broadcasting', 'the-parapet'])(
    'aligns with the wire: %s',
    (outlet) => {
      const { links } = alignParagraphs(textOf('halyard-wire'), textOf(outlet));
      expect(links.filter(({ tier }) => tier === 'strong').length).toBeGreaterThanOrEqual(6);
    },
  );
});

describe('grouping', () => {
  it('finds the stories as they were written, and keeps the second library vote apart', async () => {
    const articles = PAGES.map(([story, outlet]) => {
      const { article } = read(story, outlet);
      const text = article.paragraphs.map((paragraph) => paragraph.text).join('\n');
      const published = article.published ?? '';
      return { id: `${story} ${outlet}`, outlet, title: article.headline ?? '', text, published };
    }).sort((a, b) => Date.parse(a.published) - Date.parse(b.published));
    const found = new Map<string, Set<string>>();
    for (const { articleId, storyId } of await matchStories(articles)) {
      const members = found.get(storyId) ?? new Set();
      found.set(storyId, members.add(articleId));
    }
    const stories = [...found.values()].map((members) => [...members].sort().join(', ')).sort();
    const written = Object.entries(STORIES).map(([story, outlets]) =>
      outlets.map((outlet) => `${story} ${outlet}`).join(', '),
    );
    expect(stories).toEqual(written.sort());
  });
});

describe('sample feeds', () => {
  it.each(readSampleOutlets().map(({ id, name }) => [id, name] as const))(
    '%s announces its pages and no other',
    (id, name) => {
      const feed = readText('feeds', `${id}.xml`);
      const pages = PAGES.filter(([, outlet]) => outlet === id).map(([story]) => `https://${id}.example/${story}.html`);
      const links = [...feed.matchAll(/https:\/\/[a-z-]+\.example\/[a-z-]+\.html/g)].map(([link]) => link);
      expect([...new Set(links)].sort()).toEqual(pages.sort());
      expect(feed).toContain(NOTICE);
      expect(feed).toContain(name);
    },
  );

  it('come in RSS and in Atom', () => {
    const kinds = readSampleOutlets().map(({ id }) => /<(rss|feed)\b/.exec(readText('feeds', `${id}.xml`))?.[1]);
    expect([...kinds].sort()).toEqual([...Array(6).fill('feed'), ...Array(4).fill('rss')]);
  });
});

describe('the sample door', () => {
  const door = openSampleDoor();

  it.each([
    ['https://halyard-wire.example/feed.xml', true],
    ['https://halyard-wire.example/xi-putin-call.html', true],
    ['https://halyard-wire.example.com/feed.xml', false],
    ['https://www.halyard-wire.example/feed.xml', false],
    ['https://example.com/feed.xml', false],
    ['not an address', false],
  ])('%s is a sample address: %s', (url, expected) => {
    expect(isSampleAddress(url)).toBe(expected);
  });

  it.each([
    ['https://halyard-wire.example/feed.xml', 'application/xml; charset=utf-8', '<feed'],
    ['https://the-parapet.example/xi-putin-call.html', 'text/html; charset=utf-8', '<!DOCTYPE html>'],
    [
      'https://the-parapet.example/xi-putin-call.html?utm_source=feed#top',
      'text/html; charset=utf-8',
      '<!DOCTYPE html>',
    ],
  ])('%s is answered like a page from the network', async (url, contentType, beginning) => {
    const result = await door.get({ url });
    if (result.outcome !== 'ok') throw new Error(`expected a body, got ${result.outcome}`);
    expect(result).toMatchObject({ url, contentType });
    expect(new TextDecoder().decode(result.body)).toContain(beginning);
    expect(result.etag).toMatch(/^"[0-9a-f]{32}"$/);
  });

  it('answers 304 to its own entity tag and sends the body for any other', async () => {
    const url = 'https://the-parapet.example/feed.xml';
    const first = await door.get({ url });
    const etag = first.outcome === 'ok' ? (first.etag ?? '') : '';
    expect(await door.get({ url, etag })).toEqual({ outcome: 'not-modified', url, etag });
    expect(await door.get({ url, etag: '"older"' })).toEqual(first);
  });

  it.each([
    'https://the-parapet.example/',
    'https://the-parapet.example/robots.txt',
    'https://the-parapet.example/linsha-river-bridge.html',
    'https://the-parapet.example/..%2f..%2fpackage.json',
    'https://the-parapet.example/../outlets.json',
    'https://nobody.example/feed.xml',
    'https://elsewhere.test/feed.xml',
  ])('%s is not found', async (url) => {
    expect(await door.get({ url })).toMatchObject({
      outcome: 'failed',
      url,
      status: 404,
      reason: { code: 'not-found' },
    });
  });
});
