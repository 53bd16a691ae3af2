import { primaryTag } from '../../text/language-tags';
import { textType } from '../dialect';
import type { Store } from '../schema';
import { createSearch, indexText } from '../search';
import { rankAt } from '../story-rows';
import { index } from './columns-of';

/** Full-text search, the order of the first page, and the language of each article to filter by. */
export async function searchAndRank(store: Store): Promise<void> {
  const { db, dialect } = store;
  await createSearch(store);
  await db.schema.alterTable('articles').addColumn('language', textType(dialect)).execute();
  await db.schema.alterTable('stories').dropColumn('search_text').execute();
  await db.schema
    .alterTable('stories')
    .addColumn('rank_at', textType(dialect), (column) => column.notNull().defaultTo(''))
    .execute();
  await index(db, 'stories', 'stories_rank', ['rank_at', 'id', 'outlet_count']);
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('articles')
      .innerJoin('article_versions', (join) =>
        join
          .onRef('article_versions.article_id', '=', 'articles.id')
          .onRef('article_versions.version', '=', 'articles.version'),
      )
      .select(['articles.id', 'article_versions.headline', 'paragraphs', 'article_versions.language'])
      .where('articles.id', '>', after)
      .orderBy('articles.id')
      .limit(500)
      .execute();
    for (const { id, headline, paragraphs, language } of rows) {
      await indexText(store, id, { headline, paragraphs: JSON.parse(paragraphs) });
      await db
        .updateTable('articles')
        .set({ language: language === null ? null : primaryTag(language) })
        .where('id', '=', id)
        .execute();
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  for (const { id, sort_at, outlet_count } of await db
    .selectFrom('stories')
    .select(['id', 'sort_at', 'outlet_count'])
    .execute()) {
    await db
      .updateTable('stories')
      .set({ rank_at: rankAt(sort_at, outlet_count) })
      .where('id', '=', id)
      .execute();
  }
}
