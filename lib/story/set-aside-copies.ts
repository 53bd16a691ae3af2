import type { Evidence, Membership } from '#lib/types';
import type { Profiled } from './profile';
import { copiedFrom, reuseOf } from './text-reuse';
import { CUTS } from './thresholds';

/** A text that repeats another nearly word for word, and the earliest it repeats. */
export type Copied = { copy: Profiled; source: Profiled };

/**
 * Takes copies out of a batch before it is grouped. Twenty outlets with one agency's text would otherwise be each other's surroundings:
 * they resemble one another so much that an outlet's own report of the event no longer stands out beside them, and was parted from them.
 *
 *     a, a′ (copy of a), a″ (copy of a′), b    →    a, b are grouped; a′ and a″ go where a goes
 */
export function setAsideCopies(profiled: readonly Profiled[]): { originals: Profiled[]; copies: Copied[] } {
  const byId = new Map(profiled.map((each) => [each.profile.articleId, each]));
  const sources = new Map<string, string>();
  for (const [item, likely] of sharing(profiled).entries()) {
    const text = profiled[item]?.profile;
    const others = [...likely].flatMap((other) => profiled[other]?.profile ?? []);
    const source = text && copiedFrom(text, others);
    if (text && source !== undefined) sources.set(text.articleId, source);
  }
  const first = (id: string): string => {
    const source = sources.get(id);
    return source === undefined ? id : first(source);
  };
  const copies = [...sources.keys()].flatMap((id): Copied[] => {
    const [copy, source] = [byId.get(id), byId.get(first(id))];
    return copy && source ? [{ copy, source }] : [];
  });
  return { originals: profiled.filter(({ profile }) => !sources.has(profile.articleId)), copies };
}

/** A copy stands where its source stands. */
export function followSource({ copy, source }: Copied, storyId: string): Membership {
  const [text, from] = [copy.profile, source.profile];
  const hours = (Date.parse(text.published ?? '') - Date.parse(from.published ?? '')) / 3_600_000;
  const evidence: Evidence = {
    nearest: from.articleId,
    terms: [],
    names: text.names.filter((name) => from.names.includes(name)).slice(0, MOST_SHOWN),
    numbers: text.numbers.filter((number) => from.numbers.includes(number)).slice(0, MOST_SHOWN),
    ...(Number.isNaN(hours) ? {} : { hoursApart: hours }),
    reuse: reuseOf(text.shingles, from.shingles),
    copyOf: from.articleId,
  };
  return { articleId: text.articleId, storyId, confidence: CUTS.copy, status: 'confirmed', evidence: [evidence] };
}

const MOST_SHOWN = 6;

/** For each text the others with a shingle in common: all that a copy's source could be. */
function sharing(profiled: readonly Profiled[]): Set<number>[] {
  const having = new Map<number, number[]>();
  for (const [item, { profile }] of profiled.entries()) {
    for (const shingle of profile.shingles) having.set(shingle, [...(having.get(shingle) ?? []), item]);
  }
  const others: Set<number>[] = profiled.map(() => new Set());
  for (const items of having.values()) {
    if (items.length < 2) continue;
    for (const a of items) for (const b of items) if (a !== b) others[a]?.add(b);
  }
  return others;
}
