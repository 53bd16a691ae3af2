import { CUTS } from '#lib/alignment/weights';
import type { Article, Codebook, Comparison } from '#lib/types';
import { inLanguage, sharesLanguage } from './languages';

type Notes = Comparison['notes'];

/** A text beyond the aligner's limit is shown and counted, but its paragraphs are not lined up. */
export function isAlignable(article: Article): boolean {
  return article.paragraphs.length <= CUTS.paragraphs;
}

export function lengthNotes(articles: readonly Article[]): Notes {
  return articles
    .filter((article) => !isAlignable(article))
    .map((article) => ({
      articleId: article.id,
      reason: {
        code: 'text-too-long',
        message: `Has ${article.paragraphs.length} paragraphs; up to ${CUTS.paragraphs} can be aligned, so its paragraphs are not.`,
      },
    }));
}

/** Texts not aligned because the reference is in another language, and texts no codebook could count. */
export function languageNotes(reference: Article, articles: readonly Article[], codebooks: readonly Codebook[]): Notes {
  return articles.flatMap((article) => [
    ...(sharesLanguage(reference, article) ? [] : [otherLanguage(reference, article)]),
    ...uncounted(article, codebooks),
  ]);
}

function otherLanguage(reference: Article, article: Article): Notes[number] {
  const message = `Written in another language (${article.language}) than the reference (${reference.language}); paragraphs are not aligned.`;
  return { articleId: article.id, reason: { code: 'other-language', message } };
}

function uncounted(article: Article, codebooks: readonly Codebook[]): Notes {
  const foreign = codebooks.filter((codebook) => !inLanguage(article, codebook.lang));
  // One that can count it is enough: each codebook's chart names the texts it left out.
  if (foreign.length === 0 || foreign.length < codebooks.length) return [];
  const titles = foreign.map((codebook) => `“${codebook.title}”`).join(', ');
  const message = `Not counted with ${titles}: ${foreign.length === 1 ? 'it is' : 'they are'} written for another language.`;
  return [{ articleId: article.id, reason: { code: 'codebook-language', message } }];
}
