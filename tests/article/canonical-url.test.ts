import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl } from '#lib/article/canonical-url';

describe('canonicalUrl', () => {
  it.each([
    ['https://news.example/a?utm_source=x&utm_medium=y', 'https://news.example/a'],
    ['https://news.example/a?id=7&fbclid=abc', 'https://news.example/a?id=7'],
    ['https://news.example/a?UTM_Campaign=x', 'https://news.example/a'],
    ['HTTPS://News.Example:443/A?id=7#top', 'https://news.example/A?id=7'],
    ['http://news.example:80/', 'http://news.example/'],
    ['http://news.example:8080/a', 'http://news.example:8080/a'],
    ['https://user:secret@news.example/a', 'https://news.example/a'],
    ['https://news.example/a?q=one%20two&b=&a', 'https://news.example/a?q=one%20two&b=&a'],
    ['https://news.example/a?at_medium=rss&at_campaign=rss', 'https://news.example/a'],
    ['https://news.example/a?xtor=RSS-3&p=2', 'https://news.example/a?p=2'],
    ['https://news.example/a?source=wire', 'https://news.example/a?source=wire'],
    ['https://news.example/a?', 'https://news.example/a'],
    ['  https://news.example/a ', 'https://news.example/a'],
    ['https://bücher.example/ä', 'https://xn--bcher-kva.example/%C3%A4'],
    ['mailto:desk@news.example', 'mailto:desk@news.example'],
    ['not an address', 'not an address'],
    ['', ''],
  ])('%s → %s', (url, expected) => {
    expect(canonicalUrl(url)).toBe(expected);
  });

  it('leaves its own result as it is', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        (url) => canonicalUrl(canonicalUrl(url)) === canonicalUrl(url),
      ),
    );
  });
});
