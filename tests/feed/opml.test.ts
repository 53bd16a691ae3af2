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
      'folders are kept',
      '<outline text="Ports"><outline title="North"><outline text="Ferry" xmlUrl="https://ferry.example/rss"/></outline><outline text="Quay" xmlUrl="https://quay.example/rss"></outline></outline><outline text="Hill" xmlUrl="https://hill.example/rss"/>',
      [
        { title: 'Ferry', xmlUrl: 'https://ferry.example/rss', folder: ['Ports', 'North'] },
        { title: 'Quay', xmlUrl: 'https://quay.example/rss', folder: ['Ports'] },
        { title: 'Hill', xmlUrl: 'https://hill.example/rss' },
      ],
    ],
    [
      'a language, when it is one',
      '<outline text="A" xmlUrl="https://a.example/" language="pt-BR"/><outline text="B" xmlUrl="https://b.example/" language="not known"/>',
      [
        { title: 'A', xmlUrl: 'https://a.example/', language: 'pt-BR' },
        { title: 'B', xmlUrl: 'https://b.example/' },
      ],
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

  it('what is left out is told with its cause, and what repeats is counted', () => {
    const { leftOut, repeated } = parseOpml(
      opml(
        '<outline text="A" xmlUrl="javascript:alert(1)"/><outline text="B" xmlUrl="https://b.example/"/><outline text="C" xmlUrl="https://b.example/"/><outline text="a folder"/>',
      ),
    );
    expect(leftOut.map(({ subject, reason }) => [subject, reason.code])).toEqual([['A', 'address-invalid']]);
    expect(leftOut[0]?.reason.message).toContain('“javascript:alert(1)”');
    expect(repeated).toBe(1);
  });

  it('a list with 100,000 unclosed folders is read without going over it again and again', () => {
    const deep = '<outline text="x">'.repeat(100_000);
    const { outlets } = parseOpml(opml(`${deep}<outline text="F" xmlUrl="https://f.example/"/>`));
    expect(outlets.map(({ title, folder }) => [title, folder?.length])).toEqual([['F', 8]]);
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

  it('reads back what was written, whatever folders it stands in', () => {
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
    const outlet = fc.record(
      {
        title,
        xmlUrl: address,
        htmlUrl: address,
        language: fc.constantFrom('en', 'pt-BR', 'zh-Hant'),
        folder: fc.array(title, { minLength: 1, maxLength: 4 }),
      },
      { requiredKeys: ['title', 'xmlUrl'] },
    );
    const outlets = fc.uniqueArray(outlet, { minLength: 1, maxLength: 12, selector: (each) => each.xmlUrl });
    fc.assert(
      fc.property(title, outlets, (name, given) => {
        const written = writeOpml(name, given);
        const read = parseOpml(written);
        expect(byAddress(read.outlets)).toEqual(byAddress(given));
        expect(read.leftOut).toEqual([]);
        expect(writeOpml(name, read.outlets)).toBe(written);
      }),
    );
  });

  it('keeps the order where there are no folders', () => {
    const outlets = ['c', 'a', 'b'].map((name) => ({ title: name, xmlUrl: `https://${name}.example/` }));
    expect(parseOpml(writeOpml('Feeds', outlets)).outlets).toEqual(outlets);
  });
});

function byAddress(outlets: readonly OpmlOutlet[]): OpmlOutlet[] {
  return [...outlets].sort((a, b) => (a.xmlUrl < b.xmlUrl ? -1 : 1));
}
