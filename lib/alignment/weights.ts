/**
 * Every number the aligner decides by, in one place.
 *
 * The model is a logistic regression over seven overlap features of one paragraph pair, fitted (ridge 2) on summary
 * sentences linked to source paragraphs by hand and on five news pairs of different outlets; full links count as 1, links
 * that share only a fact as 0.75. Cuts were chosen leaving one news pair out at a time.
 * Measured again by `npm run eval`; the page /method gives the rates measured on the news pairs.
 */
export const WEIGHTS = {
  bias: -5.3,
  /** Negative because it is collinear with bm25 and char4: never an explanation to show. */
  containment: -2.05,
  bm25: 12.96,
  char4: 10.42,
  char4Sentence: 5.63,
  run: 0.28,
  position: 0.85,
  lead: 1.53,
} as const;

export const CUTS = {
  /** Shown as aligned. */
  strong: 0.5,
  /** Shown as possible, with its confidence; below it nothing is linked. */
  possible: 0.25,
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
