import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SynopticError } from '#lib/errors';
import { type OpmlOutlet, parseOpml, writeOpml } from '#lib/feed/opml';

const opml = (body: string) =>
  `<?xml version="1.0"?><opml version="2.0"><head><title>News</title></head><body>${body}</body></opml>`;

describe('parseOpml', () => {
  it.each<[string, string, OpmlOutlet[]]>([
    [
      'one feed',
      '<outline type="rss" text="Ferry" title="The Daily Ferry" xmlUrl="https://ferry.example/rss" htmlUrl="https://ferry.example/"/>',
      [{ title: 'The Daily Ferry', xmlUrl: 'https://ferry.example/rss', htmlUrl: 'https://ferry.example/' }],
    ],
    [
      'folders are flattened',
      '<outline text="Ports"><outline text="North"><outline text="Ferry" xmlUrl="https://ferry.example/rss"/></outline></outline>',
      [{ title: 'Ferry', xmlUrl: 'https://ferry.example/rss' }],
    ],
    [
      'other spellings of the attributes',
      "<OUTLINE Text='Quay &amp; Sons' XMLURL='https://ferry.example/?a=1&amp;b=2'></OUTLINE>",
      [{ title: 'Quay & Sons', xmlUrl: 'https://ferry.example/?a=1&b=2' }],
    ],
    [
      'a bare &',
      '<outline text="Quay & Sons" xmlUrl="https://ferry.example/?a=1&b=2">',
      [{ title: 'Quay & Sons', xmlUrl: 'https://ferry.example/?a=1&b=2' }],
    ],
    [
      'feed: addresses',
      '<outline text="F" xmlUrl="feed://ferry.example/rss"/>',
      [{ title: 'F', xmlUrl: 'http://ferry.example/rss' }],
    ],
    [
      'no title: its host',
      '<outline xmlUrl="https://ferry.example/rss"/>',
      [{ title: 'ferry.example', xmlUrl: 'https://ferry.example/rss' }],
    ],
    [
      'each address once',
      '<outline text="A" xmlUrl="https://ferry.example/rss"/><outline text="B" xmlUrl="https://ferry.example/rss"/>',
      [{ title: 'A', xmlUrl: 'https://ferry.example/rss' }],
    ],
    [
      'what is no web address is left out',
      '<outline text="A" xmlUrl="javascript:alert(1)"/><outline text="B" xmlUrl="https://b.example/"/>',
      [{ title: 'B', xmlUrl: 'https://b.example/' }],
    ],
  ])('%s', (_name, body, outlets) => {
    expect(parseOpml(opml(body)).outlets).toEqual(outlets);
  });

  it.each([
    ['', /empty/],
    ['Ferry, https://ferry.example/rss', /no <opml> element/],
    [opml(''), /no <outline> elements/],
    [opml('<outline text="Ports"/><outline text="B" xmlUrl="nowhere"/>'), /None of the 2 <outline>/],
  ])('%j is refused with its cause', (text, message) => {
    expect(() => parseOpml(text)).toThrow(message);
    expect(() => parseOpml(text)).toThrow(SynopticError);
  });

  it('an address that looks like an entity is left alone (it was decoded twice)', () => {
    const outlets = [{ title: 'Merle', xmlUrl: 'http://merle.example/feed', htmlUrl: 'http://merle.example/?&#0' }];
    expect(parseOpml(writeOpml('Feeds', outlets)).outlets).toEqual(outlets);
  });

  it('reads back what was written', () => {
    const title = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .map((text) =>
        text
          .normalize('NFC')
          .replace(/[\s\p{C}]+/gu, ' ')
          .trim(),
      )
      .filter((text) => text !== '');
    const address = fc.webUrl({ withQueryParameters: true, withFragments: true }).map((url) => new URL(url).href);
    const outlet = fc.record({ title, xmlUrl: address, htmlUrl: address }, { requiredKeys: ['title', 'xmlUrl'] });
    fc.assert(
      fc.property(title, fc.uniqueArray(outlet, { minLength: 1, selector: (each) => each.xmlUrl }), (name, outlets) => {
        expect(parseOpml(writeOpml(name, outlets)).outlets).toEqual(outlets);
      }),
    );
  });
});
