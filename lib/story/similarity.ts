import type { StoryProfile } from '#lib/types';
import { compareMarks } from './marks';
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
  const hours = hoursBetween(a.profile, b.profile);
  const sizes = [a.ids.length + 1, b.ids.length + 1] as const;
  const pairs = inBoth(a.pairs, b.pairs);
  const scores = compareMarks(a.marks.scores, b.marks.scores);
  const days = compareMarks(a.marks.days, b.marks.days);
  const ordinals = compareMarks(a.marks.ordinals, b.marks.ordinals);
  const figures = compareMarks(a.marks.figures, b.marks.figures);
  const foremost = a.foremost.filter((id) => b.foremost.includes(id)).length;
  const shared = sharedWeights(a, b);
  return {
    ...shared,
    bodyRoot: Math.sqrt(shared.localBody),
    leadRoot: Math.sqrt(shared.lead),
    numbers: numbersShared(a.numbers, b.numbers),
    gap: hours === undefined ? 0 : Math.log1p(hours / 24),
    gapKnown: hours === undefined ? 0 : 1,
    length: Math.log(Math.max(SHORTEST, Math.min(...sizes))),
    lengthRatio: Math.abs(Math.log(sizes[0] / sizes[1])),
    sameOutlet: a.profile.outlet !== '' && a.profile.outlet === b.profile.outlet ? 1 : 0,
    foremost,
    foremostMissing: missing(a.foremost, b) + missing(b.foremost, a),
    titleGrams: cosine(a.titleGrams, b.titleGrams),
    grams: cosine(a.grams, b.grams),
    pairs: pairs / Math.sqrt((1 + a.pairs.length) * (1 + b.pairs.length)),
    pairCount: Math.log1p(pairs),
    quoted: Math.log1p(inBoth(a.quoted, b.quoted)),
    reuse: Math.log1p(inBoth(a.shingles, b.shingles)),
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

/** Background weight from which a shared term is rare: about one article in 25. */
const RARE = 3.2;
/** The same among the neighbours. */
const LOCAL_RARE = 2.5;

type Shared = Pick<
  Features,
  | 'body'
  | 'title'
  | 'lead'
  | 'names'
  | 'titleInBodyLess'
  | 'titleInBodyMore'
  | 'leadInBodyLess'
  | 'leadInBodyMore'
  | 'titleInLead'
  | 'rareWeight'
  | 'rareCount'
  | 'rareInLead'
  | 'localBody'
  | 'localTitle'
  | 'localEarly'
  | 'localCovered'
  | 'localLeadLess'
  | 'localLeadMore'
  | 'localRare'
  | 'localRareInLead'
  | 'actors'
>;

/** Everything that is a sum over shared terms, in one walk along both lists of ids. */
function sharedWeights(a: Weighed, b: Weighed): Shared {
  let [body, title, lead, names, localBody, localTitle, localEarly, actors] = [0, 0, 0, 0, 0, 0, 0, 0];
  let [titleA, titleB, leadA, leadB, titleInLeadA, titleInLeadB] = [0, 0, 0, 0, 0, 0];
  let [coveredA, coveredB, localLeadA, localLeadB] = [0, 0, 0, 0];
  let [rareWeight, rareCount, rareInLead, localRare, localRareInLead] = [0, 0, 0, 0, 0];
  const at = (column: Float32Array, place: number) => column[place] ?? 0;
  for (let x = 0, y = 0; x < a.ids.length && y < b.ids.length; ) {
    const difference = (a.ids[x] ?? 0) - (b.ids[y] ?? 0);
    if (difference === 0) {
      body += at(a.body, x) * at(b.body, y);
      title += at(a.title, x) * at(b.title, y);
      lead += at(a.lead, x) * at(b.lead, y);
      names += at(a.names, x) * at(b.names, y);
      localBody += at(a.localBody, x) * at(b.localBody, y);
      localTitle += at(a.localTitle, x) * at(b.localTitle, y);
      localEarly += at(a.localEarly, x) * at(b.localEarly, y);
      actors += Math.min(at(a.actors, x), at(b.actors, y));
      titleA += at(a.title, x) ** 2;
      titleB += at(b.title, y) ** 2;
      leadA += at(a.lead, x) ** 2;
      leadB += at(b.lead, y) ** 2;
      coveredA += at(a.localBody, x) ** 2;
      coveredB += at(b.localBody, y) ** 2;
      localLeadA += at(a.localLead, x) ** 2;
      localLeadB += at(b.localLead, y) ** 2;
      if (at(b.lead, y) > 0) titleInLeadA += at(a.title, x) ** 2;
      if (at(a.lead, x) > 0) titleInLeadB += at(b.title, y) ** 2;
      const isInLead = at(a.lead, x) > 0 || at(b.lead, y) > 0;
      if (at(a.idf, x) > RARE) {
        rareWeight += at(a.idf, x);
        rareCount++;
        if (isInLead) rareInLead += at(a.idf, x);
      }
      const local = Math.min(at(a.local, x), at(b.local, y)) - LOCAL_RARE;
      if (local > 0) {
        localRare += local;
        if (isInLead) localRareInLead += local;
      }
    }
    if (difference <= 0) x++;
    if (difference >= 0) y++;
  }
  return {
    body,
    title,
    lead,
    names,
    titleInBodyLess: Math.min(titleA, titleB),
    titleInBodyMore: Math.max(titleA, titleB),
    leadInBodyLess: Math.min(leadA, leadB),
    leadInBodyMore: Math.max(leadA, leadB),
    titleInLead: Math.max(titleInLeadA, titleInLeadB),
    rareWeight: Math.log1p(rareWeight),
    rareCount: Math.log1p(rareCount),
    rareInLead: Math.log1p(rareInLead),
    localBody,
    localTitle,
    localEarly,
    localCovered: Math.sqrt(coveredA * coveredB),
    localLeadLess: Math.min(localLeadA, localLeadB),
    localLeadMore: Math.max(localLeadA, localLeadB),
    localRare: Math.log1p(localRare),
    localRareInLead: Math.log1p(localRareInLead),
    // Both columns sum to 1, so that Σ min / Σ max is this.
    actors: actors / (2 - actors),
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
    const difference = (a[x] ?? 0) - (b[y] ?? 0);
    if (difference === 0) shared++;
    if (difference <= 0) x++;
    if (difference >= 0) y++;
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
