import type { Kysely } from 'kysely';

/**
 * The tables, the same on SQLite and PostgreSQL.
 *
 * Conventions: timestamps are ISO text; a column called `*_at` that orders or limits anything holds UTC with milliseconds,
 * so that text order is time order; what is only shown keeps the text it came with. Booleans are 0 or 1. JSON is text.
 * NULL means not known. Columns called `*_key` hold `keyOf` of a text that may be too long to be indexed.
 */
export type Schema = {
  outlets: OutletRow;
  feeds: FeedRow;
  feed_entries: FeedEntryRow;
  articles: ArticleRow;
  article_versions: ArticleVersionRow;
  page_readings: PageReadingRow;
  stories: StoryRow;
  memberships: MembershipRow;
  corrections: CorrectionRow;
  link_corrections: LinkCorrectionRow;
  dismissed_offers: DismissedOfferRow;
  verdicts: VerdictRow;
  story_profiles: StoryProfileRow;
  story_terms: StoryTermRow;
  term_counts: TermCountRow;
  comparison_cache: ComparisonCacheRow;
  frozen_comparisons: FrozenComparisonRow;
  frozen_tombstones: FrozenTombstoneRow;
  blind_links: BlindLinkRow;
  jobs: JobRow;
  webhook_deliveries: WebhookDeliveryRow;
  comparison_notes: ComparisonNoteRow;
  saved_filters: SavedFilterRow;
  codebook_versions: CodebookVersionRow;
  codings: CodingRow;
  rejected_labels: RejectedLabelRow;
  coder_readings: CoderReadingRow;
  embeddings: EmbeddingRow;
  synoptic_migrations: { name: string };
};

export type Dialect = 'sqlite' | 'postgres';

/** What every store function takes first. Inside `inTransaction` the same shape stands for the transaction. */
export type Store = {
  db: Kysely<Schema>;
  dialect: Dialect;
  /** The same object for a store and every transaction on it: what a process remembers of the store is kept under it. */
  memory: object;
  close(): Promise<void>;
};

export type OutletRow = {
  id: string;
  name: string;
  country: string | null;
  language: string | null;
  homepage: string | null;
  sample: number;
};

export type FeedRow = {
  id: string;
  outlet_id: string;
  url: string;
  url_key: string;
  title: string | null;
  etag: string | null;
  last_modified: string | null;
  moving: string | null;
  quiet: string | null;
  last_try_at: string | null;
  last_success_at: string | null;
  last_error: string | null;
  failures: number;
  interval_seconds: number;
  next_check_at: string;
  due_at: string;
  retired: number;
  paused_at: string | null;
  /** Names of the folders around the feed in the list it came from, outermost first, as JSON. */
  folder: string | null;
  leased_by: string | null;
  lease_ends_at: string | null;
};

export type FeedEntryRow = {
  feed_id: string;
  entry_key: string;
  article_id: string | null;
  recorded_at: string;
  tries: number;
  reason: string | null;
  /** The entry itself, only while it may be tried again. */
  entry: string | null;
  retry_at: string | null;
  /** When the entry says it was updated last, as far as it was seen. */
  updated_at: string | null;
};

/** The newest version's headline facts: identity, and what lists and story rows need without opening a text. */
export type ArticleRow = {
  id: string;
  outlet_id: string;
  outlet_name: string;
  url: string | null;
  url_key: string | null;
  version: number;
  text_hash: string;
  headline: string;
  published: string | null;
  quality_status: string;
  /** Primary language subtag, lower case: `en`. */
  language: string | null;
  /** Published, but never later than fetched: a feed that dates ahead cannot hold the top of the list. */
  sort_at: string;
};

export type ArticleVersionRow = {
  article_id: string;
  version: number;
  outlet_id: string;
  outlet_name: string;
  url: string | null;
  headline: string;
  standfirst: string | null;
  byline: string | null;
  published: string | null;
  updated: string | null;
  language: string | null;
  fetched_at: string;
  paragraphs: string;
  quality: string;
  dropped: string;
  text_hash: string;
};

/** When the page of an article was read, and when it is read again: one row for each article that was read from a page. */
export type PageReadingRow = {
  article_id: string;
  outlet_id: string;
  url: string;
  /** Validators of the page exactly as received. */
  etag: string | null;
  last_modified: string | null;
  /** What the feed carried beside the page: part of what the page's quality is judged by. Kept while the page is read again. */
  feed_text: string | null;
  first_read_at: string;
  last_read_at: string;
  readings: number;
  /** Why the last reading gave nothing; NULL after one that did. */
  reason: string | null;
  /** NULL: not read again by itself. Whoever takes a page moves this on, so that no two read it. */
  due_at: string | null;
};

/** Everything but the id is worked out from the members each time one comes, goes or changes. */
export type StoryRow = {
  id: string;
  title: string;
  sort_at: string;
  first_published: string | null;
  last_published: string | null;
  outlet_count: number;
  confirmed_outlet_count: number;
  article_count: number;
  sample: number;
  headlines: string;
  /** `sort_at`, later the more outlets with a text of their own stand in it: the order of the first page. */
  rank_at: string;
};

export type MembershipRow = {
  article_id: string;
  story_id: string;
  confidence: number;
  status: string;
  evidence: string;
  /** 2: a person decided this; 1: held, because a person has corrected the story; no grouping changes either. */
  by_hand: number;
};

export type CorrectionRow = {
  id: string;
  at: string;
  kind: string;
  from_story: string;
  to_story: string;
  judged: number;
  /** The articles, and every membership as it was before. */
  detail: string;
  undone_at: string | null;
};

/** Two paragraphs, by article and SHA-256 of their text; the article whose id comes first is `a`. */
export type LinkCorrectionRow = {
  article_a: string;
  paragraph_a: string;
  article_b: string;
  paragraph_b: string;
  linked: number;
  at: string;
};

/** A text offered to a story, of which a person has said that it reports another event. */
export type BlindLinkRow = { comparison_id: string; blind_id: string; key: string; at: string };

export type DismissedOfferRow = { story_id: string; article_id: string; at: string };

/** One thing said of one hit; of those at one place the highest `turn` holds. `said`: right, wrong, or withdrawn. */
export type VerdictRow = {
  article_id: string;
  text_hash: string;
  codebook_hash: string;
  code: string;
  paragraph: number;
  from_offset: number;
  to_offset: number;
  turn: number;
  said: string;
  at: string;
  version: number;
  codebook_id: string;
  /** The words of the hit, to read a list of verdicts without opening the texts. */
  hit_text: string;
};

export type StoryProfileRow = {
  article_id: string;
  /** NULL while the article stands in no story. */
  story_id: string | null;
  at: string;
  profile: string;
};

/** `at` is '' for an article without a publication time: it is a candidate in every window. */
export type StoryTermRow = { term: string; at: string; article_id: string };

/** The empty term counts all profiles. */
export type TermCountRow = { term: string; documents: number };

export type ComparisonCacheRow = { key: string; bytes: Uint8Array; saved_at: string };

/** A frozen comparison that was deleted. */
export type FrozenTombstoneRow = { id: string; at: string; reason: string };

export type FrozenComparisonRow = { id: string; title: string; frozen_at: string; bytes: Uint8Array };

export type JobRow = {
  id: string;
  kind: string;
  created_at: string;
  updated_at: string;
  state: string;
  payload: string;
  steps: string;
  result: string | null;
  reason: string | null;
};

/** One row a story. `due_at` is NULL unless it is to be told of; whoever tells of it moves that on, so that no two do. */
export type WebhookDeliveryRow = {
  story_id: string;
  /** known: there before anybody asked to be told; waiting; sent; given-up. */
  state: string;
  tries: number;
  /** Of the last change. */
  at: string;
  due_at: string | null;
  reason: string | null;
};

/** NULL title: the comparison's own. */
export type ComparisonNoteRow = { comparison_id: string; title: string | null; note: string | null; at: string };

/** `query`: what stands behind the question mark of the first page. */
export type SavedFilterRow = { id: string; name: string; query: string; at: string };
/** Numbers count from 1 within an id; the last one is in force. */
export type CodebookVersionRow = {
  id: string;
  number: number;
  version: string;
  hash: string;
  /** NULL: from here on there is no own codebook under this id, and a shipped one of that name is in force again. */
  json: string | null;
  at: string;
  note: string | null;
};

/** `counts` holds the codes that were found: [code, sentences, mentions, own, attributed, quoted] each. */
export type CodingRow = {
  codebook_hash: string;
  article_id: string;
  article_version: number;
  codebook_id: string;
  sentences: number;
  words: number;
  counts: string;
};

/** The phrase whose code units come first is `phrase_a`. */
export type RejectedLabelRow = { codebook_id: string; phrase_a: string; phrase_b: string; at: string };

/** `coder` is a hash of everything that decides the answer besides text and codebook: model and question. */
export type CoderReadingRow = {
  article_id: string;
  article_version: number;
  codebook_hash: string;
  coder: string;
  codebook_id: string;
  model: string;
  answer: string;
  at: string;
};

export type EmbeddingRow = {
  article_id: string;
  article_version: number;
  encoder: string;
  part: string;
  count: number;
  bytes: Uint8Array;
};
