import { sameLanguage } from '#lib/text/language-tags';
import type { Codebook } from '#lib/types';
import { compileCodebook } from './compile-codebook';
import { fold } from './term';
import { findTerms } from './term-index';
import { LEAD_PARAGRAPHS } from './units';

export type FittedText = { headline: string; paragraphs: readonly string[]; language?: string };

/**
 * The codebooks to use on some texts when nobody chose any: those of a language the texts are in, and of those that say what
 * they are about, the ones whose subject stands in the headline or lead of at least half the texts. A codebook about gun
 * violence says nothing about a ferry, and its weakest terms would find something there all the same.
 *
 * Texts without a language are taken for English.
 */
export function fittingCodebooks(texts: readonly FittedText[], codebooks: readonly Codebook[]): Codebook[] {
  return codebooks.filter((codebook) => {
    const own = texts.filter(({ language = 'en' }) => sameLanguage(language, codebook.lang));
    if (own.length === 0) return false;
    const { about, index } = compileCodebook(codebook);
    if (about === undefined) return true;
    const onSubject = own.filter(({ headline, paragraphs }) =>
      [headline, ...paragraphs.slice(0, LEAD_PARAGRAPHS)].some((text) => findTerms(index, fold(text)).has(about)),
    );
    return 2 * onSubject.length >= own.length;
  });
}
