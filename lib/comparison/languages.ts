import { sameLanguage } from '#lib/text/language-tags';
import type { Article } from '#lib/types';

/** An article whose language is not known is taken to share the language of what it is compared with. */
export function inLanguage(article: Article, language: string): boolean {
  return article.language === undefined || sameLanguage(article.language, language);
}

export function sharesLanguage(a: Article, b: Article): boolean {
  return b.language === undefined || inLanguage(a, b.language);
}
