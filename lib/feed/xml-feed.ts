import Parser from 'rss-parser';
import { SynopticError } from '#lib/errors';
import type { QuietTimes } from '#lib/types';
import { canonicalXml } from './canonical-xml';
import { lineOf } from './constructs';
import { languageTag, type RawEntry, type RawFeed } from './raw-feed';

type Item = {
  guid?: string;
  published?: string;
  updated?: string;
  creators?: string[];
  summary?: string;
  body?: string;
};
type Channel = {
  ttl?: string;
  language?: string;
  'sy:updateperiod'?: string;
  'sy:updatefrequency'?: string;
  quiethours?: string;
  quietdays?: string;
  'dc:creator'?: string;
};

const parser = new Parser<Channel, Item>({
  customFields: {
    feed: ['language', 'ttl', 'sy:updateperiod', 'sy:updatefrequency', 'quiethours', 'quietdays', 'dc:creator'],
    item: ['published', 'updated', 'summary', 'body', ['dc:creator', 'creators', { keepArray: true }]],
  },
});

/**
 * RSS, RDF or Atom through rss-parser, after the repairs of `canonicalXml`.
 * @throws SynopticError as `canonicalXml`; `broken-feed` when the parser refuses what it got
 */
export async function parseXmlFeed(text: string, address: string | undefined): Promise<RawFeed> {
  const { format, xml, problems } = canonicalXml(text, address);
  const feed = await parser.parseString(xml).catch((cause: unknown) => {
    throw new SynopticError('broken-feed', 'The feed is damaged beyond repair: its XML cannot be read.', { cause });
  });
  const title = lineOf(feed.title ?? '');
  const ttlSeconds = adviceSeconds(feed);
  const quiet = quietTimes(feed);
  const language = languageTag(feed.language);
  return {
    format,
    ...(title === undefined ? {} : { title }),
    ...(feed.link === undefined ? {} : { link: feed.link }),
    ...(language === undefined ? {} : { language }),
    ...(ttlSeconds === undefined ? {} : { ttlSeconds }),
    ...(quiet === undefined ? {} : { quiet }),
    entries: feed.items.map((item) => rawEntry(item, format === 'atom' ? feed['dc:creator'] : undefined)),
    problems,
  };
}

function rawEntry(item: Parser.Item & Item & { id?: string }, feedAuthor: string | undefined): RawEntry {
  const id = item.guid ?? item.id;
  return {
    ...(id === undefined ? {} : { id }),
    ...(item.title === undefined ? {} : { title: item.title }),
    ...(item.link === undefined ? {} : { link: item.link }),
    ...(item.published === undefined ? {} : { published: item.published }),
    ...(item.updated === undefined ? {} : { updated: item.updated }),
    // Atom: an entry without an author has the feed's.
    authors: item.creators ?? (feedAuthor === undefined ? [] : [feedAuthor]),
    ...(item.summary === undefined ? {} : { summary: item.summary }),
    ...(item.body === undefined ? {} : { content: item.body }),
  };
}

const PERIODS: Record<string, number> = {
  hourly: 3_600,
  daily: 86_400,
  weekly: 604_800,
  monthly: 2_592_000,
  yearly: 31_536_000,
};

function adviceSeconds(channel: Channel): number | undefined {
  const { ttl, 'sy:updateperiod': period, 'sy:updatefrequency': frequency } = channel;
  const minutes = Number(ttl);
  if (ttl !== undefined && minutes > 0 && Number.isFinite(minutes)) return Math.round(minutes * 60);
  const seconds = PERIODS[period?.trim().toLowerCase() ?? ''];
  const times = Number(frequency ?? 1);
  return seconds === undefined ? undefined : Math.round(seconds / (times > 0 ? times : 1));
}

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Midnight is hour 0 and, in RSS 0.91, hour 24. A list that names every hour or day says nothing. */
function quietTimes({ quiethours, quietdays }: Channel): QuietTimes | undefined {
  const words = (text: string | undefined) => text?.toLowerCase().split(' ') ?? [];
  const hours = words(quiethours).map((hour) => (/^\d{1,2}$/.test(hour) ? Number(hour === '24' ? 0 : hour) : -1));
  const days = words(quietdays).map((day) => DAYS.indexOf(day.slice(0, 3)));
  const quiet = { hours: distinct(hours, 24), days: distinct(days, 7) };
  return quiet.hours.length + quiet.days.length > 0 ? quiet : undefined;
}

function distinct(numbers: readonly number[], all: number): number[] {
  const found = [...new Set(numbers)].filter((each) => each >= 0 && each < all).sort((a, b) => a - b);
  return found.length === all ? [] : found;
}
