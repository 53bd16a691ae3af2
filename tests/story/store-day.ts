import { saveArticle } from '#lib/store/articles';
import type { Store } from '#lib/store/open-store';
import type { Article, StoryArticle } from '#lib/types';

/** Stores articles as they come from a page, not yet placed. */
export async function storeDay(store: Store, day: readonly StoryArticle[]): Promise<Article[]> {
  const articles = day.map(
    ({ id, outlet, title, text, published }): Article => ({
      id,
      version: 1,
      outletId: outlet,
      outletName: outlet,
      url: `https://${outlet}.example/${id}`,
      headline: title,
      fetchedAt: published ?? '',
      paragraphs: [{ id: 'p0', kind: 'paragraph', text, start: 0 }],
      quality: { status: 'full', reasons: [] },
      dropped: [],
      textHash: id.padEnd(64, '0'),
      ...(published === undefined ? {} : { published }),
    }),
  );
  for (const article of articles) await saveArticle(store, article);
  return articles;
}
