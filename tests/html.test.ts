import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEntities, htmlToText, parseHtml, parseHtmlStrictly } from '#lib/html';

describe('htmlToText', () => {
  it.each([
    ['plain', 'one two', 'one two'],
    ['blocks', '<p>one</p><p>two</p>', 'one\n\ntwo'],
    ['nested blocks', '<div>one<div>two</div>three</div>', 'one\n\ntwo\n\nthree'],
    ['list', '<ul><li>one<li>two</ul>', 'one\n\ntwo'],
    ['line break', 'one<br>two<br/>three', 'one\ntwo\nthree'],
    ['inline tags leave no gap', 'o<b>n</b>e <i>two</i>', 'one two'],
    ['white space', '<p>\n one \t two&nbsp;</p>', 'one two'],
    ['entities', 'Caf&eacute; &#8211; R&amp;D &#150; &#x1F6A2;', 'Café – R&D – 🚢'],
    ['escaped markup is text', '&lt;b&gt;one&lt;/b&gt;', '<b>one</b>'],
    ['script and style', 'one<script>if (a<b) "</p>"</script><style>p{}</style>two', 'onetwo'],
    ['comment', 'one<!-- <p>no</p> -->two', 'onetwo'],
    ['unclosed comment', 'one<!-- two', 'one'],
    ['unclosed tag', 'one<p class="x', 'one'],
    ['> in a value', '<a title="a > b">one</a>', 'one'],
    ['< that is no tag', '1 < 2 <3', '1 < 2 <3'],
    ['CDATA left over', '<![CDATA[<p>one</p>]]>', 'one'],
    ['NFC', 'cafe\u0301', 'café'],
    ['empty', '', ''],
  ])('%s', (_name, html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it.each([
    ['300 KB of <', '<'.repeat(300_000)],
    ['20,000 unclosed tags', 'x<p '.repeat(20_000)],
    ['10,000 nested tags', '<div>'.repeat(10_000)],
    ['100,000 unclosed comments', '<!--'.repeat(100_000)],
    ['100,000 open quotes', '<a b="'.repeat(100_000)],
    ['100,000 closed and open quotes', `<a b=">'`.repeat(100_000)],
    ['100,000 scripts', '<script>'.repeat(100_000)],
    ['300,000 ampersands', '&'.repeat(300_000)],
  ])('%s comes back', (_name, html) => {
    expect(typeof htmlToText(html)).toBe('string');
  });

  it('gives plain text back as it was, but for white space', () => {
    const plain = fc
      .array(fc.constantFrom('word', 'é', '中', '1', '.', ' ', '\n', '"', '>'), { maxLength: 60 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(plain, (text) => {
        expect(htmlToText(text)).toBe(text.replace(/\s+/g, ' ').trim());
      }),
    );
  });

  it('never throws', () => {
    const soup = fc.array(
      fc.oneof(
        fc.constantFrom(
          '<',
          '>',
          '</',
          '<!--',
          '<![CDATA[',
          '&',
          '&#',
          '"',
          "'",
          '=',
          'p',
          'br',
          '/',
          ' ',
          '\u0000',
          '\uD800',
          '\u2028',
        ),
        fc.string(),
      ),
    );
    fc.assert(fc.property(soup, (parts) => typeof htmlToText(parts.join('')) === 'string'));
  });
});

describe('decodeEntities', () => {
  it.each([
    ['R&amp;D', 'R&D'],
    ['&lt;b&gt;', '<b>'],
    ['<b>&euro;', '<b>€'],
    ['&amp;lt;', '&lt;'],
    ['&nosuch; &', '&nosuch; &'],
    [' a ', ' a '],
    ['', ''],
  ])('%j → %j', (text, expected) => {
    expect(decodeEntities(text)).toBe(expected);
  });
});

describe('documents', () => {
  it.each([
    ['', ''],
    ['plain', 'plain'],
    ['<p>a fragment', 'a fragment'],
    ['<html><body><p>a page</p></body></html>', 'a page'],
  ])('%j', (html, text) => {
    expect(parseHtml(html).body.textContent).toBe(text);
    expect(parseHtmlStrictly(html).body.textContent).toBe(text);
  });

  it('what a template holds is not on the page', () => {
    const html = '<html><head><template><p>Not yet.</p></template></head><body><p>Here.</p></body></html>';
    expect(parseHtml(html).documentElement.textContent).toBe('Here.');
    expect(parseHtmlStrictly(html).documentElement.textContent).toBe('Here.');
  });

  it('the standard order brings back what stands after the end of the body', () => {
    const html = '<html><body><p>One.</p></body></html><p>Two.</p>';
    expect(parseHtmlStrictly(html).body.textContent).toBe('One.Two.');
  });

  it.each([
    ['too many tags', '<i>x</i>'.repeat(30_001)],
    ['too deep', '<div>'.repeat(600)],
    ['much too deep', '<div>'.repeat(20_000)],
  ])('%s', (_name, html) => {
    expect(() => parseHtml(html)).toThrow(expect.objectContaining({ code: 'too-complex' }));
    expect(() => parseHtmlStrictly(html)).toThrow(expect.objectContaining({ code: 'too-complex' }));
  });
});
