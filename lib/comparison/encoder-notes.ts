import type { Comparison, Reason } from '#lib/types';
import type { Encoded } from './compare-story';

type Notes = Comparison['notes'];

/** Matches weighed with an encoder are not those of an installation without one, so the comparison says so. */
export function encoderNotes(encoded: Encoded | undefined): Notes {
  if (encoded === undefined) return [];
  const message = `Matches were weighed with embeddings of the model “${encoded.model}” as well as by words.`;
  return [{ reason: { code: 'encoder-used', message } }];
}

export function encoderSilent({ message }: Reason): Notes[number] {
  const whole = `The encoder gave no embeddings, so matches were weighed by words alone. ${message}`;
  return { reason: { code: 'encoder-silent', message: whole } };
}
