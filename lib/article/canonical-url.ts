import { TRACKING_PARAMETERS } from './tracking-parameters';

const names = TRACKING_PARAMETERS.flatMap((row) => row.names);
const EXACT = new Set(names.filter((name) => !name.endsWith('*')));
const BEGINNINGS = names.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));

/**
 * One address for one article: lower-case host, no default port, no fragment, no user name, no tracking parameters. Other
 * parameters stay as they are and in their order, because on some sites they are the article (`?id=123`). The same for
 * its own result. What is not an http(s) address comes back unchanged.
 *
 * "HTTPS://News.Example:443/a?id=7&utm_source=x#top" → "https://news.example/a?id=7"
 */
export function canonicalUrl(url: string): string {
  let address: URL;
  try {
    address = new URL(url.trim());
  } catch {
    return url;
  }
  if (address.protocol !== 'http:' && address.protocol !== 'https:') return url;
  address.hash = '';
  address.username = '';
  address.password = '';
  // Taken apart by hand: URLSearchParams would write "%20" as "+" and so change parameters that stay.
  const kept = address.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isTracking(pair.split('=')[0] ?? ''));
  address.search = kept.length === 0 ? '' : `?${kept.join('&')}`;
  return address.href;
}

function isTracking(written: string): boolean {
  const name = written.toLowerCase();
  return EXACT.has(name) || BEGINNINGS.some((beginning) => name.startsWith(beginning));
}
