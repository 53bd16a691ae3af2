import type { StoryIndex, StoryProfile, Timestamp } from '#lib/types';
import { backgroundOf } from './background';
import { differInLanguage } from './language';
import { SEARCH } from './thresholds';

type Plain = Omit<StoryProfile, 'storyId'>;

/**
 * Profiles that may report the same event: those that share the article's most telling terms, inside the window, in its
 * language. At most SEARCH.candidates, the article itself included when it is already known.
 */
export async function search(profile: Plain, index: StoryIndex): Promise<StoryProfile[]> {
  const frequencies = await index.frequencies(Object.keys(profile.terms));
  const background = backgroundOf(frequencies);
  const titleTerms = new Map(Object.entries(profile.titleTerms));
  const telling = Object.entries(profile.terms)
    .filter(([term]) => (frequencies.counts.get(term) ?? 0) > 0)
    .map(([term, count]): [string, number] => {
      const boost = 1 + (titleTerms.get(term) ?? 0);
      return [term, boost * (1 + Math.log(count)) * background(term)];
    })
    .sort((a, b) => b[1] - a[1])
    .slice(0, SEARCH.terms)
    .map(([term]) => term);
  if (telling.length === 0) return [];
  const found = await index.candidates({ terms: telling, ...windowOf(profile.published), limit: SEARCH.candidates });
  return found.filter((each) => !differInLanguage(each.language, profile.language));
}

function windowOf(published: Timestamp | undefined): { from?: Timestamp; to?: Timestamp } {
  const at = published === undefined ? Number.NaN : Date.parse(published);
  if (!Number.isFinite(at)) return {};
  const reach = SEARCH.days * 86_400_000;
  return { from: new Date(at - reach).toISOString(), to: new Date(at + reach).toISOString() };
}
