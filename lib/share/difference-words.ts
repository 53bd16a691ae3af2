import type { DifferenceKind } from '../types';

/** What each kind of difference is called on screen. */
export const KIND_WORDS: Record<DifferenceKind, string> = {
  'quotation-same': 'Same quotation',
  'quotation-shortened': 'Quotation shortened',
  'quotation-elided': 'Quotation with parts left out',
  'quotation-worded-differently': 'Quotation worded differently',
  'quotation-paraphrased': 'Quoted in one, paraphrased in the other',
  'quoted-fragment': 'In quotation marks or not',
  'quotation-overlapping': 'Quotations that overlap',
  label: 'Called differently',
  'label-suggested': 'Perhaps called differently',
  descriptor: 'Described differently',
  'attribution-verb': 'Reporting verb',
  'attributed-or-not': 'Attributed or not',
  'figure-same': 'Same figure',
  'figure-different': 'Different figure – check',
  certainty: 'Certainty',
  negation: 'Negation',
  'actor-named': 'Who did it',
  position: 'Position',
};
