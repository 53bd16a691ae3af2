import { findQuotations } from '#lib/text/quotations';
import { findAttributions } from '#lib/text/reported-speech';
import { isContentWord } from '#lib/text/stop-words';
import { tokenize } from '#lib/text/tokenize';

/** Whose words a paragraph gives. */
export type Speaking = {
  /** Last words of the speakers' names, lower case; "?official" for one who is not named. */
  speakers: ReadonlySet<string>;
  /** Share of the paragraph inside quotation marks, 0..1. */
  quoted: number;
};

/** A paragraph that is nearly all quotation and names nobody goes on with the last speaker named. */
const MOSTLY_QUOTED = 0.6;

/**
 * Speakers of each paragraph of one English article, in order. "He said" and a bare quotation belong to the last speaker
 * that was named: “We are done.” after “Ana Ruiz said …” is hers.
 */
export function whoSpeaks(paragraphs: readonly string[]): Speaking[] {
  let last: string | undefined;
  return paragraphs.map((text) => {
    const speakers = new Set<string>();
    const attributions = findAttributions(text);
    for (const { speaker } of attributions) {
      const words = speaker ? tokenize(speaker.text) : [];
      const name = words.filter((word) => /^\p{Lu}/u.test(word.text) && isContentWord(word.key)).at(-1)?.key;
      const isSame = words.length === 0 || (words.length === 1 && /^(?:he|she)$/.test(words[0]?.key ?? ''));
      if (name !== undefined) speakers.add(name);
      else if (isSame && last !== undefined) speakers.add(last);
      else if (!isSame) speakers.add(`?${words.at(-1)?.key}`);
      last = name ?? last;
    }
    const quoted =
      findQuotations(text).reduce((sum, { start, end }) => sum + end - start, 0) / Math.max(1, text.length);
    if (attributions.length === 0 && quoted > MOSTLY_QUOTED && last !== undefined) speakers.add(last);
    return { speakers, quoted };
  });
}
