import { SynopticError } from '#lib/errors';
import { decodeEntities } from '#lib/html';
import { tidy } from '#lib/text/normalize';
import type { Reason } from '#lib/types';
import { escapeHtml } from './constructs';
import { webAddress } from './entry-links';
import { type Attributes, openMarkup } from './markup';

/** `folder`: names of the outlines around it, outermost first. */
export type OpmlOutlet = { title: string; xmlUrl: string; htmlUrl?: string; language?: string; folder?: string[] };
export type Opml = {
  outlets: OpmlOutlet[];
  /** Outlines that name a feed which cannot be taken, and how many repeat an address. */
  leftOut: { subject: string; reason: Reason }[];
  repeated: number;
};

/** Deeper folders are a mistake of whatever wrote the file. */
const DEEPEST_FOLDER = 8;

/**
 * A list of feeds as other readers export it, with the folders they stand in. Addresses that occur twice count once, where they stand
 * first; whatever is no web address is left out and told. Damage is borne as in feeds.
 *
 * @throws SynopticError `bad-input` when the text is no OPML, or is one without a single feed
 */
export function parseOpml(text: string): Opml {
  const source = text.replace(/^\ufeff/, '');
  const markup = openMarkup(source);
  const outlets = new Map<string, OpmlOutlet>();
  const leftOut: Opml['leftOut'] = [];
  // An outline that holds others is a folder; one that is a feed may be written with an end tag too, and holds no name.
  const open: (string | undefined)[] = [];
  let isOpml = false;
  let outlines = 0;
  let repeated = 0;
  for (let at = 0; ; ) {
    const tag = markup.nextTag(at, source.length);
    if (!tag) break;
    for (let end = markup.closeOf('outline', at, tag.start); end >= 0; end = markup.closeOf('outline', at, tag.start)) {
      open.pop();
      at = markup.after(end);
    }
    at = tag.end;
    const name = tag.name.toLowerCase();
    if (name === 'opml') isOpml = true;
    if (name !== 'outline') continue;
    outlines++;
    const given = plainAttribute(tag.attributes, 'xmlurl');
    const label = plainAttribute(tag.attributes, 'title') || plainAttribute(tag.attributes, 'text') || undefined;
    const xmlUrl = webAddress(given);
    if (!tag.isClosed) open.push(given === undefined ? label : undefined);
    if (given !== undefined && xmlUrl === undefined)
      leftOut.push({ subject: label ?? given, reason: noAddress(given) });
    if (xmlUrl === undefined) continue;
    if (outlets.has(xmlUrl)) repeated++;
    else outlets.set(xmlUrl, toOutlet(xmlUrl, label, tag.attributes, open));
  }
  if (outlets.size > 0) return { outlets: [...outlets.values()], leftOut, repeated };
  throw new SynopticError('bad-input', whatIsMissing(text, isOpml, outlines), { subject: 'opml' });
}

function toOutlet(
  xmlUrl: string,
  label: string | undefined,
  attributes: Attributes,
  open: readonly (string | undefined)[],
): OpmlOutlet {
  const htmlUrl = webAddress(plainAttribute(attributes, 'htmlurl'));
  const language = plainAttribute(attributes, 'language');
  const folder = open.filter((name) => name !== undefined).slice(0, DEEPEST_FOLDER);
  return {
    title: label ?? new URL(xmlUrl).hostname,
    xmlUrl,
    ...(htmlUrl === undefined ? {} : { htmlUrl }),
    ...(language === undefined || !LANGUAGE.test(language) ? {} : { language }),
    ...(folder.length === 0 ? {} : { folder }),
  };
}

/** As BCP 47 tags look; OPML files also hold “unknown” and worse. */
export const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;

function noAddress(given: string): Reason {
  const shown = given.length > 80 ? `${given.slice(0, 80)}…` : given;
  return { code: 'address-invalid', message: `“${shown}” is no web address, so there is nothing to read.` };
}

// Decoded once: a feed's doubly escaped title is worth mending, but here a second pass would change an address that holds “&#0”.
function plainAttribute(attributes: Attributes, name: string): string | undefined {
  const value = attributes[name];
  return value === undefined ? undefined : tidy(decodeEntities(value));
}

function whatIsMissing(text: string, isOpml: boolean, outlines: number): string {
  if (text.trim() === '') return 'The file is empty; it should be an OPML list of feeds.';
  if (!isOpml)
    return 'The file is no OPML list of feeds: it has no <opml> element. Export the subscriptions of your reader as OPML.';
  if (outlines === 0) return 'The OPML file has no <outline> elements, so it lists no feeds.';
  return `None of the ${outlines} <outline> elements has an xmlUrl with a web address, so the OPML file lists no feeds.`;
}

/**
 * OPML 2.0, one outline a feed. Feeds without a folder come first, then the folders in the order in which they are met; inside each the
 * order is kept. `parseOpml` reads back what was written.
 */
export function writeOpml(title: string, outlets: readonly OpmlOutlet[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escapeHtml(title)}</title></head>`,
    '  <body>',
    ...writeFolder(outlets, 0),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function writeFolder(outlets: readonly OpmlOutlet[], depth: number): string[] {
  const indent = '  '.repeat(depth + 2);
  const own = outlets.filter(({ folder }) => (folder?.length ?? 0) <= depth);
  const folders = new Map<string, OpmlOutlet[]>();
  for (const outlet of outlets) {
    const name = outlet.folder?.[depth];
    if (name !== undefined) folders.set(name, [...(folders.get(name) ?? []), outlet]);
  }
  return [
    ...own.map((outlet) => indent + writeOutline(outlet)),
    ...[...folders].flatMap(([name, inside]) => [
      `${indent}<outline text="${attribute(name)}" title="${attribute(name)}">`,
      ...writeFolder(inside, depth + 1),
      `${indent}</outline>`,
    ]),
  ];
}

function writeOutline({ title, xmlUrl, htmlUrl, language }: OpmlOutlet): string {
  const name = attribute(title);
  const home = htmlUrl === undefined ? '' : ` htmlUrl="${attribute(htmlUrl)}"`;
  const tongue = language === undefined ? '' : ` language="${attribute(language)}"`;
  return `<outline type="rss" text="${name}" title="${name}" xmlUrl="${attribute(xmlUrl)}"${home}${tongue}/>`;
}

function attribute(value: string): string {
  return escapeHtml(value).replace(/"/g, '&quot;').replace(/\s/g, ' ');
}
