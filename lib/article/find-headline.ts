import { tidy } from '#lib/text/normalize';
import type { MetaReader } from './metadata';
import type { PageElements } from './page-elements';
import type { StructuredData } from './structured-data';

const MOST_CHARACTERS = 500;
// Fewer words name a section.
const HEADLINE_WORDS = 4;
// So many are no section's name and no slogan either.
const SURE_WORDS = 8;
const KICKER_WORDS = 5;
const KICKER = /^(.{2,60}?)(?::| -| –| —| \|)\s+(.+)$/u;
// What stands between a headline and the name of the site: " | ", " - ", " – ", " :: ", " » " …
const SEPARATOR = /\s+(?:\||-|–|—|::?|•|·|»|«|\/|⋆|~|ㅣ|｜)\s+|\s*[|ㅣ｜]\s*/u;

/**
 * The headline as the page prints it. A page states it up to five times (h1, og:title, JSON-LD, twitter:title, title), often in
 * different wordings: the social title is shortened or sharpened, the title element carries the site's name, the h1 a kicker.
 *
 * The printed h1 wins where another statement agrees with it, or where it is the page's only one and long enough to be a headline: an
 * h1 that nobody repeats is still what readers saw. Where not:
 * - It is another statement with words in front ("Orders at a peak: Airline takes off"), and two statements have it without
 *   them, or with other words in front ("Jets: Airline takes off"): the words are a kicker.
 * - There are several h1, none agrees and none is as long as a sentence, and two of the others agree word for word: the h1 are
 *   names of sections or slogans.
 * - It strings news together with "+++": a ticker's last lines, where the live page has a name of its own.
 * Without an h1 the structured data go before a social title that is the same with the section or the site behind it.
 */
export function findHeadline(
  { tagged }: PageElements,
  meta: MetaReader,
  data: StructuredData,
  siteName: string | undefined,
  url: string | undefined,
): string | undefined {
  const names = siteNames([siteName, data.publisher], url);
  const section = key(meta('article:section') ?? '');
  const clean = (value: string | null | undefined) =>
    withoutSiteName(tidy((value ?? '').slice(0, MOST_CHARACTERS)), names, section);
  const social = clean(meta('og:title'));
  const title = clean(tagged('title')[0]?.textContent);
  const stated = clean(data.headline);
  const twitter = clean(meta('twitter:title'));
  const others = [social, stated, title, twitter].filter((text) => text !== '');
  const printed = tagged('h1')
    .map((heading) => clean(heading.textContent))
    .filter((text) => text !== '' && !names.has(key(text)) && !(text.includes('+++') && others.length > 0));

  const agreed = printed.find((text) => others.some((other) => agrees(text, other)));
  if (agreed !== undefined) return withoutKicker(agreed, others);
  const repeated = [stated, social, title].find(
    (text) => text !== '' && others.filter((other) => key(other) === key(text)).length >= 2,
  );
  const headlines = printed.filter((text) => wordCount(text) >= HEADLINE_WORDS);
  const long = headlines.find((text) => wordCount(text) >= SURE_WORDS);
  const only = printed.length === 1 && headlines.length === 1 ? headlines[0] : undefined;
  const bare = printed.length === 0 && isLonger(social, stated) ? stated : undefined;
  if (only !== undefined) return withoutKicker(only, others);
  return [bare, long, repeated, headlines[0], social, stated, printed[0], title].find(
    (text) => text !== undefined && text !== '',
  );
}

/** The same with something behind it. Longer headlines are cut in structured data, which search engines show 110 characters of. */
function isLonger(text: string, start: string): boolean {
  return start.length >= 12 && start.length < 100 && !start.endsWith('…') && key(text).startsWith(key(start));
}

/**
 * "Orders at a peak: Airline takes off" → "Airline takes off", when at least two of the other statements say just that, or when all
 * that end so have other words in front.
 */
function withoutKicker(printed: string, others: string[]): string {
  const [, kicker, rest] = KICKER.exec(printed) ?? [];
  if (kicker !== undefined && rest !== undefined && wordCount(kicker) <= KICKER_WORDS && key(rest).length >= 12) {
    const fronts = others.filter((other) => key(other).endsWith(key(rest))).map((other) => KICKER.exec(other)?.[1]);
    if (fronts.length >= 2 && fronts.every((front) => front !== undefined && key(front) !== key(kicker))) return rest;
  }
  const tails = others.filter((other) => key(other).length >= 12 && key(printed).endsWith(key(other)));
  const tail = tails[0];
  const isCut = tail !== undefined && tails.length >= 2 && key(tail).length < key(printed).length;
  return isCut && !others.some((other) => key(other) === key(printed)) ? tail : printed;
}

function siteNames(stated: (string | undefined)[], url: string | undefined): Set<string> {
  const names = new Set(stated.flatMap((name) => (name === undefined ? [] : [key(name)])));
  try {
    const host = new URL(url ?? '').hostname.replace(/^www\./, '');
    names.add(key(host));
    names.add(key(host.split('.').slice(0, -1).join('')));
    names.add(key(host.split('.').at(-2) ?? ''));
  } catch {
    // no usable address: the names the page gives itself must do
  }
  names.delete('');
  return names;
}

/** "Rail strike ends | Business | The Example" → "Rail strike ends", when The Example is one of the site's names and Business the section. */
function withoutSiteName(text: string, names: Set<string>, section: string): string {
  const parts = text.split(new RegExp(`(${SEPARATOR.source})`, 'u'));
  let [from, to] = [0, parts.length];
  // The name itself may hold a separator ("The Example - News"), so the longest tail that is the name goes first.
  for (let cut = 1; cut < parts.length; cut += 2) {
    if (names.has(key(parts.slice(cut + 1).join('')))) to = Math.min(to, cut);
  }
  const isBehind = (part: string) => isSiteName(part, names) || (section !== '' && key(part) === section);
  while (to - from >= 3 && isBehind(parts[to - 1] ?? '')) to -= 2;
  while (to - from >= 3 && isSiteName(parts[from] ?? '', names)) from += 2;
  return tidy(parts.slice(from, to).join(''));
}

function isSiteName(part: string, names: Set<string>): boolean {
  const own = key(part);
  if (own === '') return true;
  return [...names].some(
    (name) =>
      own === name ||
      (name.length >= 4 && own.length <= name.length + 14 && own.includes(name)) ||
      (own.length >= 4 && name.startsWith(own)),
  );
}

function agrees(a: string, b: string): boolean {
  const [one, two] = [key(a), key(b)];
  if (one === two) return true;
  const [short, long] = one.length < two.length ? [one, two] : [two, one];
  return short.length >= 12 && long.includes(short);
}

function key(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function wordCount(text: string): number {
  return text.split(/\s+/).length;
}
