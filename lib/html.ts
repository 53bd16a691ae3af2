import { Readability } from '@mozilla/readability';
import { decodeHTML } from 'entities';
import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';
import { SynopticError } from './errors';
import { tidy } from './text/normalize';

/**
 * The one door for foreign markup. What comes out is text, or a document that somebody walks for text; nothing from here
 * is ever printed as markup again.
 *
 * Why linkedom: five times faster than jsdom on news pages and the same blocks on 97 % of them. What it does not do is build trees as
 * the HTML standard says; for the pages where that matters parse5 does (`parseHtmlStrictly`), and linkedom reads what parse5 writes. The
 * two together gave the same main text as jsdom on 170 of 174 pages, without its 38 packages.
 */

// The largest of 174 news pages measured has 4,110 tags; browsers themselves stop nesting at 512.
const MAX_ELEMENTS = 30_000;
const MAX_DEPTH = 500;

/**
 * A document for any string: a whole page, a fragment, nothing at all.
 * @throws SynopticError `too-complex` above 30,000 tags or 500 levels (readability needs more than a minute on 100,000 nested tags).
 */
export function parseHtml(html: string): Document {
  refuseTooManyTags(html);
  return read(asDocument(html));
}

/**
 * The same by the standard's rules (content after `</body>`, tables, unclosed formatting tags), at twice the time.
 * @throws SynopticError `too-complex` as above
 */
export function parseHtmlStrictly(html: string): Document {
  refuseTooManyTags(html);
  return read(inStandardOrder(html));
}

function read(html: string): Document {
  const document = parseHTML(html).document as unknown as Document;
  refuseTooDeep(document);
  // Nobody sees a template before a script has filled it. For linkedom it is an element like others, and where one in the head
  // held text, readability chose it, climbed past <html> in search of <body> and threw.
  for (const template of document.querySelectorAll('template')) template.remove();
  return document;
}

function inStandardOrder(html: string): string {
  try {
    return serialize(parse(html));
  } catch (error) {
    if (error instanceof RangeError) throw tooComplex('nests too many elements in one another');
    throw error;
  }
}

/**
 * The element that holds the main text, found by Mozilla Readability 0.6 (which rewrites `document`: hand it one of your own).
 * Undefined where it finds none.
 */
export function findMainContent(document: Document): Element | undefined {
  // `serializer` hands the element itself over, so that its blocks can be walked without parsing the result again.
  const found = new Readability<Element | null>(document, {
    charThreshold: 250,
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => (node.nodeType === 1 ? (node as Element) : null),
  }).parse();
  return found?.content ?? undefined;
}

function asDocument(html: string): string {
  return /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
}

function refuseTooManyTags(html: string): void {
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    if (isLetter(html.charCodeAt(at + 1))) tags++;
  }
  if (tags > MAX_ELEMENTS) throw tooComplex(`has ${tags} tags; at most ${MAX_ELEMENTS} are read`);
}

// In reading order the next element is a child of one of those that are open: those below that one have ended.
function refuseTooDeep(document: Document): void {
  const open: Node[] = [];
  for (const element of document.querySelectorAll('*')) {
    while (open.length > 0 && open.at(-1) !== element.parentNode) open.pop();
    open.push(element);
    if (open.length > MAX_DEPTH + 1) throw tooComplex(`nests more than ${MAX_DEPTH} elements in one another`);
  }
}

function tooComplex(what: string): SynopticError {
  return new SynopticError(
    'too-complex',
    `The page ${what}. It is not read, to keep one page from stopping the others.`,
  );
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

// ── text of a fragment ──────────────────────────────────────────────────────────────────────────

const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p pre search section ' +
    'summary table tbody td tfoot th thead title tr ul'
  ).split(' '),
);
// Their content is never text for a reader. `figcaption` is: whoever wants it gone works on the page, not on a fragment.
const SILENT = new Set(['script', 'style', 'template', 'iframe', 'object', 'noscript', 'svg', 'select', 'textarea']);
// Unicode's own separators stand for breaks until the entities are decoded; where a text brings them itself they mean the same.
const PARAGRAPH = '\u2029';
const LINE = '\u2028';

/**
 * Plain text of a fragment of HTML: entities decoded, blocks separated by a blank line, `<br>` by a line feed. Never throws.
 *
 * One pass with `indexOf` instead of a tree or patterns, because feeds bring hostile strings: 300 KB of `<`, 20,000 unclosed
 * tags or 10,000 nested ones all take a few milliseconds. `<p>a<br>b<div>c &amp; d` → "a\nb\n\nc & d"
 */
export function htmlToText(source: string): string {
  const ends = endsIn(source);
  const pieces: string[] = [];
  let isWrapped = false;
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    if (open < 0) {
      pieces.push(source.slice(at));
      break;
    }
    pieces.push(source.slice(at, open));
    const next = source.charCodeAt(open + 1);
    const isEndTag = next === 47 && isLetter(source.charCodeAt(open + 2));
    if (isLetter(next) || isEndTag) {
      const name = tagName(source, open + (isEndTag ? 2 : 1));
      const end = ends.tag(open);
      if (end < 0) break; // an unclosed tag swallows the rest, as in a browser
      at = end + 1;
      if (name === 'br') pieces.push(LINE);
      else if (BLOCKS.has(name)) pieces.push(PARAGRAPH);
      else if (!isEndTag && SILENT.has(name) && source.charCodeAt(end - 1) !== 47) at = ends.silent(name, at);
    } else if (source.startsWith('<!--', open)) {
      const end = ends.comment(open);
      if (end < 0) break;
      at = end;
    } else if (source.startsWith('<![CDATA[', open)) {
      isWrapped = true;
      at = open + 9; // a feed's wrapper that was escaped once too often: its content is text
    } else if (next === 33 || next === 63 || next === 47) {
      const end = ends.tag(open);
      if (end < 0) break;
      at = end + 1;
    } else {
      pieces.push('<');
      at = open + 1;
    }
  }
  return decodeEntities(isWrapped ? pieces.join('').replaceAll(']]>', '') : pieces.join(''))
    .split(PARAGRAPH)
    .map((block) =>
      block
        .split(LINE)
        .map(tidy)
        .join('\n')
        .replace(/^\n+|\n+$/g, ''),
    )
    .filter((block) => block !== '')
    .join('\n\n');
}

/**
 * Named and numeric character references, by the table of the parser itself: "Caf&eacute; &#8211; &amp;lt;" → "Café – &lt;".
 * The table is asked directly: a document built around every headline for its sake took two fifths of a feed's time.
 */
export function decodeEntities(text: string): string {
  return text.includes('&') ? decodeHTML(text.replaceAll('\u0000', '')) : text;
}

function tagName(source: string, from: number): string {
  let end = from;
  while (end < source.length && end - from < 12 && /[a-z0-9]/i.test(source.charAt(end))) end++;
  return source.slice(from, end).toLowerCase();
}

/**
 * Where things that began at `open` end, in time that is linear over the whole string: a search that has failed once is
 * never made again.
 */
function endsIn(source: string) {
  const lastQuote = { '"': source.lastIndexOf('"'), "'": source.lastIndexOf("'") };
  const missing = new Set<string>();

  function find(what: string, from: number): number {
    if (missing.has(what)) return -1;
    const at = source.indexOf(what, from);
    if (at < 0) missing.add(what);
    return at;
  }

  return {
    /** Index of the `>` that closes the tag, quoted attribute values skipped; -1 when there is none. */
    tag(open: number): number {
      let isValue = false;
      for (let at = open + 1; at < source.length; at++) {
        const char = source.charAt(at);
        if (char === '>') return at;
        if (isValue && (char === '"' || char === "'") && at < lastQuote[char]) at = source.indexOf(char, at + 1);
        if (char === '=') isValue = true;
        else if (char.trim() !== '') isValue = false;
      }
      return find('>', open);
    },
    /** Index after the comment; -1 when it never ends. */
    comment(open: number): number {
      const end = find('-->', open + 4);
      return end < 0 ? -1 : end + 3;
    },
    /** Index of the end tag of a silent element, or of the end of the text. */
    silent(name: string, from: number): number {
      const end = new RegExp(`</${name}`, 'gi');
      end.lastIndex = from;
      return end.exec(source)?.index ?? source.length;
    },
  };
}
