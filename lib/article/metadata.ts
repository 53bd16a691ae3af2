import { tidy } from '#lib/text/normalize';
import type { Timestamp } from '#lib/types';
import { canonicalUrl } from './canonical-url';
import { findByline } from './find-byline';
import { findDates } from './find-dates';
import { findHeadline } from './find-headline';
import type { PageElements } from './page-elements';
import { readStructuredData, type StructuredData } from './structured-data';

export type Metadata = {
  headline?: string;
  standfirst?: string;
  byline?: string;
  published?: Timestamp;
  updated?: Timestamp;
  language?: string;
  canonicalUrl?: string;
  siteName?: string;
};

/** First non-empty `content` among meta elements with one of these names (name, property or itemprop), in the order asked. */
export type MetaReader = (...names: string[]) => string | undefined;

/** Everything a page says about its article beside the text, from JSON-LD, meta elements and the printed page. */
export function readMetadata(
  document: Document,
  elements: PageElements,
  url: string | undefined,
): { metadata: Metadata; data: StructuredData } {
  const meta = metaReader(elements);
  const title = meta('og:title') ?? tidy(elements.tagged('title')[0]?.textContent ?? '');
  const data = readStructuredData(elements, title);
  const siteName = meta('og:site_name', 'application-name') ?? data.publisher;
  const headline = findHeadline(elements, meta, data, siteName, url);
  const language = readLanguage(document, elements, meta, data);
  const dates = findDates(elements, meta, data, url, language);
  const byline = findByline(elements, meta, data, { siteNames: [siteName, data.publisher], url });
  const canonical = readCanonical(elements, meta, url);
  const standfirst = data.description ?? meta('og:description', 'description', 'twitter:description');
  return {
    data,
    metadata: {
      ...(headline === undefined ? {} : { headline }),
      ...(standfirst === undefined ? {} : { standfirst }),
      ...(byline === undefined ? {} : { byline }),
      ...(dates.published === undefined ? {} : { published: dates.published }),
      ...(dates.updated === undefined ? {} : { updated: dates.updated }),
      ...(language === undefined ? {} : { language }),
      ...(canonical === undefined ? {} : { canonicalUrl: canonical }),
      ...(siteName === undefined ? {} : { siteName }),
    },
  };
}

function metaReader({ tagged }: PageElements): MetaReader {
  const found = new Map<string, string>();
  for (const element of tagged('meta')) {
    const content = tidy(element.getAttribute('content') ?? '');
    if (content === '') continue;
    for (const attribute of ['property', 'name', 'itemprop']) {
      const key = element.getAttribute(attribute)?.trim().toLowerCase();
      if (key && !found.has(key)) found.set(key, content);
    }
  }
  return (...names) => {
    for (const name of names) {
      const value = found.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

// A page about a language in another one is rare; a template that forgot to change `lang="en"` is not. The article's own
// statement (JSON-LD) therefore stands first.
function readLanguage(
  document: Document,
  { tagged }: PageElements,
  meta: MetaReader,
  data: StructuredData,
): string | undefined {
  const httpEquiv = tagged('meta').find(
    (element) => element.getAttribute('http-equiv')?.toLowerCase() === 'content-language',
  );
  const written = [
    data.language,
    document.documentElement?.getAttribute('lang') ?? document.documentElement?.getAttribute('xml:lang') ?? undefined,
    meta('og:locale'),
    meta('content-language', 'language', 'dc.language'),
    httpEquiv?.getAttribute('content') ?? undefined,
  ];
  for (const value of written) {
    const tag = languageTag(value);
    if (tag !== undefined) return tag;
  }
  return undefined;
}

/** "de_DE" → "de-DE"; undefined for what is not a language tag. */
export function languageTag(value: string | undefined): string | undefined {
  const tag = value
    ?.trim()
    .split(/[,;\s]/)[0]
    ?.replaceAll('_', '-');
  if (!tag || !/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

function readCanonical({ all }: PageElements, meta: MetaReader, url: string | undefined): string | undefined {
  const stated = all.find(({ tag, rel }) => tag === 'link' && rel === 'canonical')?.href;
  const link = stated || meta('og:url') || url;
  if (!link) return undefined;
  try {
    const absolute = new URL(link, url);
    if (absolute.protocol !== 'http:' && absolute.protocol !== 'https:') return undefined;
    // Templates sometimes name the front page as canonical of every article; such a link identifies nothing.
    if (url !== undefined && absolute.pathname === '/' && new URL(url).pathname !== '/') return canonicalUrl(url);
    return canonicalUrl(absolute.href);
  } catch {
    return url === undefined ? undefined : canonicalUrl(url);
  }
}
