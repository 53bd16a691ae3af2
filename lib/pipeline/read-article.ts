import { canonicalUrl } from '#lib/article/canonical-url';
import { fromFeedEntry } from '#lib/article/from-feed-entry';
import { hashText } from '#lib/article/text-hash';
import { mayFetch } from '#lib/robots';
import type { Article, Entry, Extracted, Outlet, Reason } from '#lib/types';
import type { Ports } from './ports';

/** An article before the store has given it an id and a version. */
export type ReadArticle = Omit<Article, 'id' | 'version'>;

/** Exactly as received: sent back to learn whether a page has changed. */
export type PageValidators = { etag?: string; lastModified?: string };

/** `pageReason`: why the page could not be read and the feed's own words stand in for it. */
export type ReadEntry = { article: ReadArticle; pageReason?: Reason; validators: PageValidators };

/**
 * One announced article, read from its page. When the page cannot be had, what the feed itself carried is kept, flagged,
 * with the reason first: a lost text must never look like a short one.
 */
export async function readEntry(ports: Ports, outlet: Outlet, entry: Entry, signal?: AbortSignal): Promise<ReadEntry> {
  const feedText = entry.content ?? entry.summary;
  const beside = { ...(feedText === undefined ? {} : { feedText }), ...(signal === undefined ? {} : { signal }) };
  const page = entry.link === undefined ? noLink() : await readPage(ports, entry.link, beside);
  const extracted = page.extracted ?? withReason(fromFeedEntry(entry), page.reason);
  const article = toArticle(ports, outlet, extracted, {
    ...(page.url === undefined ? {} : { url: page.url }),
    ...(entry.title === undefined ? {} : { headline: entry.title }),
    ...(entry.published === undefined ? {} : { published: entry.published }),
  });
  const validators = page.validators ?? {};
  return { article, validators, ...(page.extracted || page.reason === undefined ? {} : { pageReason: page.reason }) };
}

export const UNREADABLE: Reason = { code: 'no-article-text', message: 'No article text was found on the page.' };

export type PageRead = {
  url?: string;
  extracted?: Extracted;
  reason?: Reason;
  validators?: PageValidators;
  /** The server says that nothing has changed since the validators given. */
  isUnchanged?: boolean;
};

export type Beside = PageValidators & {
  /** What the feed carried for the same article. */
  feedText?: string;
  signal?: AbortSignal;
};

/** One address → text, or the reason why there is none. Obeys robots.txt. */
export async function readPage(ports: Ports, url: string, beside: Beside = {}): Promise<PageRead> {
  const { feedText, etag, lastModified, signal } = beside;
  const allowed = await mayFetch(ports.http, url, ports.robots, Date.parse(ports.now()));
  if (!allowed.allowed) return { url: canonicalUrl(url), reason: allowed.reason };
  const conditions = validatorsOf({ etag, lastModified });
  const got = await ports.http.get({ url, accept: 'page', ...conditions, ...(signal === undefined ? {} : { signal }) });
  if (got.outcome === 'failed') return { url: canonicalUrl(url), reason: got.reason };
  // A 304 may leave validators out; then the old ones still hold.
  if (got.outcome === 'not-modified') return { isUnchanged: true, validators: { ...conditions, ...validatorsOf(got) } };
  const extracted = await ports.extractor.extract({
    bytes: got.body,
    url: got.url,
    ...(got.contentType === undefined ? {} : { contentType: got.contentType }),
    ...(feedText === undefined ? {} : { feedText }),
  });
  const address = canonicalUrl(extracted.canonicalUrl ?? got.url);
  // A wall leaves no paragraph, as a failure does: what the feed carried is better than nothing.
  if (extracted.paragraphs.length === 0) return { url: address, reason: extracted.quality.reasons[0] ?? UNREADABLE };
  return { url: address, extracted, validators: validatorsOf(got) };
}

function validatorsOf(given: { etag?: string | undefined; lastModified?: string | undefined }): PageValidators {
  const { etag, lastModified } = given;
  return { ...(etag === undefined ? {} : { etag }), ...(lastModified === undefined ? {} : { lastModified }) };
}

function noLink(): PageRead {
  return { reason: { code: 'no-link', message: 'The feed gives no address for this article.' } };
}

function withReason(extracted: Extracted, reason: Reason | undefined): Extracted {
  if (!reason) return extracted;
  const { quality } = extracted;
  return { ...extracted, quality: { ...quality, reasons: [reason, ...quality.reasons] } };
}

/** Extraction + what is known from outside (feed, form) → an article. The page's own words win, except for a missing one. */
export function toArticle(
  ports: Pick<Ports, 'now'>,
  outlet: Outlet,
  extracted: Extracted,
  known: { url?: string; headline?: string; published?: string },
): ReadArticle {
  const headline = extracted.headline ?? known.headline ?? withoutHeadline(outlet);
  const published = extracted.published ?? known.published;
  const language = extracted.language ?? outlet.language;
  const { standfirst, byline, updated, paragraphs, quality, dropped } = extracted;
  return {
    outletId: outlet.id,
    outletName: outlet.name,
    headline,
    paragraphs,
    quality,
    dropped,
    fetchedAt: ports.now(),
    textHash: hashText(headline, paragraphs),
    ...(known.url === undefined ? {} : { url: known.url }),
    ...(standfirst === undefined ? {} : { standfirst }),
    ...(byline === undefined ? {} : { byline }),
    ...(published === undefined ? {} : { published }),
    ...(updated === undefined ? {} : { updated }),
    ...(language === undefined ? {} : { language }),
  };
}

// Not the text's first words: they would be counted and compared twice, as headline and as paragraph.
function withoutHeadline(outlet: Outlet): string {
  return `Text of ${outlet.name}, without a headline`;
}
