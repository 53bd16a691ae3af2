import { bytesType, keyIsTable, textType } from '../dialect';
import type { Store } from '../schema';
import { index, table } from './columns-of';

export async function firstTables({ db, dialect }: Store): Promise<void> {
  const text = textType(dialect);
  const bytes = bytesType(dialect);

  await table(db, 'outlets', {
    id: text,
    name: text,
    'country?': text,
    'language?': text,
    'homepage?': text,
    sample: 'integer',
  })
    .addPrimaryKeyConstraint('outlets_pk', ['id'])
    .execute();

  await table(db, 'feeds', {
    id: text,
    outlet_id: text,
    url: text,
    url_key: text,
    'title?': text,
    'etag?': text,
    'last_modified?': text,
    'last_try_at?': text,
    'last_success_at?': text,
    'last_error?': text,
    failures: 'integer',
    interval_seconds: 'integer',
    next_check_at: text,
    due_at: text,
    retired: 'integer',
    'leased_by?': text,
    'lease_ends_at?': text,
  })
    .addPrimaryKeyConstraint('feeds_pk', ['id'])
    .addUniqueConstraint('feeds_url', ['url_key'])
    .execute();
  await index(db, 'feeds', 'feeds_due', ['retired', 'due_at']);

  await table(db, 'feed_entries', {
    feed_id: text,
    entry_key: text,
    'article_id?': text,
    recorded_at: text,
    tries: 'integer',
    'reason?': text,
    'entry?': text,
    'retry_at?': text,
  })
    .addPrimaryKeyConstraint('feed_entries_pk', ['feed_id', 'entry_key'])
    .addForeignKeyConstraint('feed_entries_feed', ['feed_id'], 'feeds', ['id'], (key) => key.onDelete('cascade'))
    .execute();
  await index(db, 'feed_entries', 'feed_entries_retry', ['retry_at']);

  await table(db, 'articles', {
    id: text,
    outlet_id: text,
    outlet_name: text,
    'url?': text,
    'url_key?': text,
    version: 'integer',
    text_hash: text,
    headline: text,
    'published?': text,
    quality_status: text,
    sort_at: text,
  })
    .addPrimaryKeyConstraint('articles_pk', ['id'])
    .execute();
  await index(db, 'articles', 'articles_url', ['url_key', 'outlet_id']);
  await index(db, 'articles', 'articles_outlet', ['outlet_id', 'sort_at']);

  await table(db, 'article_versions', {
    article_id: text,
    version: 'integer',
    outlet_id: text,
    outlet_name: text,
    'url?': text,
    headline: text,
    'standfirst?': text,
    'byline?': text,
    'published?': text,
    'updated?': text,
    'language?': text,
    fetched_at: text,
    paragraphs: text,
    quality: text,
    dropped: text,
    text_hash: text,
  })
    .addPrimaryKeyConstraint('article_versions_pk', ['article_id', 'version'])
    .addForeignKeyConstraint('article_versions_article', ['article_id'], 'articles', ['id'], (key) =>
      key.onDelete('cascade'),
    )
    .execute();

  await table(db, 'stories', {
    id: text,
    title: text,
    sort_at: text,
    'first_published?': text,
    'last_published?': text,
    outlet_count: 'integer',
    confirmed_outlet_count: 'integer',
    article_count: 'integer',
    sample: 'integer',
    headlines: text,
    search_text: text,
  })
    .addPrimaryKeyConstraint('stories_pk', ['id'])
    .execute();
  await index(db, 'stories', 'stories_newest', ['sort_at', 'id', 'outlet_count']);

  // No foreign key to articles: the index may be asked to group texts that are kept elsewhere.
  await table(db, 'memberships', {
    article_id: text,
    story_id: text,
    confidence: 'double precision',
    status: text,
    evidence: text,
  })
    .addPrimaryKeyConstraint('memberships_pk', ['article_id', 'story_id'])
    .addForeignKeyConstraint('memberships_story', ['story_id'], 'stories', ['id'], (key) => key.onDelete('cascade'))
    .execute();
  await index(db, 'memberships', 'memberships_story_articles', ['story_id', 'article_id']);

  await table(db, 'story_profiles', { article_id: text, 'story_id?': text, at: text, profile: text })
    .addPrimaryKeyConstraint('story_profiles_pk', ['article_id'])
    .execute();
  await index(db, 'story_profiles', 'story_profiles_story', ['story_id']);
  await index(db, 'story_profiles', 'story_profiles_at', ['at']);

  await table(db, 'story_terms', { term: text, at: text, article_id: text })
    .addPrimaryKeyConstraint('story_terms_pk', ['term', 'at', 'article_id'])
    .modifyEnd(keyIsTable(dialect))
    .execute();

  await table(db, 'term_counts', { term: text, documents: 'integer' })
    .addPrimaryKeyConstraint('term_counts_pk', ['term'])
    .modifyEnd(keyIsTable(dialect))
    .execute();

  await table(db, 'comparison_cache', { key: text, bytes, saved_at: text })
    .addPrimaryKeyConstraint('comparison_cache_pk', ['key'])
    .execute();
  await index(db, 'comparison_cache', 'comparison_cache_age', ['saved_at']);

  await table(db, 'frozen_comparisons', { id: text, title: text, frozen_at: text, bytes })
    .addPrimaryKeyConstraint('frozen_comparisons_pk', ['id'])
    .execute();
  await index(db, 'frozen_comparisons', 'frozen_comparisons_newest', ['frozen_at', 'id']);

  await table(db, 'jobs', {
    id: text,
    kind: text,
    created_at: text,
    updated_at: text,
    state: text,
    payload: text,
    steps: text,
    'result?': text,
    'reason?': text,
  })
    .addPrimaryKeyConstraint('jobs_pk', ['id'])
    .execute();
  await index(db, 'jobs', 'jobs_age', ['updated_at']);
}
