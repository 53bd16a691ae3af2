import { charNgrams } from '#lib/text/ngrams';
import { stem } from '#lib/text/stem';
import { words } from '#lib/text/tokenize';
import type { StoryProfile } from '#lib/types';
import { type Marks, sortMarks } from './marks';
import { hash } from './text-reuse';
import { PROFILE } from './thresholds';

type Plain = Omit<StoryProfile, 'storyId'>;

/**
 * What weighing an article needs and what is the same beside whatever it is weighed: its terms as the profile has them, columns
 * beside them, hashes in order.
 */
export type Prepared = {
  /** Stems, in the profile's order. */
  terms: readonly string[];
  /** 1 + log of how often. */
  counted: Float32Array;
  /** Weight of the earliest place, as in `titleTerms`; 0 for a term met late. */
  placed: Float32Array;
  isName: Uint8Array;
  /** log(1 + prominence) of names, 0 for other terms. */
  prominence: Float64Array;
  grams: GramPlan;
  titleGrams: GramPlan;
  numbers: ReadonlySet<string>;
  marks: Marks;
  shingles: Uint32Array;
  pairs: Uint32Array;
  quoted: Uint32Array;
  /** Milliseconds; NaN when not known. */
  publishedAt: number;
};

/** Character 4-grams as ascending hashes; those at `i` come from the terms at `owners[starts[i]]` to before `owners[starts[i + 1]]`. */
export type GramPlan = { ids: Int32Array; starts: Uint32Array; owners: Uint32Array };

/**
 * Profiles prepared before, for as long as somebody keeps them. An article is held against the same sixty recent ones as the article
 * before it, and making this anew each time was half the time of placing. Profiles are values: nobody changes one.
 */
const prepared = new WeakMap<Plain, Prepared>();

export function prepareProfile(profile: Plain): Prepared {
  const before = prepared.get(profile);
  if (before) return before;
  const fresh = prepare(profile);
  prepared.set(profile, fresh);
  return fresh;
}

function prepare(profile: Plain): Prepared {
  const terms = Object.keys(profile.terms);
  const ofNames = new Set(profile.names.flatMap((name) => words(name).map(stem)));
  const placed = Float32Array.from(terms, (term) => profile.titleTerms[term] ?? 0);
  return {
    terms,
    counted: Float32Array.from(terms, (term) => 1 + Math.log(profile.terms[term] ?? 1)),
    placed,
    isName: Uint8Array.from(terms, (term) => (ofNames.has(term) ? 1 : 0)),
    prominence: Float64Array.from(terms, (term) => Math.log1p(profile.actors[term] ?? 0)),
    grams: planGrams(terms, placed, PROFILE.leadWeight),
    titleGrams: planGrams(terms, placed, 1),
    numbers: new Set(profile.numbers),
    marks: sortMarks(profile.marks),
    shingles: Uint32Array.from(profile.shingles).sort(),
    pairs: Uint32Array.from(profile.pairs).sort(),
    quoted: Uint32Array.from(profile.quoted).sort(),
    publishedAt: profile.published === undefined ? Number.NaN : Date.parse(profile.published),
  };
}

function planGrams(terms: readonly string[], placed: Float32Array, least: number): GramPlan {
  const ownersOf = new Map<number, number[]>();
  for (const [at, term] of terms.entries()) {
    if ((placed[at] ?? 0) < least) continue;
    for (const gram of charNgrams([term], Math.min(4, term.length + 2))) {
      const id = hash(gram) | 0;
      const owners = ownersOf.get(id);
      if (owners) owners.push(at);
      else ownersOf.set(id, [at]);
    }
  }
  const sorted = [...ownersOf].sort((a, b) => a[0] - b[0]);
  const starts = new Uint32Array(sorted.length + 1);
  for (const [at, [, owners]] of sorted.entries()) starts[at + 1] = (starts[at] ?? 0) + owners.length;
  return {
    ids: Int32Array.from(sorted, ([id]) => id),
    starts,
    owners: Uint32Array.from(sorted.flatMap(([, owners]) => owners)),
  };
}
