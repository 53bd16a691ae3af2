import type { Article } from '#lib/types';

/** "en-GB" → "en". */
function primary(tag: string): string {
  return (tag.split(/[-_]/)[0] ?? tag).toLowerCase();
}

/** "en-GB" and "en" are one language. */
export function sharesTag(a: string, b: string): boolean {
  return primary(a) === primary(b);
}

/** An article whose language is not known is taken to share the language of what it is compared with. */
export function inLanguage(article: Article, language: string): boolean {
  return article.language === undefined || sharesTag(article.language, language);
}

export function sharesLanguage(a: Article, b: Article): boolean {
  return b.language === undefined || inLanguage(a, b.language);
}
