import type { DifferenceKind } from '#lib/types';

/**
 * How often a difference that is shown is right: cases read one by one, two texts beside each other, by one reader; 57 of them
 * read a second time, 55 judged alike. `unseen`: the part from events whose cases had not been read when the rules were set.
 */
export type Measured = { kind: DifferenceKind; right: number; read: number; unseen?: { right: number; read: number } };

/** Pairs of US news articles on one event, 2010s to 2020; `npm run eval -- --stage diff` prints these figures anew. */
export const MEASURED: readonly Measured[] = [
  { kind: 'quotation-same', right: 10, read: 10 },
  { kind: 'quotation-shortened', right: 30, read: 30 },
  { kind: 'quotation-elided', right: 6, read: 6 },
  { kind: 'quotation-worded-differently', right: 174, read: 179, unseen: { right: 81, read: 83 } },
  { kind: 'quotation-paraphrased', right: 23, read: 24 },
  { kind: 'quoted-fragment', right: 44, read: 52 },
  { kind: 'label', right: 88, read: 97, unseen: { right: 58, read: 65 } },
  { kind: 'descriptor', right: 20, read: 21 },
  { kind: 'attribution-verb', right: 30, read: 32 },
  { kind: 'attributed-or-not', right: 11, read: 12 },
  { kind: 'figure-same', right: 102, read: 110 },
  { kind: 'figure-different', right: 9, read: 11 },
  { kind: 'certainty', right: 5, read: 5 },
  { kind: 'quotation-overlapping', right: 9, read: 15 },
  { kind: 'label-suggested', right: 3, read: 15 },
  { kind: 'actor-named', right: 6, read: 11 },
];
