import type { StoryProfile } from '#lib/types';
import { compareMarks } from './marks';
import { sharedTerms } from './shared-terms';
import { SHORTEST } from './thresholds';
import type { Grams, Weighed } from './weigh';

/**
 * What speaks for and against two articles reporting the same event; the order is the order of the learnt weights.
 * *Less* and *More*: of the two directions the lower and the higher.
 */
export const FEATURES = [
  // Cosines under the background of the collection, 0..1.
  'body',
  'title',
  'lead',
  'names',
  'numbers',
  // Share of one article's title (lead) found in the other's text, and of a title in the other's lead.
  'titleInBodyLess',
  'titleInBodyMore',
  'leadInBodyLess',
  'leadInBodyMore',
  'titleInLead',
  // log(1 + days between), and whether both times are known.
  'gap',
  'gapKnown',
  // log(1 + x) of the weight and number of rare shared terms, anywhere and where one of them is a lead.
  'rareWeight',
  'rareCount',
  'rareInLead',
  // log of the shorter article's distinct terms, and how unequal the two are: a cosine of short texts means less.
  'length',
  'lengthRatio',
  'sameOutlet',
  // A cosine of .2 is further from .1 than .6 from .5.
  'bodyRoot',
  'leadRoot',
  // The same again among the neighbours, where words of the whole topic weigh nothing.
  'localBody',
  'localTitle',
  'localEarly',
  'localCovered',
  'localLeadLess',
  'localLeadMore',
  'localRare',
  'localRareInLead',
  // Names: overlap by prominence, common ones among the three foremost, foremost two that the other never prints.
  'actors',
  'foremost',
  'foremostMissing',
  // Spelling, neighbouring words, quotations, long runs of equal words.
  'titleGrams',
  'grams',
  'pairs',
  'pairCount',
  'quoted',
  'reuse',
  // Marks that both have (log(1 + count)) and that exclude each other (0 or 1).
  'scores',
  'scoresApart',
  'days',
  'daysApart',
  'ordinals',
  'ordinalsApart',
  'leadNumbers',
  'leadNumbersApart',
] as const;

export type Features = Record<(typeof FEATURES)[number], number>;

export function featuresOf(a: Weighed, b: Weighed): Features {
  const [one, two] = [a.prepared, b.prepared];
  const hours = Math.abs(one.publishedAt - two.publishedAt) / 3_600_000;
  const sizes = [a.ids.length + 1, b.ids.length + 1] as const;
  const pairs = inBoth(one.pairs, two.pairs);
  const scores = compareMarks(one.marks.scores, two.marks.scores);
  const days = compareMarks(one.marks.days, two.marks.days);
  const ordinals = compareMarks(one.marks.ordinals, two.marks.ordinals);
  const figures = compareMarks(one.marks.figures, two.marks.figures);
  const foremost = a.foremost.filter((id) => b.foremost.includes(id)).length;
  const shared = sharedTerms(a, b);
  // Named one by one: an object made by spreading another of this size costs the engine four times all the counting above it.
  return {
    body: shared.body,
    title: shared.title,
    lead: shared.lead,
    names: shared.names,
    titleInBodyLess: shared.titleInBodyLess,
    titleInBodyMore: shared.titleInBodyMore,
    leadInBodyLess: shared.leadInBodyLess,
    leadInBodyMore: shared.leadInBodyMore,
    titleInLead: shared.titleInLead,
    rareWeight: shared.rareWeight,
    rareCount: shared.rareCount,
    rareInLead: shared.rareInLead,
    localBody: shared.localBody,
    localTitle: shared.localTitle,
    localEarly: shared.localEarly,
    localCovered: shared.localCovered,
    localLeadLess: shared.localLeadLess,
    localLeadMore: shared.localLeadMore,
    localRare: shared.localRare,
    localRareInLead: shared.localRareInLead,
    actors: shared.actors,
    bodyRoot: Math.sqrt(shared.localBody),
    leadRoot: Math.sqrt(shared.lead),
    numbers: numbersShared(one.numbers, two.numbers),
    gap: Number.isFinite(hours) ? Math.log1p(hours / 24) : 0,
    gapKnown: Number.isFinite(hours) ? 1 : 0,
    length: Math.log(Math.max(SHORTEST, Math.min(...sizes))),
    lengthRatio: Math.abs(Math.log(sizes[0] / sizes[1])),
    sameOutlet: a.profile.outlet !== '' && a.profile.outlet === b.profile.outlet ? 1 : 0,
    foremost,
    foremostMissing: missing(a.foremost, b) + missing(b.foremost, a),
    titleGrams: cosine(a.titleGrams, b.titleGrams),
    grams: cosine(a.grams, b.grams),
    pairs: pairs / Math.sqrt((1 + one.pairs.length) * (1 + two.pairs.length)),
    pairCount: Math.log1p(pairs),
    quoted: Math.log1p(inBoth(one.quoted, two.quoted)),
    reuse: Math.log1p(inBoth(one.shingles, two.shingles)),
    scores: Math.log1p(scores.shared),
    scoresApart: Number(scores.apart),
    days: Math.log1p(days.shared),
    daysApart: Number(days.apart),
    ordinals: Math.log1p(ordinals.shared),
    ordinalsApart: Number(ordinals.apart),
    leadNumbers: Math.log1p(figures.shared),
    leadNumbersApart: Number(figures.apart),
  };
}

/** Share of the numbers of both that both have (geometric mean of the two directions). */
function numbersShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const { shared } = compareMarks(a, b);
  return shared === 0 ? 0 : shared / Math.sqrt(a.size * b.size);
}

function missing(foremost: readonly number[], other: Weighed): number {
  return foremost.slice(0, 2).filter((id) => !has(other.ids, id)).length;
}

function has(ids: Int32Array, id: number): boolean {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] ?? 0) < id) low = middle + 1;
    else high = middle;
  }
  return ids[low] === id;
}

function inBoth(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let x = 0, y = 0; x < a.length && y < b.length; ) {
    const [one, two] = [a[x] ?? 0, b[y] ?? 0];
    if (one === two) {
      shared++;
      x++;
      y++;
    } else if (one < two) x++;
    else y++;
  }
  return shared;
}

function cosine(a: Grams, b: Grams): number {
  let sum = 0;
  for (let x = 0, y = 0; x < a.ids.length && y < b.ids.length; ) {
    const difference = (a.ids[x] ?? 0) - (b.ids[y] ?? 0);
    if (difference === 0) sum += (a.weights[x] ?? 0) * (b.weights[y] ?? 0);
    if (difference <= 0) x++;
    if (difference >= 0) y++;
  }
  return sum;
}

type Timed = Pick<StoryProfile, 'published'>;

export function hoursBetween(a: Timed, b: Timed): number | undefined {
  if (a.published === undefined || b.published === undefined) return undefined;
  const hours = Math.abs(Date.parse(a.published) - Date.parse(b.published)) / 3_600_000;
  return Number.isFinite(hours) ? hours : undefined;
}
