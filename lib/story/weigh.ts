import type { StoryProfile } from '#lib/types';
import type { Background } from './background';
import { type GramPlan, type Prepared, prepareProfile } from './prepare-profile';
import { LOCAL, PROFILE } from './thresholds';

type Plain = Omit<StoryProfile, 'storyId'>;

/**
 * A profile weighed against one background and against what stands around it. All columns run beside `ids`, the profile's
 * terms as ascending numbers, so that two articles are compared in one walk along both; columns are of unit length, so that
 * their products are cosines. A term that is not of a column (of the title, of the names …) has 0 there.
 */
export type Weighed = {
  profile: Plain;
  prepared: Prepared;
  ids: Int32Array;
  /** Where each term stands in the prepared profile, in the order of `ids`. */
  order: Uint32Array;
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
};

/** Character 4-grams as ascending hashes with unit weights: "Velmoras" and "Velmora" meet here in languages nobody stems. */
export type Grams = { ids: Int32Array; weights: Float32Array };

/** Stems, in the order of `ids`. */
export function termsOf({ prepared, order }: Weighed): string[] {
  return Array.from(order, (place) => prepared.terms[place] ?? '');
}

/**
 * @param neighbours for each profile the places of those it may belong with: the same event's and the look-alikes'.
 * Without them all are neighbours of all.
 */
export function weighAll(
  profiles: readonly Plain[],
  background: Background,
  neighbours?: readonly Iterable<number>[],
): Weighed[] {
  const { numbered, rarity } = numberTerms(profiles, background);
  const ids = numbered.map((each) => each.ids);
  const among = neighbours ? undefined : countsOf(ids, rarity.length);
  return numbered.map((own, at) => {
    const around = [...(neighbours?.[at] ?? [])].flatMap((other) => (other === at ? [] : (ids[other] ?? [])));
    const shares = among ? sharesOfAll(own.ids, among, profiles.length - 1) : sharesAmong(own.ids, around);
    return weighOne(own, rarity, shares);
  });
}

/** A profile with numbers for its terms, ascending, and where each of them stands in it. */
type Numbered = { profile: Plain; prepared: Prepared; ids: Int32Array; order: Uint32Array };

/** Terms get numbers in the order in which they are met; `rarity` holds the background of each. */
function numberTerms(
  profiles: readonly Plain[],
  background: Background,
): { numbered: Numbered[]; rarity: Float64Array } {
  const vocabulary = new Map<string, number>();
  const rarity: number[] = [];
  const numbered = profiles.map((profile) => {
    const prepared = prepareProfile(profile);
    const { terms } = prepared;
    // Number and place in one figure, which sorts without a comparison written in JavaScript.
    const packed = new Float64Array(terms.length);
    for (let place = 0; place < terms.length; place++) {
      const term = terms[place] ?? '';
      let id = vocabulary.get(term);
      if (id === undefined) {
        id = rarity.length;
        vocabulary.set(term, id);
        rarity.push(background(term));
      }
      packed[place] = id * terms.length + place;
    }
    packed.sort();
    const ids = new Int32Array(terms.length);
    const order = new Uint32Array(terms.length);
    for (let at = 0; at < packed.length; at++) {
      const id = Math.floor((packed[at] ?? 0) / terms.length);
      ids[at] = id;
      order[at] = (packed[at] ?? 0) - id * terms.length;
    }
    return { profile, prepared, ids, order };
  });
  return { numbered, rarity: Float64Array.from(rarity) };
}

function countsOf(all: readonly Int32Array[], size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const ids of all) for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

function sharesOfAll(own: Int32Array, counts: Int32Array, others: number): Float32Array {
  const shares = new Float32Array(own.length);
  for (let at = 0; at < own.length; at++) shares[at] = ((counts[own[at] ?? 0] ?? 1) - 1) / (others + LOCAL.prior);
  return shares;
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

function weighOne({ profile, prepared, ids, order }: Numbered, rarity: Float64Array, shares: Float32Array): Weighed {
  const size = ids.length;
  const column = () => new Float32Array(size);
  const [idf, body, title, lead, names] = [column(), column(), column(), column(), column()];
  const [local, localBody, localTitle, localLead, localEarly] = [column(), column(), column(), column(), column()];
  const [prominence, localNames] = [column(), column()];
  let sum = 0;
  for (let at = 0; at < size; at++) {
    const place = order[at] ?? 0;
    idf[at] = rarity[ids[at] ?? 0] ?? 0;
    const weight = idf[at] ?? 0;
    const share = shares[at] ?? 0;
    // 1 for a term nobody around has, .35 for one of a quarter, 0 for one of all: a tournament's words go, the teams stay.
    local[at] = weight * (1 - Math.sqrt(share)) * (1 - share);
    const near = local[at] ?? 0;
    const counted = prepared.counted[place] ?? 0;
    const placed = prepared.placed[place] ?? 0;
    body[at] = weight * counted;
    localBody[at] = near * counted;
    if (placed >= 1) {
      title[at] = weight;
      localTitle[at] = near;
    }
    if (placed >= PROFILE.leadWeight) {
      lead[at] = weight;
      localLead[at] = near;
    }
    if (placed >= PROFILE.earlyWeight) localEarly[at] = near;
    if (prepared.isName[place] === 1) names[at] = weight;
    prominence[at] = (prepared.prominence[place] ?? 0) * weight;
    const actor = prominence[at] ?? 0;
    sum += actor;
    if (weight > 0) localNames[at] = (actor * near) / weight;
  }
  return {
    ...{ profile, prepared, ids, order, idf, local },
    body: unit(body),
    title: unit(title),
    lead: unit(lead),
    names: unit(names),
    localBody: unit(localBody),
    localTitle: unit(localTitle),
    localLead: unit(localLead),
    localEarly: unit(localEarly),
    actors: sum > 0 ? scaled(prominence, sum) : prominence,
    foremost: foremostOf(localNames).map((at) => ids[at] ?? -1),
    grams: weighGrams(prepared.grams, ids, order, rarity),
    titleGrams: weighGrams(prepared.titleGrams, ids, order, rarity),
  };
}

function foremostOf(weights: Float32Array): number[] {
  const named: number[] = [];
  for (let at = 0; at < weights.length; at++) if ((weights[at] ?? 0) > 0) named.push(at);
  return named.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0)).slice(0, LOCAL.foremost);
}

/** A gram weighs what the rarest term it comes from weighs. */
function weighGrams(plan: GramPlan, ids: Int32Array, order: Uint32Array, rarity: Float64Array): Grams {
  const ofPlace = new Float64Array(order.length);
  for (let at = 0; at < order.length; at++) ofPlace[order[at] ?? 0] = rarity[ids[at] ?? 0] ?? 0;
  const weights = new Float32Array(plan.ids.length);
  for (let gram = 0; gram < weights.length; gram++) {
    let most = 0;
    for (let at = plan.starts[gram] ?? 0; at < (plan.starts[gram + 1] ?? 0); at++) {
      most = Math.max(most, ofPlace[plan.owners[at] ?? 0] ?? 0);
    }
    weights[gram] = most;
  }
  return { ids: plan.ids, weights: unit(weights) };
}

/** In place: of unit length, unless nothing is in it. */
function unit(column: Float32Array): Float32Array {
  let squares = 0;
  for (const weight of column) squares += weight * weight;
  return squares > 0 ? scaled(column, Math.sqrt(squares)) : column;
}

function scaled(column: Float32Array, by: number): Float32Array {
  for (let at = 0; at < column.length; at++) column[at] = (column[at] ?? 0) / by;
  return column;
}
