import Parser from 'rss-parser';
import { SynopticError } from '#lib/errors';
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
  'dc:creator'?: string;
};

const parser = new Parser<Channel, Item>({
  customFields: {
    feed: ['language', 'ttl', 'sy:updateperiod', 'sy:updatefrequency', 'dc:creator'],
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
  const language = languageTag(feed.language);
  return {
    format,
    ...(title === undefined ? {} : { title }),
    ...(feed.link === undefined ? {} : { link: feed.link }),
    ...(language === undefined ? {} : { language }),
    ...(ttlSeconds === undefined ? {} : { ttlSeconds }),
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
