import { detect } from 'chardet';
import iconv from 'iconv-lite';

export type Decoded = { text: string; charset: string };

/** How much of a page is searched for `<meta charset>`: templates put scripts and styles before it. */
const META_REACH = 64 * 1024;
/** chardet's guess is stable long before this, and its cost grows with the sample. */
const GUESS_SAMPLE = 64 * 1024;

/**
 * Bytes of a feed or page → text, without a byte order mark. Never throws; bytes that mean nothing become U+FFFD.
 *
 * Order of belief: byte order mark, UTF-16/32 seen from its zero bytes, strictly valid UTF-8, the HTTP header, the XML
 * prolog or `<meta charset>`, a guess (chardet), Windows-1252. Valid UTF-8 stands before every declaration because text
 * in another charset practically never happens to be valid UTF-8, while wrong headers are common.
 *
 * Decoding is iconv-lite's: the engine's own `TextDecoder('windows-1252')` turns 0x80–0x9F into control characters on
 * Node 20.18 and later, which loses curly quotation marks, dashes and the euro sign (nodejs/node #56542).
 *
 * @param contentType value of the Content-Type header, if there was one
 */
export function decodeBytes(bytes: Uint8Array, contentType?: string): Decoded {
  const wide = wideCharset(bytes);
  if (wide !== undefined) return decodeAs(bytes, wide);

  const head = asciiHead(bytes);
  const declared = [headerCharset(contentType), documentCharset(head)].filter((label) => label !== undefined);

  // Seven-bit with escape sequences: valid UTF-8 byte by byte and yet not UTF-8.
  if (declared.includes('iso-2022-jp') && head.includes('\u001b')) return decodeAs(bytes, 'iso-2022-jp');

  const strict = strictUtf8(bytes);
  if (strict !== undefined) return { text: strict, charset: 'utf-8' };
  if (mostlyUtf8(bytes)) return decodeAs(bytes, 'utf-8');

  // A claim of UTF-8 has just been refuted by the bytes themselves.
  const claim = declared.find((label) => label !== 'utf-8' && !label.startsWith('utf-16'));
  return decodeAs(bytes, claim ?? guessed(bytes) ?? 'windows-1252');
}

const BYTE_ORDER_MARKS: readonly [charset: string, mark: readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Charsets of more than one byte a letter give themselves away by a mark or by the zero bytes around the first `<` or `{`. */
function wideCharset(bytes: Uint8Array): string | undefined {
  for (const [charset, mark] of BYTE_ORDER_MARKS) {
    if (!mark.every((byte, at) => bytes[at] === byte)) continue;
    // A UTF-8 mark in front of bytes that are not UTF-8 was put there by an editor, not by the text's own encoding.
    if (charset !== 'utf-8' || strictUtf8(bytes) !== undefined || mostlyUtf8(bytes)) return charset;
  }
  if (bytes.length < 4) return undefined;
  const zeros = [bytes[0] === 0, bytes[1] === 0, bytes[2] === 0, bytes[3] === 0].map(Number).join('');
  return { '0111': 'utf-32le', '1110': 'utf-32be', '0101': 'utf-16le', '1010': 'utf-16be' }[zeros];
}

function asciiHead(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, META_REACH)).toString('latin1');
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * A few broken sequences in a text that is otherwise UTF-8 (cut in the middle of a letter, one pasted Windows-1252 quote)
 * must not turn all of it into Windows-1252. Ten whole sequences for each broken one: "Ã" followed by "©" is valid UTF-8
 * by accident about once in thirty accented letters of a Latin-1 text, so the accident stays far below the line.
 */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const trailing =
      byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : 0;
    let seen = 0;
    while (seen < trailing && ((bytes[at + 1 + seen] ?? 0) & 0xc0) === 0x80) seen++;
    if (trailing > 0 && seen === trailing) whole++;
    else broken++;
    at += seen;
  }
  return whole > 0 && (whole >= broken * 10 || (broken === 1 && whole > 1));
}

function headerCharset(contentType: string | undefined): string | undefined {
  return canonical(/charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType ?? '')?.[1]);
}

function documentCharset(head: string): string | undefined {
  const prolog = /<\?xml\b[^>]{0,300}?\bencoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head)?.[1];
  const meta = /<meta\b[^>]{0,500}?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
  return canonical(prolog) ?? canonical(meta);
}

/** Names the engine's WHATWG table does not have, or has a converter for that iconv-lite lacks under that name. */
const OTHER_NAMES: Record<string, string> = {
  'x-mac-cyrillic': 'maccyrillic',
  'iso-8859-8-i': 'iso-8859-8',
  // The WHATWG decoder of gb2312 and gbk is gb18030: a superset that reads the rare signs too.
  gbk: 'gb18030',
  // Windows' code page 932 is what pages labelled shift_jis are written in.
  shift_jis: 'cp932',
};

/** A label as declared → the charset browsers read it as (iso-8859-1 → windows-1252); undefined for a name nobody knows. */
function canonical(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  let name = label.toLowerCase();
  try {
    name = new TextDecoder(name).encoding; // only asked for its table of names
  } catch {
    // Not in the table: iconv-lite may still know it (cp850, iso-8859-16).
  }
  name = OTHER_NAMES[name] ?? name;
  return name === 'iso-2022-jp' || iconv.encodingExists(name) ? name : undefined;
}

function guessed(bytes: Uint8Array): string | undefined {
  const sample = informative(bytes);
  const name = isTypographyOnly(sample) ? undefined : canonical(detect(sample) ?? undefined);
  if (name === undefined || name === 'utf-8' || name.startsWith('utf-')) return undefined;
  if (MULTI_BYTE.has(name) && isolatedShare(sample) > 0.6) return undefined;
  // The sample may end in the middle of a sign; what cannot be read before that speaks against the guess.
  return decodeAs(sample, name).text.slice(0, -2).includes('\ufffd') ? undefined : name;
}

const MULTI_BYTE: ReadonlySet<string> = new Set(['cp932', 'euc-jp', 'euc-kr', 'big5', 'gb18030']);

/**
 * Two curly quotation marks in an English page look like one Japanese sign to a guesser. Every Windows charset has the marks
 * 0x82–0x97 in the same places, so a text with nothing else above ASCII is read as Windows-1252 without asking.
 */
function isTypographyOnly(bytes: Uint8Array): boolean {
  return bytes.every(
    (byte) =>
      byte < 0x80 ||
      byte === 0xa0 ||
      (byte >= 0x82 && byte <= 0x97 && (byte <= 0x8b || byte >= 0x91)) ||
      byte === 0x80 ||
      byte === 0x99,
  );
}

/** Share of the bytes above ASCII that have ASCII on both sides: near 1 for accents, low for scripts of two bytes a sign. */
function isolatedShare(bytes: Uint8Array): number {
  let isolated = 0;
  let all = 0;
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    all++;
    if ((bytes[at - 1] ?? 0) < 0x80 && (bytes[at + 1] ?? 0) < 0x80) isolated++;
  }
  return all === 0 ? 1 : isolated / all;
}

/** The part of the bytes that says something about the charset: starts at the first one outside ASCII. */
function informative(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const from = Math.max(0, first - 256);
  return bytes.subarray(from, from + GUESS_SAMPLE);
}

function decodeAs(bytes: Uint8Array, charset: string): Decoded {
  const text =
    charset === 'iso-2022-jp'
      ? new TextDecoder('iso-2022-jp').decode(bytes)
      : iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), charset);
  return { text: text.startsWith('\ufeff') ? text.slice(1) : text, charset };
}
