import { stem } from '#lib/text/stem';
import { words } from '#lib/text/tokenize';
import type { StoryProfile } from '#lib/types';
import type { Background } from './background';
import { FEATURES, RARE, SHORTEST, type Weights } from './weights';

type Plain = Omit<StoryProfile, 'storyId'>;
type Vector = Map<string, number>;

/** A profile weighed against one background: vectors of unit length, so that a dot product is a cosine. */
export type Weighed = {
  profile: Plain;
  body: Vector;
  title: Vector;
  lead: Vector;
  names: Vector;
  numbers: Vector;
  rare: Vector;
};

export function weigh(profile: Plain, background: Background): Weighed {
  const title = new Map<string, number>();
  const lead = new Map<string, number>();
  for (const [term, weight] of Object.entries(profile.titleTerms)) {
    if (weight >= 1) title.set(term, background(term));
    lead.set(term, background(term));
  }
  const body = new Map<string, number>();
  for (const [term, count] of Object.entries(profile.terms)) {
    body.set(term, (1 + Math.log(count)) * background(term));
  }
  const rare = new Map<string, number>();
  for (const term of Object.keys(profile.terms)) {
    const idf = background(term);
    if (idf > RARE) rare.set(term, idf);
  }
  const names = new Map<string, number>();
  for (const name of profile.names) {
    for (const word of words(name)) {
      const term = stem(word);
      if (body.has(term)) names.set(term, background(term));
    }
  }
  const numbers = new Map(profile.numbers.map((number) => [number, background(number)]));
  return {
    profile,
    body: unit(body),
    title: unit(title),
    lead: unit(lead),
    names: unit(names),
    numbers: unit(numbers),
    rare,
  };
}

/** What speaks for and against two articles reporting the same event. */
export type Features = {
  /** Cosines, 0..1. */
  body: number;
  title: number;
  lead: number;
  names: number;
  numbers: number;
  /** Share of one article's title (lead) found in the other's text: of the two directions the lower and the higher. */
  titleInBodyLess: number;
  titleInBodyMore: number;
  leadInBodyLess: number;
  leadInBodyMore: number;
  titleInLead: number;
  /** log(1 + days between), and whether both times are known. */
  gap: number;
  gapKnown: number;
  /** log(1 + x) of the weight and number of rare shared terms, anywhere and where one of them is a lead. */
  rareWeight: number;
  rareCount: number;
  rareInLead: number;
  /** log of the shorter article's distinct terms, and how unequal the two are: a cosine of short texts means less. */
  length: number;
  lengthRatio: number;
  sameOutlet: number;
};

export function featuresOf(a: Weighed, b: Weighed): Features {
  const hours = hoursBetween(a.profile, b.profile);
  const titles = [covered(a.title, b.body), covered(b.title, a.body)] as const;
  const leads = [covered(a.lead, b.body), covered(b.lead, a.body)] as const;
  const sizes = [a.body.size + 1, b.body.size + 1] as const;
  return {
    body: dot(a.body, b.body),
    title: dot(a.title, b.title),
    lead: dot(a.lead, b.lead),
    names: dot(a.names, b.names),
    numbers: dot(a.numbers, b.numbers),
    titleInBodyLess: Math.min(...titles),
    titleInBodyMore: Math.max(...titles),
    leadInBodyLess: Math.min(...leads),
    leadInBodyMore: Math.max(...leads),
    titleInLead: Math.max(covered(a.title, b.lead), covered(b.title, a.lead)),
    gap: hours === undefined ? 0 : Math.log1p(hours / 24),
    gapKnown: hours === undefined ? 0 : 1,
    ...rareShared(a, b),
    length: Math.log(Math.max(SHORTEST, Math.min(...sizes))),
    lengthRatio: Math.abs(Math.log(sizes[0] / sizes[1])),
    sameOutlet: a.profile.outlet !== '' && a.profile.outlet === b.profile.outlet ? 1 : 0,
  };
}

function rareShared(a: Weighed, b: Weighed): Pick<Features, 'rareWeight' | 'rareCount' | 'rareInLead'> {
  const [small, large] = a.rare.size <= b.rare.size ? [a, b] : [b, a];
  let weight = 0;
  let count = 0;
  let inLead = 0;
  for (const [term, idf] of small.rare) {
    if (!large.rare.has(term)) continue;
    weight += idf;
    count++;
    if (a.lead.has(term) || b.lead.has(term)) inLead += idf;
  }
  return { rareWeight: Math.log1p(weight), rareCount: Math.log1p(count), rareInLead: Math.log1p(inLead) };
}

/** Log-odds under one set of weights. */
export function logOdds(features: Features, weights: Weights): number {
  let sum = weights.bias;
  for (const name of FEATURES) sum += weights[name] * features[name];
  return sum;
}

export function hoursBetween(a: Plain, b: Plain): number | undefined {
  if (a.published === undefined || b.published === undefined) return undefined;
  const hours = Math.abs(Date.parse(a.published) - Date.parse(b.published)) / 3_600_000;
  return Number.isFinite(hours) ? hours : undefined;
}

function unit(vector: Vector): Vector {
  let squares = 0;
  for (const weight of vector.values()) squares += weight * weight;
  const length = Math.sqrt(squares);
  if (length > 0) for (const [term, weight] of vector) vector.set(term, weight / length);
  return vector;
}

function dot(a: Vector, b: Vector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) {
    const other = large.get(term);
    if (other !== undefined) sum += weight * other;
  }
  return Math.min(1, sum);
}

/** Share of the first vector's weight (squared, so of 1) on terms the second also has. */
function covered(a: Vector, b: Vector): number {
  let sum = 0;
  for (const [term, weight] of a) if (b.has(term)) sum += weight * weight;
  return sum;
}
