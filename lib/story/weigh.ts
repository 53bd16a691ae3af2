import { charNgrams } from '#lib/text/ngrams';
import { stem } from '#lib/text/stem';
import { words } from '#lib/text/tokenize';
import type { StoryProfile } from '#lib/types';
import type { Background } from './background';
import { type Marks, sortMarks } from './marks';
import { hash } from './text-reuse';
import { LOCAL, PROFILE } from './thresholds';

type Plain = Omit<StoryProfile, 'storyId'>;

/**
 * A profile weighed against one background and against what stands around it. All columns run beside `ids`, the profile's
 * terms as ascending numbers, so that two articles are compared in one walk along both; columns are of unit length, so that
 * their products are cosines. A term that is not of a column (of the title, of the names …) has 0 there.
 */
export type Weighed = {
  profile: Plain;
  /** Stems, in the order of `ids`. */
  terms: readonly string[];
  ids: Int32Array;
  idf: Float32Array;
  body: Float32Array;
  title: Float32Array;
  lead: Float32Array;
  names: Float32Array;
  /** Weights among the neighbours: what most of them say carries nothing. */
  local: Float32Array;
  localBody: Float32Array;
  localTitle: Float32Array;
  localLead: Float32Array;
  localEarly: Float32Array;
  /** Prominence of names; sums to 1. */
  actors: Float32Array;
  /** The most prominent names, heaviest first. */
  foremost: number[];
  grams: Grams;
  titleGrams: Grams;
  numbers: ReadonlySet<string>;
  marks: Marks;
  /** Hashes, ascending. */
  shingles: Uint32Array;
  pairs: Uint32Array;
  quoted: Uint32Array;
};

/** Character 4-grams as ascending hashes with unit weights: "Velmoras" and "Velmora" meet here in languages nobody stems. */
export type Grams = { ids: Int32Array; weights: Float32Array };

/**
 * @param neighbours for each profile the places of those it may belong with: the same event's and the look-alikes'.
 * Without them all are neighbours of all.
 */
export function weighAll(
  profiles: readonly Plain[],
  background: Background,
  neighbours?: readonly Iterable<number>[],
): Weighed[] {
  const vocabulary = new Map<string, number>();
  const idOf = (term: string) => {
    const id = vocabulary.get(term) ?? vocabulary.size;
    vocabulary.set(term, id);
    return id;
  };
  const sorted = profiles.map((profile) =>
    Object.keys(profile.terms)
      .map((term) => ({ term, id: idOf(term) }))
      .sort((a, b) => a.id - b.id),
  );
  const ids = sorted.map((terms) => Int32Array.from(terms, ({ id }) => id));
  const among = neighbours ? undefined : countsOf(ids, vocabulary.size);
  return profiles.map((profile, at) => {
    const terms = (sorted[at] ?? []).map(({ term }) => term);
    const own = ids[at] ?? new Int32Array();
    const around = [...(neighbours?.[at] ?? [])].flatMap((other) => (other === at ? [] : (ids[other] ?? [])));
    const shares = among
      ? Float32Array.from(own, (id) => ((among[id] ?? 1) - 1) / (profiles.length - 1 + LOCAL.prior))
      : sharesAmong(own, around);
    return weighOne(profile, terms, own, background, shares);
  });
}

function countsOf(all: readonly Int32Array[], size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const ids of all) for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

/** For each term the share of neighbours that have it too, steadied by LOCAL.prior neighbours that have none. */
function sharesAmong(own: Int32Array, neighbours: readonly Int32Array[]): Float32Array {
  const shares = new Float32Array(own.length);
  for (const other of neighbours) {
    for (let x = 0, y = 0; x < own.length && y < other.length; ) {
      const difference = (own[x] ?? 0) - (other[y] ?? 0);
      if (difference === 0) shares[x] = (shares[x] ?? 0) + 1;
      if (difference <= 0) x++;
      if (difference >= 0) y++;
    }
  }
  return shares.map((count) => count / (neighbours.length + LOCAL.prior));
}

function weighOne(
  profile: Plain,
  terms: readonly string[],
  ids: Int32Array,
  background: Background,
  shares: Float32Array,
): Weighed {
  const idf = Float32Array.from(terms, background);
  // 1 for a term nobody around has, .35 for one of a quarter, 0 for one of all: a tournament's words go, the teams stay.
  const local = idf.map((weight, at) => weight * (1 - Math.sqrt(shares[at] ?? 0)) * (1 - (shares[at] ?? 0)));
  const placed = Float32Array.from(terms, (term) => profile.titleTerms[term] ?? 0);
  const counted = Float32Array.from(terms, (term) => 1 + Math.log(profile.terms[term] ?? 1));
  const from = (weights: Float32Array, least: number) =>
    unit(weights.map((weight, at) => ((placed[at] ?? 0) >= least ? weight : 0)));
  const ofNames = new Set(profile.names.flatMap((name) => words(name).map(stem)));
  const prominence = Float32Array.from(terms, (term, at) => Math.log1p(profile.actors[term] ?? 0) * (idf[at] ?? 0));
  const localNames = prominence.map((weight, at) => (idf[at] ? (weight * (local[at] ?? 0)) / (idf[at] ?? 1) : 0));
  const sum = prominence.reduce((total, weight) => total + weight, 0);
  return {
    profile,
    terms,
    ids,
    idf,
    body: unit(idf.map((weight, at) => weight * (counted[at] ?? 0))),
    title: from(idf, 1),
    lead: from(idf, PROFILE.leadWeight),
    names: unit(idf.map((weight, at) => (ofNames.has(terms[at] ?? '') ? weight : 0))),
    local,
    localBody: unit(local.map((weight, at) => weight * (counted[at] ?? 0))),
    localTitle: from(local, 1),
    localLead: from(local, PROFILE.leadWeight),
    localEarly: from(local, PROFILE.earlyWeight),
    actors: sum > 0 ? prominence.map((weight) => weight / sum) : prominence,
    foremost: [...localNames.keys()]
      .filter((at) => (localNames[at] ?? 0) > 0)
      .sort((a, b) => (localNames[b] ?? 0) - (localNames[a] ?? 0))
      .slice(0, LOCAL.foremost)
      .map((at) => ids[at] ?? -1),
    grams: gramsOf(
      terms.filter((_, at) => (placed[at] ?? 0) >= PROFILE.leadWeight),
      background,
    ),
    titleGrams: gramsOf(
      terms.filter((_, at) => (placed[at] ?? 0) >= 1),
      background,
    ),
    numbers: new Set(profile.numbers),
    marks: sortMarks(profile.marks),
    shingles: Uint32Array.from(profile.shingles).sort(),
    pairs: Uint32Array.from(profile.pairs).sort(),
    quoted: Uint32Array.from(profile.quoted).sort(),
  };
}

function gramsOf(terms: readonly string[], background: Background): Grams {
  const weights = new Map<number, number>();
  for (const term of terms) {
    const idf = background(term);
    for (const gram of charNgrams([term], Math.min(4, term.length + 2))) {
      const id = hash(gram) | 0;
      weights.set(id, Math.max(weights.get(id) ?? 0, idf));
    }
  }
  const sorted = [...weights].sort((a, b) => a[0] - b[0]);
  return {
    ids: Int32Array.from(sorted, ([id]) => id),
    weights: unit(Float32Array.from(sorted, ([, weight]) => weight)),
  };
}

function unit(column: Float32Array): Float32Array {
  let squares = 0;
  for (const weight of column) squares += weight * weight;
  const length = Math.sqrt(squares);
  return length > 0 ? column.map((weight) => weight / length) : column;
}
