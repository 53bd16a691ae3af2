import { SynopticError } from '#lib/errors';
import { decodeEntities } from '#lib/html';
import { tidy } from '#lib/text/normalize';
import { escapeHtml } from './constructs';
import { webAddress } from './entry-links';
import { type Attributes, openMarkup } from './markup';

export type OpmlOutlet = { title: string; xmlUrl: string; htmlUrl?: string };
export type Opml = { outlets: OpmlOutlet[] };

/**
 * A list of feeds as other readers export it. Folders are flattened; addresses that occur twice count once; whatever is no
 * web address is left out. Damage is borne as in feeds.
 *
 * @throws SynopticError `bad-input` when the text is no OPML, or is one without a single feed
 */
export function parseOpml(text: string): Opml {
  const markup = openMarkup(text.replace(/^\ufeff/, ''));
  const outlets = new Map<string, OpmlOutlet>();
  let isOpml = false;
  let outlines = 0;
  for (let at = 0; ; ) {
    const tag = markup.nextTag(at, text.length);
    if (!tag) break;
    at = tag.end;
    const name = tag.name.toLowerCase();
    if (name === 'opml') isOpml = true;
    if (name !== 'outline') continue;
    outlines++;
    const xmlUrl = webAddress(plainAttribute(tag.attributes, 'xmlurl'));
    if (xmlUrl === undefined || outlets.has(xmlUrl)) continue;
    const htmlUrl = webAddress(plainAttribute(tag.attributes, 'htmlurl'));
    const title =
      plainAttribute(tag.attributes, 'title') || plainAttribute(tag.attributes, 'text') || new URL(xmlUrl).hostname;
    outlets.set(xmlUrl, { title, xmlUrl, ...(htmlUrl === undefined ? {} : { htmlUrl }) });
  }
  if (outlets.size > 0) return { outlets: [...outlets.values()] };
  throw new SynopticError('bad-input', whatIsMissing(text, isOpml, outlines), { subject: 'opml' });
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

/** OPML 2.0, one outline a feed, in the order given. `parseOpml` reads it back unchanged. */
export function writeOpml(title: string, outlets: readonly OpmlOutlet[]): string {
  const lines = outlets.map(({ title, xmlUrl, htmlUrl }) => {
    const name = attribute(title);
    const home = htmlUrl === undefined ? '' : ` htmlUrl="${attribute(htmlUrl)}"`;
    return `    <outline type="rss" text="${name}" title="${name}" xmlUrl="${attribute(xmlUrl)}"${home}/>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escapeHtml(title)}</title></head>`,
    '  <body>',
    ...lines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function attribute(value: string): string {
  return escapeHtml(value).replace(/"/g, '&quot;').replace(/\s/g, ' ');
}
