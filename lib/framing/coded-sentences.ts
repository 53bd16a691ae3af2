import type { FrameCount, Span } from '#lib/types';
import type { Proposal } from './coder-answer';
import { type CountedArticle, unitsOf } from './units';

/** One sentence with one code, by whom it has it. Spans are offsets into the sentence. */
export type SentenceByTwo = {
  code: string;
  paragraph: number;
  sentence: number;
  text: string;
  by: 'both' | 'codebook' | 'coder';
  hits: Span[];
  proposed: Span[];
};

/** Every sentence to which a codebook or a second coder gives a code, in the order of the text, headline and fragments too. */
export function sentencesByTwo(
  article: CountedArticle,
  lang: string,
  { count, proposals }: { count: FrameCount; proposals: readonly Proposal[] },
): SentenceByTwo[] {
  const codes = count.counts.map(({ code }) => code);
  return unitsOf(article, lang).flatMap((unit) => {
    const within = ({ start, end }: Span): Span => ({
      start: Math.max(0, start - unit.start),
      end: Math.min(unit.end, end) - unit.start,
    });
    const own = count.hits.filter((hit) => hit.paragraph === unit.paragraph && hit.sentence === unit.sentence);
    const proposed = proposals.filter(
      (each) => each.paragraph === unit.paragraph && each.start >= unit.start && each.start < unit.end,
    );
    return codes.flatMap((code): SentenceByTwo[] => {
      const hits = own.filter((hit) => hit.code === code).map(within);
      const passages = proposed.filter((each) => each.code === code).map(within);
      if (hits.length + passages.length === 0) return [];
      const by = hits.length === 0 ? 'coder' : passages.length === 0 ? 'codebook' : 'both';
      const { paragraph, sentence, text } = unit;
      return [{ code, paragraph, sentence, text, by, hits, proposed: passages }];
    });
  });
}
