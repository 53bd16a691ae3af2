import type { Entry, StoryArticle, StoryIndex, Timestamp } from '#lib/types';
import { backgroundOf } from './background';
import { profileOf } from './profile';
import { LIKELY, SEARCH } from './thresholds';

/** Gives those of a feed's entries that may report the article's event, likeliest first. */
export type Sieve = (entries: readonly Entry[]) => Entry[];

/**
 * Which announcements are worth reading in full when one article's event is looked for. A feed tells a headline and a sentence,
 * and headlines of one event share as little as a tenth of their words: so two of the article's most telling terms are enough, or one
 * that stands in its headline. That lets look-alikes through; the grouping, which sees whole texts, decides.
 *
 *     article  “Tallow Bay ferry line closes”, telling: tallow, ferri, ramp, wexcomb …
 *     entry    “No ferry to Tallow Bay until June”        two terms    read
 *              “Tallow candles are back in fashion”       its headline read, and not joined
 *              “Harbour café wins a prize”                none         not read
 */
export async function sieveFor(article: StoryArticle, index: StoryIndex): Promise<Sieve> {
  const { profile } = profileOf(article);
  const background = backgroundOf(await index.frequencies(Object.keys(profile.terms)));
  const inTitle = (term: string) => profile.titleTerms[term] ?? 0;
  const telling = new Map(
    Object.entries(profile.terms)
      .map(([term, count]): [string, number] => [term, (1 + inTitle(term)) * (1 + Math.log(count)) * background(term)])
      .sort((a, b) => b[1] - a[1])
      .slice(0, SEARCH.terms),
  );
  const worth = (entry: Entry): number => {
    if (isFar(entry, article.published)) return 0;
    const text = entry.summary ?? entry.content ?? '';
    const announced = profileOf({
      id: entry.id,
      outlet: '',
      title: entry.title ?? '',
      text: text.slice(0, LIKELY.read),
    });
    const shared = Object.keys(announced.profile.terms).filter((term) => telling.has(term));
    const isLikely = shared.length >= LIKELY.shared || shared.some((term) => inTitle(term) === 1);
    return isLikely ? shared.reduce((sum, term) => sum + (telling.get(term) ?? 0), 0) : 0;
  };
  return (entries) =>
    entries
      .map((entry) => ({ entry, worth: worth(entry) }))
      .filter((each) => each.worth > 0)
      .sort((a, b) => b.worth - a.worth)
      .map(({ entry }) => entry);
}

/** Outside the days in which grouping would look for it. What has no time is near everything. */
function isFar({ published, updated }: Entry, around: Timestamp | undefined): boolean {
  const [at, middle] = [Date.parse(published ?? updated ?? ''), Date.parse(around ?? '')];
  return Math.abs(at - middle) > SEARCH.days * 86_400_000;
}
