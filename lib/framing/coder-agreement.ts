import { type FrameCount, HEADLINE, type Reason } from '#lib/types';
import { type Agreement, krippendorffAlpha } from './agreement';
import type { Proposal } from './coder-answer';
import { type CountedArticle, unitsOf } from './units';

/** One text coded twice: by a codebook's terms and by a second coder. */
export type CodedTwice = { article: CountedArticle; count: FrameCount; proposals: readonly Proposal[] };

/** What a reader said of one sentence a codebook had coded. */
export type SentenceVerdict = { articleId: string; code: string; paragraph: number; sentence: number; right: boolean };

export type CoderAgreement = {
  code: string;
  /** Sentences of the body with five words or more, of all texts together. */
  sentences: number;
  byCodebook: number;
  byCoder: number;
  byBoth: number;
  /** Carries the code or does not, sentence by sentence. */
  withCodebook: Agreement | Reason;
  /** Only the sentences a reader has judged. */
  withReader: Agreement | Reason;
};

/**
 * How far a second coder agrees with a codebook, and with readers where they have judged its hits, for each code one of them
 * gave. Two coders that agree may both be mistaken: this is no measure of being right.
 */
export function coderAgreement(
  texts: readonly CodedTwice[],
  lang: string,
  verdicts: readonly SentenceVerdict[] = [],
): CoderAgreement[] {
  const sentences = texts.flatMap(({ article, count, proposals }) =>
    unitsOf(article, lang)
      .filter((unit) => unit.counted && unit.paragraph !== HEADLINE)
      .map((unit) => ({
        key: `${article.id} ${unit.paragraph} ${unit.sentence}`,
        codebook: codesOf(
          count.hits.filter((hit) => hit.paragraph === unit.paragraph && hit.sentence === unit.sentence),
        ),
        coder: codesOf(
          proposals.filter(
            (each) => each.paragraph === unit.paragraph && each.start >= unit.start && each.start < unit.end,
          ),
        ),
      })),
  );
  const codes = [...new Set(texts.flatMap(({ count }) => count.counts.map(({ code }) => code)))];
  return codes.flatMap((code): CoderAgreement[] => {
    const pairs = sentences.map(({ key, codebook, coder }) => ({
      key,
      codebook: codebook.has(code),
      coder: coder.has(code),
    }));
    const byCodebook = pairs.filter((each) => each.codebook).length;
    const byCoder = pairs.filter((each) => each.coder).length;
    if (byCodebook + byCoder === 0) return [];
    const said = new Map(
      verdicts
        .filter((verdict) => verdict.code === code)
        .map(({ articleId, paragraph, sentence, right }) => [`${articleId} ${paragraph} ${sentence}`, right]),
    );
    return [
      {
        code,
        sentences: pairs.length,
        byCodebook,
        byCoder,
        byBoth: pairs.filter((each) => each.codebook && each.coder).length,
        withCodebook: krippendorffAlpha(pairs.map(({ codebook, coder }) => [answer(codebook), answer(coder)])),
        withReader: krippendorffAlpha(
          pairs.flatMap(({ key, coder }) => {
            const right = said.get(key);
            return right === undefined ? [] : [[answer(right), answer(coder)]];
          }),
        ),
      },
    ];
  });
}

function codesOf(items: readonly { code: string }[]): Set<string> {
  return new Set(items.map(({ code }) => code));
}

function answer(carries: boolean): string {
  return carries ? 'yes' : 'no';
}
