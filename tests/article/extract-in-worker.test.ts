import { afterAll, describe, expect, it } from 'vitest';
import { openExtractor } from '#lib/article/extract-in-worker';

const bytes = (text: string) => new TextEncoder().encode(text);
const SENTENCE =
  'The harbour authority said on Tuesday that the quay would open in spring, two years later than planned.';
const page = (title: string) =>
  `<html lang="en"><head><title>${title}</title></head><body><article>${Array.from({ length: 6 }, (_, i) => `<p>${i} ${SENTENCE}</p>`).join('')}</article></body></html>`;
// 300,000 unclosed brackets keep readability's patterns busy for minutes.
const ENDLESS = `<html><body>${'<'.repeat(300_000)}</body></html>`;

const extractor = openExtractor({ workers: 2, deadlineMs: 4_000, maxBytes: 1_000_000 });
afterAll(() => extractor.close());

describe('openExtractor', () => {
  it('reads pages beside one another', async () => {
    const found = await Promise.all(
      ['One', 'Two', 'Three', 'Four', 'Five'].map((title) => extractor.extract({ bytes: bytes(page(title)) })),
    );
    expect(found.map(({ headline }) => headline)).toEqual(['One', 'Two', 'Three', 'Four', 'Five']);
    expect(found.every(({ quality }) => quality.status === 'full')).toBe(true);
  });

  it('decodes by the header', async () => {
    const latin = Uint8Array.from(page('Caf\u00e9 am Hafen'), (char) => char.charCodeAt(0));
    expect((await extractor.extract({ bytes: latin, contentType: 'text/html; charset=iso-8859-1' })).headline).toBe(
      'Café am Hafen',
    );
  });

  it('ends a page that takes too long, replaces the worker and goes on', async () => {
    const [slow, quick] = await Promise.all([
      extractor.extract({ bytes: bytes(ENDLESS) }),
      extractor.extract({ bytes: bytes(page('Quick')) }),
    ]);
    expect(slow.quality).toMatchObject({ status: 'failed', reasons: [{ code: 'too-slow' }] });
    expect(quick.headline).toBe('Quick');
    const after = await Promise.all(
      ['After', 'Again', 'Still'].map((title) => extractor.extract({ bytes: bytes(page(title)) })),
    );
    expect(after.map(({ headline }) => headline)).toEqual(['After', 'Again', 'Still']);
  });

  it.each([
    ['100,000 elements in one another', '<div>'.repeat(100_000), ['too-complex']],
    ['10,000 elements in one another', `<html><body>${'<div>'.repeat(10_000)}`, ['too-complex']],
    ['60,000 paragraphs', '<p>a'.repeat(60_000), ['too-complex']],
    [
      'formatting that opens anew in every paragraph',
      Array.from({ length: 5_000 }, (_, i) => `<p><b id=${i}>`).join(''),
      ['too-complex'],
    ],
    ['50,000 comments without an end', '<!--'.repeat(50_000), ['no-article-text', 'too-slow']],
    ['20,000 tags without an end', 'x<p '.repeat(20_000), ['no-article-text', 'too-complex', 'too-slow']],
    [
      'a megabyte of structured data',
      `<html><head><script type="application/ld+json">${'['.repeat(900_000)}</script></head><body></body></html>`,
      ['no-article-text', 'needs-script', 'too-slow'],
    ],
  ])('hostile page: %s', async (_name, html, codes) => {
    const found = await extractor.extract({ bytes: bytes(html) });
    expect(found.quality.status).toBe('failed');
    expect(codes).toContain(found.quality.reasons[0]?.code);
    expect((await extractor.extract({ bytes: bytes(page('Next')) })).headline).toBe('Next');
  });

  it('refuses what is too large', async () => {
    const found = await extractor.extract({ bytes: new Uint8Array(1_000_001) });
    expect(found.quality).toMatchObject({ status: 'failed', reasons: [{ code: 'too-large' }] });
  });

  it('answers everybody when it is closed, and afterwards', async () => {
    const own = openExtractor({ workers: 1 });
    const waiting = [own.extract({ bytes: bytes(page('One')) }), own.extract({ bytes: bytes(page('Two')) })];
    await own.close();
    for (const found of [...(await Promise.all(waiting)), await own.extract({ bytes: bytes(page('Three')) })]) {
      expect(found.quality.status).toBe('failed');
    }
  });
});
