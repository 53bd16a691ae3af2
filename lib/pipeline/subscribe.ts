import { readOutletList } from '#lib/data-files';
import { SynopticError } from '#lib/errors';
import { LANGUAGE, parseOpml, writeOpml } from '#lib/feed/opml';
import type { ListedOutlet, Pack } from '#lib/outlet-list';
import { addFeed, feedsByUrl, feedsOfOutlet, listFeeds } from '#lib/store/feeds';
import { getOutlet, listOutlets, saveOutlet } from '#lib/store/outlets';
import type { Outlet, Reason } from '#lib/types';
import type { Ports } from './ports';

export type Subscribed = { outlet: Outlet; feedUrl: string; added: boolean };

type Here = Pick<Ports, 'store' | 'now'>;

const FIRST_INTERVAL_SECONDS = 3600;

/** Subscribes an outlet to one feed address, due at once. An address already read is left as it is. */
export async function subscribe(ports: Here, outlet: Outlet, url: string, folder?: string[]): Promise<Subscribed> {
  const reading = (await feedsByUrl(ports.store, [url])).get(url);
  if (reading !== undefined) {
    const reader = await getOutlet(ports.store, reading.outletId);
    return { outlet: reader ?? outlet, feedUrl: reading.url, added: false };
  }
  const known = await getOutlet(ports.store, outlet.id);
  if (!known) await saveOutlet(ports.store, outlet);
  const { added, feed } = await addFeed(ports.store, {
    id: `${outlet.id}-${shortHash(url)}`,
    outletId: outlet.id,
    url,
    failures: 0,
    intervalSeconds: FIRST_INTERVAL_SECONDS,
    nextCheckAt: ports.now(),
    retired: false,
    ...(folder === undefined ? {} : { folder }),
  });
  return { outlet: known ?? outlet, feedUrl: feed.url, added };
}

/** What somebody chose in a preview; one outlet, with one feed or several. */
export type ChosenFeeds = { feeds: string[]; name: string; homepage?: string; language?: string; country?: string };

/**
 * Subscribes the feeds chosen for one outlet.
 * @throws SynopticError `bad-input` naming the field: `feed`, `name`, `language`, `country`.
 */
export async function subscribeChosen(ports: Here, chosen: ChosenFeeds): Promise<Subscribed[]> {
  const name = chosen.name.trim();
  const language = chosen.language?.trim() || undefined;
  const country = chosen.country?.trim().toUpperCase() || undefined;
  if (chosen.feeds.length === 0) throw wrong('feed', 'Choose at least one feed.');
  const stray = chosen.feeds.find((url) => !isWebAddress(url));
  if (stray !== undefined) throw wrong('feed', `“${stray.slice(0, 80)}” is not a web address.`);
  if (name === '' || name.length > 120) throw wrong('name', 'Give the outlet a name of at most 120 characters.');
  if (language !== undefined && !LANGUAGE.test(language))
    throw wrong('language', `“${language}” is not a language tag; write it like en, pt-BR or zh-Hant.`);
  if (country !== undefined && !/^[A-Z]{2}$/.test(country))
    throw wrong('country', `“${country}” is not a country code of two letters, such as NO or KE.`);
  const homepage = chosen.homepage !== undefined && isWebAddress(chosen.homepage) ? chosen.homepage : undefined;
  const listed = listedFeeds();
  const done: Subscribed[] = [];
  for (const url of chosen.feeds) {
    const found = {
      name,
      ...(homepage === undefined ? {} : { homepage }),
      ...(language === undefined ? {} : { language }),
      ...(country === undefined ? {} : { country }),
    };
    done.push(await subscribe(ports, listed.get(url)?.outlet ?? (await outletNamed(ports, found, url)), url));
  }
  return done;
}

export type ImportReport = {
  added: number;
  known: number;
  /** Entries of the file that were not taken, with the cause. */
  leftOut: { subject: string; reason: Reason }[];
};

/** Every feed of an OPML document, in the folders it has there. @throws SynopticError `bad-input` when it is none. */
export async function subscribeAll(ports: Here, opml: string): Promise<ImportReport> {
  const { outlets, leftOut } = parseOpml(opml);
  const listed = listedFeeds();
  let added = 0;
  for (const { title, xmlUrl, htmlUrl, language, folder } of outlets) {
    const found = {
      name: title,
      ...(htmlUrl === undefined ? {} : { homepage: htmlUrl }),
      ...(language === undefined ? {} : { language }),
    };
    const outlet = listed.get(xmlUrl)?.outlet ?? (await outletNamed(ports, found, xmlUrl));
    if ((await subscribe(ports, outlet, xmlUrl, folder)).added) added++;
  }
  return { added, known: outlets.length - added, leftOut };
}

/**
 * Every feed of a shipped pack.
 * @throws SynopticError `unknown-id` when there is no such pack.
 */
export async function subscribePack(
  ports: Here,
  packId: string,
): Promise<{ pack: Pack; added: number; known: number }> {
  const pack = readOutletList().packs.find(({ id }) => id === packId);
  if (pack === undefined) throw new SynopticError('unknown-id', `There is no pack “${packId}”.`, { subject: 'pack' });
  let [added, known] = [0, 0];
  for (const { outlet, feeds } of pack.outlets) {
    for (const url of feeds) {
      if ((await subscribe(ports, outlet, url)).added) added++;
      else known++;
    }
  }
  return { pack, added, known };
}

/** A shipped pack as the OPML file of data/feeds. */
export function packAsOpml({ title, outlets }: Pack): string {
  const rows = outlets.flatMap(({ outlet, feeds }) => feeds.map((url) => opmlOutlet(outlet, url)));
  return writeOpml(`Synoptic: ${title}`, rows);
}

/** The feeds read here as OPML, for any feed reader; samples stay out, nobody else can read them. */
export async function subscriptionsAsOpml({ store }: Pick<Ports, 'store'>): Promise<{ opml: string; count: number }> {
  const outlets = new Map((await listOutlets(store)).map((outlet) => [outlet.id, outlet]));
  const rows = (await listFeeds(store)).flatMap((feed) => {
    const outlet = outlets.get(feed.outletId);
    if (!outlet || outlet.sample) return [];
    return [{ ...opmlOutlet(outlet, feed.url), ...(feed.folder === undefined ? {} : { folder: feed.folder }) }];
  });
  return { opml: writeOpml('Synoptic outlets', rows), count: rows.length };
}

function opmlOutlet({ name, homepage, language }: Outlet, xmlUrl: string) {
  return {
    title: name,
    xmlUrl,
    ...(homepage === undefined ? {} : { htmlUrl: homepage }),
    ...(language === undefined ? {} : { language }),
  };
}

/** Shipped outlets by the address of their feeds: however such a feed is added, its facts come with it. */
export function listedFeeds(): Map<string, ListedOutlet> {
  return new Map(readOutletList().outlets.flatMap((listed) => listed.feeds.map((url) => [url, listed] as const)));
}

/**
 * The outlet a name stands for. Two papers called “The Mirror” are two outlets: a name that is taken counts as the same outlet only on
 * the same site, and is otherwise told apart by its site.
 */
async function outletNamed(ports: Here, found: Omit<Outlet, 'id' | 'sample'>, url: string): Promise<Outlet> {
  const id = outletId(found.name, url);
  const known = await getOutlet(ports.store, id);
  if (known === undefined) return { ...found, id, sample: false };
  const own = sitesOf(known.homepage, ...(await feedsOfOutlet(ports.store, id)).map((feed) => feed.url));
  const isSame = own.size === 0 || [...sitesOf(found.homepage, url)].some((site) => own.has(site));
  if (isSame && !known.sample) return known;
  return { ...found, id: `${id}-${slug(siteOf(new URL(url).hostname))}`, sample: false };
}

function sitesOf(...addresses: (string | undefined)[]): Set<string> {
  return new Set(
    addresses.flatMap((address) =>
      address !== undefined && URL.canParse(address) ? [siteOf(new URL(address).hostname)] : [],
    ),
  );
}

/** Without a list of public suffixes: two labels, three under co.uk, com.au, org.za and their like. Addresses in numbers stay whole. */
function siteOf(hostname: string): string {
  if (/^[\d.]+$|:/.test(hostname)) return hostname;
  const labels = hostname.split('.');
  const isSecondLevel = /^[a-z]{2}$/.test(labels.at(-1) ?? '') && /^[a-z]{2,3}$/.test(labels.at(-2) ?? '');
  return labels.slice(isSecondLevel ? -3 : -2).join('.');
}

/** "The Daily Example" → "the-daily-example"; a name without Latin letters is known by its host. */
export function outletId(name: string, url: string): string {
  return slug(name) || (URL.canParse(url) ? slug(new URL(url).hostname) : shortHash(url));
}

function slug(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
}

// FNV-1a: keeps two feeds of one outlet apart, nothing more.
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

function wrong(field: string, message: string): SynopticError {
  return new SynopticError('bad-input', message, { subject: field });
}
