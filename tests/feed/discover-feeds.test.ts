import { describe, expect, it } from 'vitest';
import { discoverFeeds } from '#lib/feed/discover-feeds';

const PAGE = 'https://ferry.example/news/today';
const html = (head: string, body = '') => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const found = (page: string, source: string) =>
  discoverFeeds(page, PAGE)
    .filter((feed) => feed.source === source)
    .map(({ url, title }) => (title === undefined ? url : `${title} ${url}`));

describe('discoverFeeds', () => {
  it.each([
    [
      'RSS and Atom, in their order',
      '<link rel="alternate" type="application/rss+xml" title="All" href="/rss"><link rel="alternate" type="application/atom+xml" href="atom.xml">',
      ['All https://ferry.example/rss', 'https://ferry.example/news/atom.xml'],
    ],
    [
      'JSON Feed',
      '<link rel="alternate" type="application/feed+json" href="/feed.json">',
      ['https://ferry.example/feed.json'],
    ],
    [
      'a base address',
      '<base href="https://cdn.example/x/"><link rel="alternate" type="application/rss+xml" href="rss">',
      ['https://cdn.example/x/rss'],
    ],
    [
      'comments come last',
      '<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/"><link rel="alternate" type="application/rss+xml" title="News" href="/feed/">',
      ['News https://ferry.example/feed/', 'Comments https://ferry.example/comments/feed/'],
    ],
    [
      'other languages and other data are no feeds',
      '<link rel="alternate" hreflang="de" href="/de/"><link rel="alternate" type="application/json" href="/wp-json/1"><link rel="alternate" type="application/json+oembed" href="/oembed">',
      [],
    ],
    ['a style sheet is none either', '<link rel="stylesheet" type="text/css" href="/rss.css">', []],
    [
      'each once',
      '<link rel="alternate" type="application/rss+xml" href="/rss"><link rel="alternate feed" type="application/rss+xml" href="/rss">',
      ['https://ferry.example/rss'],
    ],
  ])('declared: %s', (_name, head, feeds) => {
    expect(found(html(head), 'declared')).toEqual(feeds);
  });

  it.each([
    ['<a href="/rss.xml">RSS</a>', ['RSS https://ferry.example/rss.xml']],
    ['<a href="https://feeds.ferry.example/top">Top stories</a>', ['Top stories https://feeds.ferry.example/top']],
    ['<a href="/?feed=rss2">Feed</a>', ['Feed https://ferry.example/?feed=rss2']],
    ['<a href="/press/">Press</a><a href="/feedback">Feedback</a>', []],
  ])('linked: %s', (body, feeds) => {
    expect(found(html('', body), 'linked')).toEqual(feeds);
  });

  it('common places stand at the end, also for a page that cannot be read', () => {
    const guesses = discoverFeeds('<div>'.repeat(100_000), PAGE);
    expect(guesses.map(({ url }) => url)).toContain('https://ferry.example/feed');
    expect(new Set(guesses.map(({ source }) => source))).toEqual(new Set(['guessed']));
    const sources = discoverFeeds(html('<link rel="alternate" type="application/rss+xml" href="/own">'), PAGE).map(
      ({ source }) => source,
    );
    expect(sources[0]).toBe('declared');
    expect(sources.indexOf('guessed')).toBe(1);
  });
});
