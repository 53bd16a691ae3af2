import { foldCase } from '#lib/text/normalize';

/** A start tag longer than this has lost a quotation mark. */
const LONGEST_TAG = 20_000;

/**
 * A lenient reader for XML that may be broken anywhere. It answers three questions (which tag is here, where does this
 * element end, which elements lie between two places) and never looks at a character more than a fixed number of times:
 * a tidying with patterns took 4.5 seconds on 50,000 unclosed comments, because each of them searched to the end again.
 */
export type Tag = { name: string; attributes: Attributes; isClosed: boolean; start: number; end: number };
export type Attributes = Record<string, string>;

/** `inner` is what stands between the tags, untouched. `isUnclosed`: the end tag is missing and the text up to the next tag was taken. */
export type Element = { name: string; attributes: Attributes; inner: string; isUnclosed: boolean };

export type Markup = {
  source: string;
  /** The next start tag at or after `from`; comments, CDATA, instructions and end tags are passed over. */
  nextTag(from: number, to: number): Tag | undefined;
  /** Where the end tag of `name` begins; -1 when there is none before `to`. */
  closeOf(name: string, from: number, to: number): number;
  /** Where the next start tag of `name` begins; -1 when there is none before `to`. */
  openOf(name: string, from: number, to: number): number;
  /** Index after the `>` at or after `from`. */
  after(from: number): number;
  /** Elements directly between two places, in order, their own children unread. */
  children(from: number, to: number): Element[];
};

export function openMarkup(source: string): Markup {
  const { opens, closes } = indexTags(source);
  const ends = positions(source, '>');

  const closeTag = (from: number): number => ends[firstAtOrAfter(ends, from)] ?? -1;

  function readTag(start: number): Tag | undefined {
    const nameEnd = endOfName(source, start + 1);
    const end = endOfTag(nameEnd);
    if (end < 0) return undefined;
    const isClosed = source.charAt(end - 1) === '/';
    const attributes = readAttributes(source.slice(nameEnd, isClosed ? end - 1 : end));
    return { name: source.slice(start + 1, nameEnd), attributes, isClosed, start, end: end + 1 };
  }

  /** The `>` outside quotation marks; the very next one where a mark is missing its partner. */
  function endOfTag(from: number): number {
    const plain = closeTag(from);
    let isValue = false;
    for (let at = from; at < source.length && at - from < LONGEST_TAG; at++) {
      const char = source.charAt(at);
      if (char === '>') return at;
      if (char === '<') return plain;
      if (isValue && (char === '"' || char === "'")) {
        const close = source.slice(at + 1, at + LONGEST_TAG).indexOf(char);
        if (close < 0) return plain;
        at += close + 1;
      }
      if (char === '=') isValue = true;
      else if (char.trim() !== '') isValue = false;
    }
    return plain;
  }

  const markup: Markup = {
    source,
    nextTag(from, to) {
      for (let nth = firstAtOrAfter(opens.all, from); ; nth++) {
        const at = opens.all[nth];
        if (at === undefined || at >= to) return undefined;
        const tag = readTag(at);
        if (tag) return tag;
      }
    },
    closeOf: (name, from, to) => within(closes.named.get(foldCase(name)), from, to),
    openOf: (name, from, to) => within(opens.named.get(foldCase(name)), from, to),
    after(from) {
      const end = closeTag(from);
      return end < 0 ? source.length : end + 1;
    },
    children(from, to) {
      const elements: Element[] = [];
      for (let at = from; ; ) {
        const tag = markup.nextTag(at, to);
        if (!tag || tag.end > to) return elements;
        const { name, attributes } = tag;
        at = tag.end;
        if (tag.isClosed) {
          elements.push({ name, attributes, inner: '', isUnclosed: false });
          continue;
        }
        const close = markup.closeOf(name, tag.end, to);
        const next = close >= 0 ? close : source.indexOf('<', tag.end);
        const inner = source.slice(tag.end, next < 0 ? to : Math.min(next, to));
        elements.push({ name, attributes, inner, isUnclosed: close < 0 });
        if (close >= 0) at = markup.after(close);
      }
    },
  };
  return markup;
}

type Places = { all: number[]; named: Map<string, number[]> };

/** Where start tags and end tags begin: one pass from left to right, so that what stands in CDATA or a comment is no tag. */
function indexTags(source: string): { opens: Places; closes: Places } {
  const opens: Places = { all: [], named: new Map() };
  const closes: Places = { all: [], named: new Map() };
  const absent = new Set<string>();

  /** Index after `pattern`, or `otherwise` when there is none: a section that never ends hides nothing. */
  function after(pattern: string, from: number, otherwise: number): number {
    if (absent.has(pattern)) return otherwise;
    const at = source.indexOf(pattern, from);
    if (at < 0) absent.add(pattern);
    return at < 0 ? otherwise : at + pattern.length;
  }

  let at = source.indexOf('<');
  while (at >= 0) {
    const next = source.charCodeAt(at + 1);
    let beyond = at + 1;
    if (source.startsWith('<!--', at)) beyond = after('-->', at + 4, at + 4);
    else if (foldCase(source.slice(at, at + 9)) === '<![cdata[') beyond = after(']]>', at + 9, at + 9);
    else if (next === 63) beyond = after('?>', at + 2, at + 2);
    else if (next === 33) beyond = afterDeclaration(source, at, after);
    else {
      const places = next === 47 ? closes : opens;
      const nameStart = next === 47 ? at + 2 : at + 1;
      beyond = endOfName(source, nameStart);
      if (beyond > nameStart) note(places, foldCase(source.slice(nameStart, Math.min(beyond, nameStart + 100))), at);
    }
    at = source.indexOf('<', beyond);
  }
  return { opens, closes };
}

/** <!DOCTYPE …> may hold an internal subset in brackets. Its entities are never read: what they stand for stays unexpanded. */
function afterDeclaration(
  source: string,
  at: number,
  after: (pattern: string, from: number, otherwise: number) => number,
): number {
  const end = after('>', at, source.length);
  const bracket = source.slice(at, end).indexOf('[');
  if (bracket < 0) return end;
  const subset = after(']', at + bracket, end);
  return subset === end ? end : after('>', subset, end);
}

function note(places: Places, name: string, at: number): void {
  places.all.push(at);
  const named = places.named.get(name);
  if (named) named.push(at);
  else places.named.set(name, [at]);
}

function positions(source: string, char: string): number[] {
  const found: number[] = [];
  for (let at = source.indexOf(char); at >= 0; at = source.indexOf(char, at + 1)) found.push(at);
  return found;
}

function within(places: readonly number[] | undefined, from: number, to: number): number {
  if (!places) return -1;
  const at = places[firstAtOrAfter(places, from)];
  return at === undefined || at >= to ? -1 : at;
}

/** Binary search: index of the first of these ascending numbers that is at least `from`. */
function firstAtOrAfter(places: readonly number[], from: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Letters, digits, `_ - . :` and everything outside ASCII. */
function endOfName(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95 || code > 127;
    const isInner = (code >= 48 && code <= 58) || code === 45 || code === 46;
    if (!isLetter && !(isInner && at > from)) break;
  }
  return at;
}

/** The inside of a start tag → attributes, names in lower case, values as written (entities not decoded). */
export function readAttributes(text: string): Attributes {
  const attributes: Attributes = Object.create(null);
  for (let at = 0; at < text.length; ) {
    const end = endOfName(text, at);
    if (end === at) {
      at++;
      continue;
    }
    const name = text.slice(at, end).toLowerCase();
    at = skipSpace(text, end);
    if (text.charAt(at) !== '=') continue;
    at = skipSpace(text, at + 1);
    const quote = text.charAt(at);
    const isQuoted = quote === '"' || quote === "'";
    const close = isQuoted ? text.indexOf(quote, at + 1) : endOfBareValue(text, at);
    const value = text.slice(isQuoted ? at + 1 : at, close < 0 ? text.length : close);
    attributes[name] ??= value;
    at = close < 0 ? text.length : isQuoted ? close + 1 : close;
  }
  return attributes;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 32) at++;
  return at;
}

function endOfBareValue(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) > 32) at++;
  return at;
}
