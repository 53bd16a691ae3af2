import { findQuotations, type Quotation } from '#lib/text/quotations';
import { type Attribution, findAttributions } from '#lib/text/reported-speech';
import type { Span, Voice } from '#lib/types';

export type Voiced = { voice: Voice; speaker?: string };

/**
 * Whose words stand at a place of one paragraph: inside quotation marks → quoted; else inside what an attribution reports →
 * attributed; else the outlet's own. Quotations and attributions are looked for once a paragraph, and only when asked.
 */
export function voicesOf(paragraph: string): (place: Span) => Voiced {
  const { quotations, attributions } = reportedIn(paragraph);
  return (place) => {
    const quotation = quotations.find((each) => each.start <= place.start && place.end <= each.end);
    const attribution =
      attributions.find((each) => each.scope.start <= place.start && place.end <= each.scope.end) ??
      (quotation && attributions.find((each) => each.scope.start < quotation.end && quotation.start < each.scope.end));
    const voice = quotation ? 'quoted' : attribution ? 'attributed' : 'own';
    const speaker = attribution?.speaker?.text;
    return { voice, ...(speaker === undefined ? {} : { speaker }) };
  };
}

type Reported = { quotations: Quotation[]; attributions: Attribution[] };

// Finding attributions is the dearest step of counting, and a text is counted once for each codebook: the paragraphs of the
// last comparison are remembered. Same text, same answer, so nothing outside can tell.
const REMEMBERED = 1000;
const remembered = new Map<string, Reported>();

export function reportedIn(paragraph: string): Reported {
  const known = remembered.get(paragraph);
  if (known) return known;
  const fresh = { quotations: findQuotations(paragraph), attributions: findAttributions(paragraph) };
  const [oldest] = remembered.keys();
  if (remembered.size >= REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  remembered.set(paragraph, fresh);
  return fresh;
}

/** The voice a whole sentence counts under: quoted only when every hit is, own as soon as one is. */
export function sentenceVoice(voices: readonly Voice[]): Voice {
  if (voices.includes('own')) return 'own';
  return voices.includes('attributed') ? 'attributed' : 'quoted';
}
