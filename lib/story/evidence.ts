import type { Evidence } from '#lib/types';
import { hoursBetween } from './similarity';
import { reuseOf } from './text-reuse';
import { termsOf, type Weighed } from './weigh';

const SHOWN = { terms: 8, names: 6, numbers: 6 } as const;

/**
 * Why two articles were put together, in words a reader can look up: the heaviest shared terms as `article` prints them,
 * names and numbers that stand in both.
 */
export function evidenceOf(article: Weighed, printed: ReadonlyMap<string, string>, nearest: Weighed): Evidence {
  const hoursApart = hoursBetween(article.profile, nearest.profile);
  const there = new Set(nearest.profile.numbers);
  const numbers = article.profile.numbers.filter((number) => there.has(number));
  const names = sharedNames(article.profile.names, nearest.profile.names);
  const weights = new Map(termsOf(nearest).map((term, at) => [term, nearest.body[at] ?? 0]));
  const terms = termsOf(article)
    .map((term, at): [string, number] => [term, (article.body[at] ?? 0) * (weights.get(term) ?? 0)])
    .filter(([term, weight]) => weight > 0 && !numbers.includes(term))
    .sort((a, b) => b[1] - a[1])
    .slice(0, SHOWN.terms)
    .map(([term]) => printed.get(term) ?? term);
  return {
    nearest: nearest.profile.articleId,
    terms,
    names: names.slice(0, SHOWN.names),
    numbers: numbers.slice(0, SHOWN.numbers),
    ...(hoursApart === undefined ? {} : { hoursApart: Math.round(hoursApart * 10) / 10 }),
    reuse: reuseOf(article.profile.shingles, nearest.profile.shingles),
    ...(article.profile.kind === 'report' ? {} : { kind: article.profile.kind }),
  };
}

/** Names printed alike in both, longer ones first: "Ana Ruiz" says more than "Ruiz". */
function sharedNames(own: readonly string[], other: readonly string[]): string[] {
  const there = new Set(other);
  return own.filter((name) => there.has(name)).sort((a, b) => b.split(' ').length - a.split(' ').length);
}
