import type { Timestamp } from '../types';
import { escapeHtml } from './constructs';

/** What one entry says: plain texts; `lines` become a list. */
export type AtomEntry = {
  /** A name for good, whatever the address: `urn:…`. */
  id: string;
  title: string;
  link: string;
  published?: Timestamp;
  updated: Timestamp;
  lines?: string[];
};

export type AtomFeed = { id: string; title: string; self: string; link: string; author: string; entries: AtomEntry[] };

/** Without entries: a date there must be, and one that moves would make every copy of an empty feed another. */
const NEVER = '1970-01-01T00:00:00.000Z';

/** A feed as RFC 4287 wants it: same entries, same bytes. */
export function writeAtom({ id, title, self, link, author, entries }: AtomFeed): string {
  const updated = entries.map((entry) => Date.parse(entry.updated)).reduce((a, b) => Math.max(a, b), Date.parse(NEVER));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  <id>${text(id)}</id>`,
    `  <title>${text(title)}</title>`,
    `  <updated>${new Date(updated).toISOString()}</updated>`,
    `  <author><name>${text(author)}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${attribute(self)}"/>`,
    `  <link rel="alternate" type="text/html" href="${attribute(link)}"/>`,
    ...entries.flatMap(writeEntry),
    '</feed>',
    '',
  ].join('\n');
}

function writeEntry({ id, title, link, published, updated, lines = [] }: AtomEntry): string[] {
  const list = lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('');
  return [
    '  <entry>',
    `    <id>${text(id)}</id>`,
    `    <title>${text(title)}</title>`,
    `    <link rel="alternate" type="text/html" href="${attribute(link)}"/>`,
    ...(published === undefined ? [] : [`    <published>${utc(published)}</published>`]),
    `    <updated>${utc(updated)}</updated>`,
    ...(lines.length === 0 ? [] : [`    <content type="html">${text(`<ul>${list}</ul>`)}</content>`]),
    '  </entry>',
  ];
}

function utc(at: Timestamp): string {
  return new Date(at).toISOString();
}

// XML has no way at all to write these; an outlet's headline may hold them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function text(value: string): string {
  return escapeHtml(value.toWellFormed().replace(UNWRITABLE, ''));
}

function attribute(value: string): string {
  return text(value).replaceAll('"', '&quot;');
}
