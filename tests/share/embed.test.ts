import { describe, expect, it } from 'vitest';
import { embedAddress, embedMarkup, embedSize, readEmbeddable } from '#lib/share/embed';

const HERE = 'https://synoptic.example';

describe('readEmbeddable', () => {
  it.each([
    ['a comparison', `${HERE}/c/abc123`, { id: 'abc123', query: {} }],
    [
      'with its view',
      `${HERE}/c/abc123?view=side&other=x&junk=1`,
      { id: 'abc123', query: { view: 'side', other: 'x' } },
    ],
    ['with letters', `${HERE}/c/abc123?blind=1`, { id: 'abc123', query: { blind: '1' } }],
    ['never with a key', `${HERE}/c/abc123?blind=1&key=secret`, { id: 'abc123', query: { blind: '1' } }],
    ['the frame itself', `${HERE}/embed/abc123`, { id: 'abc123', query: {} }],
    ['behind a proxy that ends TLS', 'http://synoptic.example/c/abc123', { id: 'abc123', query: {} }],
    ['not of another host', 'https://elsewhere.example/c/abc123', undefined],
    ['not on another port', 'https://synoptic.example:8443/c/abc123', undefined],
    ['not a live story', `${HERE}/stories/abc`, undefined],
    ['not a script', 'javascript:alert(1)', undefined],
    ['not a word', 'abc123', undefined],
  ])('reads %s', (_what, address, expected) => {
    expect(readEmbeddable(address, HERE)).toEqual(expected);
  });
});

describe('embedSize', () => {
  it.each([
    [undefined, undefined, { width: 720, height: 640 }],
    [400, undefined, { width: 400, height: 640 }],
    [400, 300, { width: 400, height: 300 }],
    [5000, 5000, { width: 720, height: 640 }],
    [10, 10, { width: 240, height: 200 }],
  ])('%s × %s', (width, height, expected) => {
    expect(embedSize({ width, height })).toEqual(expected);
  });
});

it('writes markup that a title cannot leave', () => {
  const address = embedAddress(HERE, { id: 'abc', query: { view: 'side', other: 'x' } });
  const markup = embedMarkup(address, '"><script>alert(1)</script> & more');
  expect(markup).toContain('src="https://synoptic.example/embed/abc?view=side&amp;other=x"');
  expect(markup).not.toContain('<script');
});
