import { decodeEntities, htmlToText } from '#lib/html';
import { tidy } from '#lib/text/normalize';
import type { Attributes, Element } from './markup';

/**
 * Text in a feed comes in many wrappings: escaped HTML, CDATA, XHTML inline, Atom's `type`, Atom 0.3's `mode`, RSS's silence
 * about all of it. Every one of them becomes one string of HTML here, with text that is not HTML escaped, so that nothing
 * after this point has to know where it came from.
 */
export function constructHtml(element: Element, defaultType: 'html' | 'text'): string {
  const { attributes, inner } = element;
  const type = (attributes.type ?? defaultType).trim().toLowerCase();
  if (attributes.mode?.toLowerCase() === 'base64') return typed(fromBase64(inner), type);
  if (type.includes('xhtml')) return inlineMarkup(inner);
  // Markup without any wrapping, whatever the type says: readers of real feeds cannot insist.
  if (hasChildTags(inner)) return inlineMarkup(inner, 'html');
  const value = characters(inner);
  // Atom 1.0 wraps every other kind of media in base64. Text in it is text all the same; pictures are not.
  if (type.includes('/') && !/^text\/|html|xml/.test(type)) return otherMedia(value, type);
  return typed(value, type);
}

/** Character data of an element: CDATA as it stands, the rest decoded once. */
export function characters(inner: string): string {
  return pieces(inner)
    .map(({ text, isVerbatim }) => (isVerbatim ? text : decodeXml(text)))
    .join('');
}

/** A name, address or date: character data, tidied, with HTML's named characters understood too. */
export function plainValue(inner: string): string {
  return tidy(decodeEntities(characters(hasChildTags(inner) ? htmlToText(inner) : inner)));
}

/** An address or other attribute value. */
export function attributeValue(attributes: Attributes, name: string): string | undefined {
  const value = attributes[name];
  return value === undefined ? undefined : tidy(decodeEntities(decodeXml(value)));
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function typed(value: string, type: string): string {
  // "text" that holds &eacute; or &#8217; was escaped once too often; a tag in it really means a tag's name.
  return type === 'text' || type === 'text/plain' ? escapeHtml(decodeEntities(value)) : value;
}

function inlineMarkup(inner: string, cdata: 'text' | 'html' = 'text'): string {
  return pieces(inner)
    .map(({ text, isVerbatim }) => {
      if (isVerbatim) return cdata === 'html' ? text : escapeHtml(text);
      return text.replace(/<(\/?)[\w-]+:(?=[a-z])/gi, '<$1'); // <xhtml:p> is a <p>
    })
    .join('');
}

type Piece = { text: string; isVerbatim: boolean };

/** Cuts at CDATA sections. One that is never closed lasts to the end. */
function pieces(inner: string): Piece[] {
  if (!inner.includes('<![')) return [{ text: inner, isVerbatim: false }];
  const found: Piece[] = [];
  const opening = /<!\[cdata\[/gi;
  let at = 0;
  for (let open = opening.exec(inner); open; open = opening.exec(inner)) {
    const from = open.index + open[0].length;
    const close = inner.indexOf(']]>', from);
    const to = close < 0 ? inner.length : close;
    found.push(
      { text: inner.slice(at, open.index), isVerbatim: false },
      { text: inner.slice(from, to), isVerbatim: true },
    );
    at = close < 0 ? inner.length : close + 3;
    opening.lastIndex = at;
  }
  found.push({ text: inner.slice(at), isVerbatim: false });
  return found.filter((piece) => piece.text !== '');
}

function hasChildTags(inner: string): boolean {
  return pieces(inner).some(({ text, isVerbatim }) => !isVerbatim && /<\/?[a-z]/i.test(text));
}

const XML_ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * One level of XML escaping. Named characters of HTML stay for the next reader; so do the numbers 128–159, which XML calls
 * control characters and everybody means as Windows-1252 (&#146; is an apostrophe).
 */
function decodeXml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(lt|gt|amp|quot|apos));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return XML_ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    if (code < 32 || (code >= 127 && code < 160)) return whole;
    return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';
  });
}

function otherMedia(value: string, type: string): string {
  if (/^(?:image|audio|video)\//.test(type)) return '';
  const decoded = /^[A-Za-z0-9+/\s]+=*\s*$/.test(value) ? fromBase64(value) : value;
  return decoded.includes('\ufffd') || decoded.includes('\0') ? value : decoded;
}

function fromBase64(inner: string): string {
  return Buffer.from(inner.replace(/\s+/g, ''), 'base64').toString('utf8');
}

/** Elements whose presence makes a string HTML. "The <Untitled> memo" has none of them and keeps its brackets. */
const HTML_TAG =
  /<\/?(?:a|abbr|acronym|b|bdi|bdo|big|blockquote|br|center|cite|code|dd|del|dfn|div|dl|dt|em|embed|figcaption|figure|font|h[1-6]|hr|i|iframe|img|ins|kbd|li|mark|object|ol|p|pre|q|s|samp|script|section|small|source|span|strike|strong|style|sub|sup|table|tbody|td|th|thead|time|tr|tt|u|ul|var|video|wbr)(?=[\s/>])|<!--|<!\[/i;

const SWALLOWING = /<(iframe|object|noscript|svg|select|textarea)(?=[\s/>])[^<>]*>/gi;

/** A frame or object that is never closed would take the rest of the text with it. */
function withoutOpenFrames(html: string): string {
  const lower = html.includes('<') ? html.toLowerCase() : '';
  return lower === ''
    ? html
    : html.replace(SWALLOWING, (tag, name) => (lower.includes(`</${String(name).toLowerCase()}`) ? tag : ' '));
}

/** Of one entry's text at most this much is read: forty times a long article, and what takes a server a second when it is hostile. */
const LONGEST_TEXT = 300_000;
const LONGEST_LINE = 5_000;

function bounded(html: string, most: number): string {
  if (html.length <= most) return html;
  return html.replace(/data:[^"'\s>]{1000,}/g, '').slice(0, most); // pictures written into the text go first
}

/** One line of text: headlines and names. */
export function lineOf(given: string): string | undefined {
  const html = bounded(given.trim(), LONGEST_LINE);
  return present(tidy(htmlToText(HTML_TAG.test(html) ? withoutOpenFrames(html) : html.replace(/</g, '&lt;'))));
}

/** Text with its blocks separated by a blank line. A string without tags has blocks where it has blank lines. */
export function blocksOf(given: string): string | undefined {
  const html = bounded(given.trim(), LONGEST_TEXT);
  if (HTML_TAG.test(html)) return present(htmlToText(withoutOpenFrames(html)));
  return present(
    htmlToText(
      html
        .replace(/</g, '&lt;')
        .replace(/\r/g, '')
        .replace(/\n[ \t]*\n\s*/g, '<p>'),
    ),
  );
}

function present(text: string): string | undefined {
  return text === '' ? undefined : text;
}
