import type { Beside } from './context';
import type { Features } from './similarity';

/** Log-odds of a pair by itself; the same pair beside what surrounds it; and mean log-odds → share of placements that are right. */
export type FirstWeights = { bias: number } & Features;
export type SecondWeights = FirstWeights & Beside;
export type Calibration = { bias: number; slope: number };

/**
 * Learnt by `npm run eval -- --data DIR --stage group --fit`, which prints this file's numbers: two logistic regressions (ridge 1),
 * first over the features of one pair, then over the same features beside the neighbourhood that the first gives. From the
 * candidate pairs of five sets (US politics from 129 outlets, look-alike event pairs, local shootings, one football tournament,
 * one newsroom day), whole, cut down to title and some forty words, thinned to single reports, and in small batches, so that one
 * setting serves all: tests/eval/grouping/views.ts. Weights of correlated features share the credit: a sign alone explains nothing.
 *
 * `sameOutlet` is set by hand: in the sets no event has two texts of one outlet, and from them it would be learnt that this
 * cannot be (−10). Outlets do report updates.
 */
export const FIRST = {
  bias: -4.978,
  body: 0.776,
  title: 2.824,
  lead: -10.658,
  names: -0.231,
  numbers: 1.227,
  titleInBodyLess: 0.474,
  titleInBodyMore: 0.526,
  leadInBodyLess: -0.253,
  leadInBodyMore: -0.348,
  titleInLead: 2.161,
  gap: -1.243,
  gapKnown: 0.655,
  rareWeight: 0.055,
  rareCount: -0.291,
  rareInLead: 0.281,
  length: -0.28,
  lengthRatio: 0.083,
  sameOutlet: -0.5,
  bodyRoot: -2.264,
  leadRoot: 11.648,
  localBody: 9.929,
  localTitle: -6.855,
  localEarly: 1.54,
  localCovered: -0.049,
  localLeadLess: -2.188,
  localLeadMore: -1.018,
  localRare: 0.314,
  localRareInLead: 0.491,
  actors: 0.092,
  foremost: -0.254,
  foremostMissing: -0.345,
  titleGrams: 3.873,
  grams: 1.714,
  pairs: -0.84,
  pairCount: 0.535,
  quoted: 0.325,
  reuse: 0.06,
  scores: 0.437,
  scoresApart: -0.876,
  days: -0.02,
  daysApart: -1.149,
  ordinals: -0.37,
  ordinalsApart: -0.748,
  leadNumbers: 0.485,
  leadNumbersApart: 0.038,
} satisfies FirstWeights;

export const SECOND = {
  bias: -6.496,
  body: -4.534,
  title: -0.554,
  lead: 0.476,
  names: -0.185,
  numbers: -0.209,
  titleInBodyLess: -0.71,
  titleInBodyMore: -0.266,
  leadInBodyLess: 2.371,
  leadInBodyMore: 0.648,
  titleInLead: -1.497,
  gap: 0.474,
  gapKnown: -2.28,
  rareWeight: -0.171,
  rareCount: 0.677,
  rareInLead: -0.308,
  length: -0.082,
  lengthRatio: 0.073,
  sameOutlet: -1.0,
  bodyRoot: -1.216,
  leadRoot: -3.862,
  localBody: 4.073,
  localTitle: 2.825,
  localEarly: 2.296,
  localCovered: -3.896,
  localLeadLess: -0.604,
  localLeadMore: 0.29,
  localRare: -0.285,
  localRareInLead: -0.543,
  actors: 1.305,
  foremost: -0.102,
  foremostMissing: 0.219,
  titleGrams: -2.631,
  grams: -1.028,
  pairs: 2.815,
  pairCount: -0.373,
  quoted: -0.216,
  reuse: 0.087,
  scores: 0.118,
  scoresApart: 0.938,
  days: -0.141,
  daysApart: 0.523,
  ordinals: -0.255,
  ordinalsApart: 0.517,
  leadNumbers: -0.048,
  leadNumbersApart: 0.206,
  score: 1.382,
  leadLess: 0.105,
  leadMore: 0.242,
  // biome-ignore lint/suspicious/noApproximativeNumericConstant: learnt; that it is near a constant is chance
  near: -0.693,
  middle: -0.63,
  far: -0.292,
  common: 3.404,
  apart: -0.178,
  rankMore: 0.009,
  rankLess: 0.432,
  reliability: 4.24,
  crowd: 0.409,
} satisfies SecondWeights;

/**
 * For placements made, and for stories an article was not put into, where fewer are right (Platt 1999). Held-out articles, all views; the
 * same command prints how often each confidence was right: of 474 placements said to be .7 to .8 right .75, of 1,017 offers said to be .5 or more .48.
 */
export const JOINED = {
  bias: 0.822,
  slope: 0.663,
} satisfies Calibration;

export const OFFERED = {
  bias: 0.068,
  slope: 1.076,
} satisfies Calibration;
