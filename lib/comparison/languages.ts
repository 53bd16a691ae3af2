import type { Article } from '#lib/types';

/** "en-GB" → "en". */
function primary(tag: string): string {
  return (tag.split(/[-_]/)[0] ?? tag).toLowerCase();
}

/** An article whose language is not known is taken to share the language of what it is compared with. */
export function inLanguage(article: Article, language: string): boolean {
  return article.language === undefined || primary(article.language) === primary(language);
}

export function sharesLanguage(a: Article, b: Article): boolean {
  return b.language === undefined || inLanguage(a, b.language);
}
