import type { Difference, Place } from '../types';
import type { Other, Texts } from './texts';

/** One utterance quoted in the reference, and what the other texts make of it. */
export type Utterance = { reference: Place; speaker?: string; readings: { other: Other; difference: Difference }[] };

/** Quotations of the reference that some other text has too, in reading order; overlapping ones are one utterance. */
export function utterancesOf(texts: Texts): Utterance[] {
  const found: Utterance[] = [];
  const all = texts.others.flatMap((other) =>
    (other.pair?.wording.differences ?? [])
      .filter(({ kind }) => kind.startsWith('quotation-'))
      .map((difference) => ({ other, difference })),
  );
  all.sort(
    ({ difference: { reference: a } }, { difference: { reference: b } }) =>
      a.paragraph - b.paragraph || a.start - b.start || b.end - a.end,
  );
  for (const each of all) {
    const { reference, speaker } = each.difference;
    const last = found.at(-1);
    if (last && last.reference.paragraph === reference.paragraph && reference.start < last.reference.end) {
      last.readings.push(each);
      if (speaker !== undefined) last.speaker ??= speaker;
    } else found.push({ reference, readings: [each], ...(speaker === undefined ? {} : { speaker }) });
  }
  return found;
}
