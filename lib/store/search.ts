import { type RawBuilder, sql } from 'kysely';
import { tokenize } from '../text/tokenize';
import type { Paragraph } from '../types';
import { storable } from './columns';
import type { Store } from './schema';

/**
 * Full-text search over headlines and texts: FTS5 on SQLite, a tsvector on PostgreSQL. Words are cut by our own tokenizer
 * before either sees them, so that both find the same, in Chinese as in English; neither stems. A search word finds every
 * word that begins with it ("vot" → vote, votes, voted): plain, the same in all languages, and wrong in ways a reader sees.
 */
export async function createSearch({ db, dialect }: Pick<Store, 'db' | 'dialect'>): Promise<void> {
  if (dialect === 'postgres') {
    await sql`create table article_search (article_id text collate "C" primary key, words tsvector not null)`.execute(
      db,
    );
    await sql`create index article_search_words on article_search using gin (words)`.execute(db);
    return;
  }
  // Row numbers of their own: those of `articles` change when a backup compacts the file.
  await sql`create table search_rows (id integer primary key, article_id text not null unique)`.execute(db);
  // Without content: the texts stand in article_versions already.
  await sql`create virtual table article_search using fts5(words, content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 categories ''L* M* N* Co'' remove_diacritics 0')`.execute(
    db,
  );
}

/** Makes a text findable, in place of what was known of the article before. */
export async function indexText(
  inside: Store,
  articleId: string,
  text: { headline: string; paragraphs: readonly Pick<Paragraph, 'text'>[] },
): Promise<void> {
  const words = searchWords([text.headline, ...text.paragraphs.map((each) => each.text)].join('\n'));
  if (inside.dialect === 'postgres') {
    await sql`insert into article_search (article_id, words) values (${articleId}, array_to_tsvector(${words}::text[]))
      on conflict (article_id) do update set words = excluded.words`.execute(inside.db);
    return;
  }
  await unindexTexts(inside, [articleId]);
  await sql`insert into search_rows (article_id) values (${articleId})`.execute(inside.db);
  await sql`insert into article_search (rowid, words) select id, ${words.join(' ')} from search_rows where article_id = ${articleId}`.execute(
    inside.db,
  );
}

export async function unindexTexts({ db, dialect }: Store, articleIds: readonly string[]): Promise<void> {
  if (articleIds.length === 0) return;
  const these = sql`article_id in (${sql.join(articleIds)})`;
  if (dialect === 'postgres') {
    await sql`delete from article_search where ${these}`.execute(db);
    return;
  }
  await sql`delete from article_search where rowid in (select id from search_rows where ${these})`.execute(db);
  await sql`delete from search_rows where ${these}`.execute(db);
}

/**
 * Ids of the articles whose headline and text together hold every word of the search, as a subquery; undefined when the
 * search is blank; one that holds only signs finds nothing. This is the one place that knows how texts are searched.
 */
export function foundArticles({ dialect }: Store, search: string): RawBuilder<string> | undefined {
  if (search.trim() === '') return undefined;
  const words = searchWords(search).slice(0, MOST_WORDS);
  if (words.length === 0) return NONE;
  if (dialect === 'postgres') {
    const query = words.map((word) => `'${word}':*`).join(' & ');
    return sql`select article_id from article_search where words @@ ${query}::tsquery`;
  }
  const query = words.map((word) => `"${word}" *`).join(' AND ');
  return sql`select article_id from search_rows where id in (select rowid from article_search where article_search match ${query})`;
}

const NONE = sql<string>`select id from articles where 1 = 0`;
const MOST_WORDS = 20;
/** PostgreSQL takes no longer word. */
const LONGEST_WORD = 200;
const ACCENTS = /[\u0300-\u036f]/g;

/** Distinct words of a text in the form that is indexed and searched: "Café-Müller’s 2,480" → cafe, muller, 2, 480. */
export function searchWords(text: string): string[] {
  const words = new Set<string>();
  for (const { key } of tokenize(storable(text))) {
    for (const part of key
      .normalize('NFKD')
      .replace(ACCENTS, '')
      .split(/[^\p{L}\p{M}\p{N}]+/u)) {
      if (part !== '') words.add(part.normalize('NFKC').slice(0, LONGEST_WORD).toWellFormed());
    }
  }
  return [...words];
}
