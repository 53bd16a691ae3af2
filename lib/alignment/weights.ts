/** A logistic regression: one weight for each feature. */
export type Model<Name extends string> = { bias: number; weights: Record<Name, number> };

export type FirstFeature =
  | 'overlap'
  | 'grams'
  | 'sentence'
  | 'mass'
  | 'plain'
  | 'numbers'
  | 'quotation'
  | 'otherSpeaker'
  | 'standing'
  | 'common'
  | 'neighbours'
  | 'order'
  | 'depth'
  | 'lead';
export type SecondFeature = 'evidence' | 'rival' | 'weakerRival' | 'diagonal' | 'beside' | 'crowd' | 'company';

/**
 * Both passes, fitted by ridge logistic regression (`npx tsx tests/eval/print-weights.ts DIR` prints them again) on 30 pairs of
 * articles about one event, linked by hand, and on 103 summaries linked to a source article. Full links count as 1, links
 * that share only a fact as 0.75; the second pass is averaged with the first and scaled so that a confidence is the share of
 * links of any kind. How good they are is measured with models fitted without the pairs scored (`npm run eval`).
 *
 * Tried and left out, for less than half a point of average precision each: a lexicon of 300 groups of synonyms, word vectors
 * (GloVe) as soft overlap and as sentence means, the longest common run, how many sentences are covered, lengths. Boosted
 * trees on the same columns did worse.
 */
export const FIRST: Model<FirstFeature> = {
  bias: -6.379,
  weights: {
    overlap: 2.581,
    grams: 2.82,
    sentence: 3.515,
    mass: 0.6515,
    plain: 2.843,
    numbers: 1.591,
    quotation: 0.607,
    otherSpeaker: -0.5461,
    standing: 0.9519,
    common: 6.434,
    neighbours: 2.118,
    order: 0.6239,
    depth: -0.8505,
    lead: 0.6513,
  },
};

export const SECOND: Model<FirstFeature | SecondFeature> = {
  bias: -3.752,
  weights: {
    overlap: 1.706,
    grams: 2.643,
    sentence: 2.762,
    mass: 0.5781,
    plain: 2.108,
    numbers: 1.222,
    quotation: 0.4656,
    otherSpeaker: -0.4001,
    standing: 0.6092,
    common: 4.514,
    neighbours: 0.5077,
    order: 0.184,
    depth: -0.6683,
    lead: 0.2713,
    rival: -0.1649,
    weakerRival: -0.02733,
    diagonal: 0.3533,
    beside: 1.015,
    crowd: -0.1448,
    company: 4.744,
    evidence: 0.7351,
  },
};

export const CUTS = {
  /** Shown as aligned. The lowest of .50, .55, .60 at which articles on different things have less than 0.1 such links a pair. */
  strong: 0.55,
  /** Shown as possible, with its confidence; below it nothing is linked. Near the best F1 of full and of all links on pairs not fitted on. */
  possible: 0.22,
  /** A paragraph whose best confidence stays below this has "no matching paragraph found". Between the two cuts nothing is said. */
  none: 0.1,
  /** A link must reach this share of the best confidence of its row or of its column: clears the clutter around verbatim copies. */
  relative: 0.4,
  /** Most links one paragraph may have on either side. */
  perParagraph: 4,
  /** Shorter paragraphs (in words) take no part. */
  words: 3,
  /** Most paragraphs on one side: the table has m × n cells, and a thousand are far beyond any news article. */
  paragraphs: 1000,
} as const;

/** Okapi BM25 (Robertson & Zaragoza 2009), usual constants. */
export const BM25 = { k1: 1.2, b: 0.75 } as const;
