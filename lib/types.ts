/**
 * The shapes that walk through the house: feed → article → story → alignment → diff → framing → comparison → share.
 *
 * Conventions, everywhere:
 * - offsets are UTF-16 code units, `end` exclusive, into the text of one paragraph (so `text.slice(start, end)` is the evidence);
 * - paragraph and sentence indices count from 0; paragraph `HEADLINE` (-1) is the headline;
 * - timestamps are ISO 8601 with a zone; what is not known is absent, never an empty string;
 * - texts are Unicode NFC.
 */

export type Timestamp = string;
export type Span = { start: number; end: number };

/** Paragraph index that stands for the headline in spans, hits and places. */
export const HEADLINE = -1;

/** Why something was judged or dropped: a stable code for programs, a sentence for people. */
export type Reason = { code: string; message: string };

// ── feed ────────────────────────────────────────────────────────────────────────────────────────

export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'json';

/** One announcement in a feed, before extraction; the same shape whatever the format. Texts are plain text, blocks separated by a blank line. */
export type Entry = {
  /** guid, else canonical link, else a hash of title and day: identity inside its feed. */
  id: string;
  title?: string;
  /** Absolute http(s) address. */
  link?: string;
  published?: Timestamp;
  updated?: Timestamp;
  authors: string[];
  summary?: string;
  content?: string;
};

export type Feed = {
  format: FeedFormat;
  title?: string;
  link?: string;
  language?: string;
  /** The feed's own advice on how long to wait, in seconds (`ttl`, `sy:updatePeriod`). */
  ttlSeconds?: number;
  /** When it asks not to be read (`skipHours`, `skipDays`). */
  quiet?: QuietTimes;
  entries: Entry[];
  /** Entries that could not be kept, and repairs that were needed. */
  problems: Reason[];
};

/** Hours 0–23 and days 0 (Sunday) to 6, both in UTC. */
export type QuietTimes = { hours: number[]; days: number[] };

/** One subscribed feed as the store keeps it. */
export type FeedState = {
  id: string;
  outletId: string;
  url: string;
  title?: string;
  /** Validators exactly as received; kept only after a body that parsed. */
  etag?: string;
  lastModified?: string;
  /** Where it says it has moved for good, and since when it has said so without contradiction. */
  moving?: { to: string; since: Timestamp };
  quiet?: QuietTimes;
  lastTryAt?: Timestamp;
  lastSuccessAt?: Timestamp;
  /** Why the last try failed; absent after a success. */
  lastError?: Reason;
  /** Failed tries in a row. */
  failures: number;
  intervalSeconds: number;
  nextCheckAt: Timestamp;
  /** Told 410, or given up: kept and shown, no longer read. */
  retired: boolean;
  /** Since when somebody has wanted it left unread; absent while it is read. */
  pausedAt?: Timestamp;
  /** Folders it stood in where it was imported from, outermost first. */
  folder?: string[];
};

// ── article ─────────────────────────────────────────────────────────────────────────────────────

export type ParagraphKind = 'paragraph' | 'heading' | 'quote' | 'list';

export type Paragraph = {
  /** `p0`, `p1` … in reading order, stable within one article version. */
  id: string;
  kind: ParagraphKind;
  text: string;
  /** Offset of this paragraph in the article's body, which is its paragraphs joined by one line feed. */
  start: number;
};

export type QualityStatus = 'full' | 'partial' | 'excerpt' | 'blocked' | 'failed';
export type Quality = { status: QualityStatus; reasons: Reason[] };

/** A block of the page that is not part of the article, and why it was left out. */
export type Dropped = { text: string; reason: Reason };

/** What one page (or a feed's own content, or a pasted text) gives. */
export type Extracted = {
  headline?: string;
  standfirst?: string;
  byline?: string;
  published?: Timestamp;
  updated?: Timestamp;
  /** BCP 47 tag. */
  language?: string;
  canonicalUrl?: string;
  paragraphs: Paragraph[];
  quality: Quality;
  dropped: Dropped[];
};

/** One outlet's text at one moment: what comparisons pin. */
export type Article = {
  /** Stable across versions. */
  id: string;
  /** Counts from 1; a changed text makes a new version and the old one stays. */
  version: number;
  outletId: string;
  outletName: string;
  /** Address the text was read from; absent for a pasted text. */
  url?: string;
  headline: string;
  standfirst?: string;
  byline?: string;
  published?: Timestamp;
  updated?: Timestamp;
  language?: string;
  fetchedAt: Timestamp;
  paragraphs: Paragraph[];
  quality: Quality;
  dropped: Dropped[];
  /** SHA-256 (hex) of the wording: headline and paragraphs without what changes by itself (`hashText`). */
  textHash: string;
};

export type Outlet = {
  id: string;
  name: string;
  /** ISO 3166 alpha-2. */
  country?: string;
  language?: string;
  homepage?: string;
  /** Written for this project, fictional: shown as a sample wherever it appears. */
  sample: boolean;
};

// ── story ───────────────────────────────────────────────────────────────────────────────────────

/** What grouping needs of an article. `published` absent stays absent. */
export type StoryArticle = {
  id: string;
  outlet: string;
  title: string;
  text: string;
  published?: Timestamp;
  language?: string;
  /** What an encoder gave for its beginning, where one is set up. */
  embedding?: Embedding;
};

/** A text as a point in a space in which texts that mean the same stand close together. */
export type Embedding = Float32Array;

/** Why an article stands in a story: words a reader can check. */
export type Evidence = {
  /** The member it is nearest to. */
  nearest: string;
  terms: string[];
  names: string[];
  numbers: string[];
  /** Hours between the two publication times, when both are known. */
  hoursApart?: number;
  /** Share of this text's 5-word shingles also in the nearest article, 0..1; near 1 is wire copy. */
  reuse: number;
  /** Wire copy: the earliest member of another outlet that has nearly the same text. */
  copyOf?: string;
  /** Said only when the article is no report: related to the event, and no evidence that its outlet reported it. */
  kind?: Exclude<ReportKind, 'report'>;
};

/** A live blog, a round-up of several events, an opinion piece, or what most articles are. */
export type ReportKind = 'report' | 'live' | 'round-up' | 'opinion';

export type MembershipStatus = 'suggested' | 'confirmed' | 'removed';
export type Membership = {
  articleId: string;
  storyId: string;
  /** 0..1, calibrated: the share of such placements that are right. The founder of a story has 1. */
  confidence: number;
  status: MembershipStatus;
  evidence: Evidence[];
  /** decided: a person said so. held: the story was corrected by a person while it stood here. No later grouping changes either. */
  byHand?: 'decided' | 'held';
};

/** What the matcher keeps of an article, so that placing the next one reads no text again. */
export type StoryProfile = {
  articleId: string;
  storyId: string;
  outlet: string;
  published?: Timestamp;
  language?: string;
  /** Term → raw weight (before background IDF). Keys are stems. */
  terms: Record<string, number>;
  titleTerms: Record<string, number>;
  names: string[];
  numbers: string[];
  /** Hashed 5-word shingles of the text, for wire copy. */
  shingles: number[];
  /** Stem of a printed name → how prominent it is; most prominent first. */
  actors: Record<string, number>;
  /** Scores, days, ordinals and leading numbers, each with a sign for its kind. */
  marks: string[];
  /** Hashed pairs of neighbouring terms, and hashed 4-word shingles of what stands in quotation marks. */
  pairs: number[];
  quoted: number[];
  kind: ReportKind;
};

/** The matcher's window on what is stored: in memory for a batch, SQL for the product. */
export type StoryIndex = {
  /** How many profiles there are, and in how many each of these terms occurs. */
  frequencies(terms: string[]): Promise<{ documents: number; counts: Map<string, number> }>;
  /** Profiles inside the window that share at least one of these terms, most shared first. */
  candidates(query: { terms: string[]; from?: Timestamp; to?: Timestamp; limit: number }): Promise<StoryProfile[]>;
  members(storyId: string): Promise<StoryProfile[]>;
  add(profile: StoryProfile, membership: Membership): Promise<void>;
  /** By article, those that have one; absent where no encoder is set up. */
  embeddings?(articleIds: readonly string[]): Promise<ReadonlyMap<string, Embedding>>;
};

// ── alignment ───────────────────────────────────────────────────────────────────────────────────

/** strong: confidence >= 0.60; possible: 0.36 to 0.60 and shown as such. */
export type Tier = 'strong' | 'possible';

/** Paragraph `reference` of the reference corresponds to paragraph `other` of the other article. Many-to-many. */
export type Link = {
  reference: number;
  other: number;
  /** Calibrated probability that the two paragraphs share a statement or a fact, 0..1. */
  confidence: number;
  tier: Tier;
  /** Out of the order in which most links run. */
  moved: boolean;
  /** A person said that these two match; the confidence is 1 then. */
  byHand?: true;
};

export type Alignment = {
  /** Sorted by reference, then other. */
  links: Link[];
  /** Paragraphs whose best confidence is below the "no matching paragraph found" cut. Those between the cut and `possible` are in neither list. */
  unmatched: { reference: number[]; other: number[] };
};

// ── diff ────────────────────────────────────────────────────────────────────────────────────────

export const DIFFERENCE_KINDS = [
  'quotation-same', // W1
  'quotation-shortened', // W2
  'quotation-elided', // W3
  'quotation-worded-differently', // W4
  'quotation-paraphrased', // W6
  'quoted-fragment', // W7
  'label', // L1
  'descriptor', // L3
  'attribution-verb', // A1
  'attributed-or-not', // A2
  'figure-same', // N1 (equal, rounded or qualified)
  'figure-different', // N2
  'certainty', // C1
  'negation', // X1
  'position', // E1
  // Found, and shown only when asked for: they are right half the time or less (lib/diff/measured.ts).
  'quotation-overlapping', // W5
  'label-suggested', // L2
  'actor-named', // G1
] as const;
/** Kinds of differences that are shown only when a reader asks for them. */
export const UNSURE_KINDS: readonly DifferenceKind[] = ['quotation-overlapping', 'label-suggested', 'actor-named'];
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** A span in one article. `text === paragraphText.slice(start, end)`. */
export type Place = { paragraph: number; start: number; end: number; text: string };

export type Difference = {
  kind: DifferenceKind;
  reference: Place;
  other: Place;
  /** Neutral caption, a sentence fragment a reader understands: `“said” here, “claimed” there`. */
  note: string;
  /**
   * Finer class inside a kind: `function-word | content-word | negation-or-number` (quotations worded differently),
   * `equal | rounded | qualified` (figures), `reference-only | other-only` (one-sided kinds), verb classes such as
   * `neutral/distancing` or `same-class` (attribution verbs), the concept's id (labels).
   */
  grade?: string;
  /** Who is speaking, where found. */
  speaker?: string;
  /** Folded away by default: true for agreements (same quotation, equal figure) and function-word variants. */
  quiet: boolean;
};

/** A label mention, handed to the diff stage as data so that it need not know codebooks. */
export type LabelMention = {
  concept: string;
  label: string;
  paragraph: number;
  start: number;
  end: number;
  text: string;
};

export type Change = { kind: 'kept' | 'added' | 'removed'; text: string };

/** The wording of one aligned pair of paragraphs. */
export type Passage = {
  reference: number;
  other: number;
  /** Words both passages use, in any order (greedy string tiling): spans in each paragraph. */
  shared: { reference: Span; other: Span }[];
  /** Only for near-verbatim pairs: word-level changes from reference to other, texts joined give each side back. */
  changes?: Change[];
};

export type WordingDiff = { passages: Passage[]; differences: Difference[]; headline: Passage };

// ── framing ─────────────────────────────────────────────────────────────────────────────────────

/** Whose words: the outlet's own, reported in indirect speech, or inside quotation marks. */
export type Voice = 'own' | 'attributed' | 'quoted';
/** lead: the first three paragraphs. */
export type Position = 'headline' | 'lead' | 'body';

/** One matched term with its place: every count is a list of these. */
export type Hit = {
  /** Frame id, or label id (unique within a codebook). */
  code: string;
  kind: 'frame' | 'label';
  /** For labels: the concept the label names. */
  concept?: string;
  paragraph: number;
  /** Index of the sentence within its paragraph. */
  sentence: number;
  /** Offsets into the paragraph. */
  start: number;
  end: number;
  text: string;
  /** Offsets of the whole sentence in the paragraph. */
  sentenceStart: number;
  sentenceEnd: number;
  /** The codebook pattern that fired, as written there. */
  pattern: string;
  voice: Voice;
  speaker?: string;
  position: Position;
};

export type CodeCount = {
  code: string;
  kind: 'frame' | 'label';
  concept?: string;
  /** k of n: sentences with at least one hit. The headline counts as a sentence of its own and is not in k. */
  sentences: number;
  /** Hits, the headline's included. */
  mentions: number;
  /** Sentences (frames) or mentions (labels) by voice; sums to the count shown. */
  byVoice: Record<Voice, number>;
  byPosition: Record<Position, number>;
};

/** What counting one article with one codebook gives. */
export type FrameCount = {
  articleId: string;
  /** n: body sentences with at least five words. */
  sentences: number;
  words: number;
  hits: Hit[];
  /** One row a code of the codebook, zero rows included. */
  counts: CodeCount[];
};

/** `weight` (1 when absent): a sentence carries a frame when the hits of its rules weigh 1 or more together. */
export type CodebookTerm = ({ any: string[] } | { all: string[][]; within?: 'sentence' } | { regex: string }) & {
  weight?: number;
};

/** Texts coded by people, and how the frame as their main frame agreed with them. */
export type Measured = {
  /** Which texts. */
  on: string;
  /** How many of them people gave this frame. */
  n: number;
  precision: number;
  recall: number;
  f1: number;
  /** The command that prints the figures. */
  how: string;
};

export type FrameCode = {
  id: string;
  label: string;
  definition: string;
  question: string;
  /** People disagree about this one: off by default, marked. */
  exploratory?: boolean;
  include: CodebookTerm[];
  exclude?: string[];
  /** Ids of `topics` of which one must also be in the sentence. */
  requires?: string[];
  examples: { text: string; code: boolean; why?: string }[];
  reliability?: { alpha?: number; source: string; checked?: number; right?: number; measured?: Measured };
};

export type ConceptCode = {
  id: string;
  label: string;
  definition: string;
  /** Without an anchor every mention of a label counts. */
  anchor?: { terms: string[]; window: number };
  /** "the crisis" within `maxSentences` of an anchored mention. */
  follow?: { determiners: string[]; maxSentences: number };
  labels: { id: string; label: string; terms: string[]; exclude?: string[] }[];
  never?: string[];
  examples: { text: string; label: string | null; why?: string }[];
};

export type Codebook = {
  schema: 'codebook/1';
  id: string;
  version: string;
  lang: string;
  title: string;
  description: string;
  author: string;
  licence: string;
  basedOn: string[];
  unit: 'sentence';
  topics?: { id: string; terms: string[] }[];
  /** Terms of its subject: unasked, it is used only on texts that hold one early on. Absent: on any text of its language. */
  about?: string[];
  frames: FrameCode[];
  concepts: ConceptCode[];
};

// ── comparison ──────────────────────────────────────────────────────────────────────────────────

export type ComparisonSettings = {
  /** Article id of the text the others are compared with. */
  reference: string;
  /** Codebook ids in the order shown. */
  codebooks: string[];
  /** Articles that are partial, excerpt or blocked stay out of gaps and charts unless true. */
  includePartial: boolean;
};

export type CodebookStamp = { id: string; version: string; hash: string };

/** What a person said of a paragraph of the reference and one of another text: that they match, or that they do not. */
export type LinkCorrection = { articleId: string; reference: number; other: number; linked: boolean };

/**
 * What a reader said of one hit: that its code is right there, or wrong. It changes no count; it says how far the counts can be
 * relied on. The place is the hit's, so it belongs to one version of the text and one version of the codebook.
 */
export type Verdict = {
  articleId: string;
  /** Hash of the codebook. */
  codebook: string;
  code: string;
  paragraph: number;
  start: number;
  end: number;
  said: 'right' | 'wrong';
};

/** Article `articleId` has nearly the same text as `of`, another outlet's, which is the earliest that has it. */
export type TextCopy = { articleId: string; of: string };

/** One other article against the reference. */
export type Pair = { other: string; alignment: Alignment; wording: WordingDiff };

export type Framing = { codebook: CodebookStamp; articles: FrameCount[] };

/** Pure function of (article versions, reference, settings, codebooks, corrections, software version): same input, same bytes. */
export type Comparison = {
  schema: 'comparison/1';
  software: { name: string; version: string };
  title: string;
  settings: ComparisonSettings;
  /** Outlets alphabetical; the reference is one of them. */
  articles: Article[];
  outlets: Outlet[];
  pairs: Pair[];
  framing: Framing[];
  /** The codebooks themselves, so that a frozen comparison needs nothing else. */
  codebooks: Codebook[];
  /** What was left out or deserves a warning (too short, other language, partial text). */
  notes: { articleId?: string; reason: Reason }[];
  /** Matches corrected by hand; absent when there are none. */
  linkCorrections?: LinkCorrection[];
  /** Texts counted once with another; absent when there are none. */
  copies?: TextCopy[];
  /** Hits a reader has judged; absent when there are none. */
  verdicts?: Verdict[];
};

// ── share ───────────────────────────────────────────────────────────────────────────────────────

/** How the comparison was being looked at when it was shared: the query string of the view, without outlets' texts. */
export type ViewState = Record<string, string>;

/** Canonical JSON of this is hashed; the id is the hash's beginning. */
export type FrozenDocument = { schema: 'frozen/1'; comparison: Comparison; view: ViewState };

/** What a reader without a claim to the whole texts gets of a frozen comparison: no document of its own, and not imported anywhere. */
export type ExcerptDocument = {
  schema: 'frozen-excerpt/1';
  /** Id of the frozen comparison it is taken from; the id of nothing else. */
  of: string;
  /** What it is, in words. */
  about: string;
  excerpt: Excerpt;
  comparison: Comparison;
  view: ViewState;
};

export type Excerpt = {
  /** Longest passage, in words. */
  passageWords: number;
  /** Words of each body, and how many of them are shown. */
  texts: { articleId: string; words: number; shown: number }[];
};
