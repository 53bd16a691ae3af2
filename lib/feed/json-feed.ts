import { parseJsonFeed as readJsonFeed } from 'feedsmith';
import { SynopticError } from '#lib/errors';
import { tidy } from '#lib/text/normalize';
import { escapeHtml } from './constructs';
import { parseDate } from './dates';
import { webAddress } from './entry-links';
import { languageTag, type RawEntry, type RawFeed } from './raw-feed';

/**
 * JSON Feed 1.0 and 1.1, read by feedsmith: rss-parser knows XML only.
 * @throws SynopticError `not-a-feed` for JSON that is something else, `broken-feed` for text that is no JSON.
 */
export function parseJsonFeed(text: string, address: string | undefined): RawFeed {
  const feed = read(text);
  const base = webAddress(feed.home_page_url, address) ?? address;
  const title = feed.title === undefined ? undefined : tidy(feed.title);
  const link = webAddress(feed.home_page_url, address);
  const language = languageTag(feed.language);
  const feedAuthors = (feed.authors ?? []).map(({ name }) => name).filter((name) => name !== undefined);
  const entries = (feed.items ?? []).map((item): RawEntry => {
    const address = webAddress(item.url ?? item.external_url, base) ?? webAddress(item.id);
    const published = parseDate(item.date_published ?? '');
    const updated = parseDate(item.date_modified ?? '');
    const authors = (item.authors ?? []).map(({ name }) => name).filter((name) => name !== undefined);
    const content = item.content_html ?? asHtml(item.content_text);
    return {
      ...(item.id === undefined ? {} : { id: item.id }),
      ...(item.title === undefined ? {} : { title: escapeHtml(item.title) }),
      ...(address === undefined ? {} : { link: address }),
      ...(published === undefined ? {} : { published }),
      ...(updated === undefined ? {} : { updated }),
      authors: authors.length > 0 ? authors : feedAuthors,
      ...(item.summary === undefined ? {} : { summary: escapeHtml(item.summary) }),
      ...(content === undefined ? {} : { content }),
    };
  });
  return {
    format: 'json',
    ...(title ? { title } : {}),
    ...(link === undefined ? {} : { link }),
    ...(language === undefined ? {} : { language }),
    entries,
    problems: [],
  };
}

function read(text: string) {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new SynopticError('broken-feed', 'The document looks like JSON and is not: it may be cut off.', { cause });
  }
  try {
    return readJsonFeed(value);
  } catch (cause) {
    throw new SynopticError('not-a-feed', 'The document is JSON, but not a JSON feed.', { cause });
  }
}

function asHtml(text: string | undefined): string | undefined {
  return text === undefined ? undefined : escapeHtml(text);
}
