import { alignPrepared } from '#lib/alignment/align-paragraphs';
import { type Prepared, prepareArticle } from '#lib/alignment/prepare';
import { relink } from '#lib/alignment/relink';
import { diffPrepared, prepareWording } from '#lib/diff/diff-wording';
import { SynopticError } from '#lib/errors';
import { codebookHash } from '#lib/framing/codebook';
import { countFrames } from '#lib/framing/count-frames';
import type {
  Alignment,
  Article,
  Codebook,
  Comparison,
  ComparisonSettings,
  Embedding,
  FrameCount,
  Framing,
  Hit,
  LabelMention,
  LinkCorrection,
  Outlet,
  Pair,
} from '#lib/types';
import { type Absence, isCounted, judgeAbsence } from './absence';
import { encoderNotes } from './encoder-notes';
import { labelMentions } from './label-mentions';
import { inLanguage, sharesLanguage } from './languages';
import { isAlignable, languageNotes, lengthNotes } from './left-out';
import { copyNotes, textCopies } from './text-copies';

export type CompareInput = {
  title: string;
  articles: Article[];
  outlets: Outlet[];
  settings: ComparisonSettings;
  codebooks: Codebook[];
  software: { name: string; version: string };
  /** Matches a person has made or parted. */
  linkCorrections?: LinkCorrection[];
  /**
   * Pairs worked out before, by the id of the other text (`pairKey` says what one rests on). The others are added to it: aligning
   * and differencing is nine tenths of the work, and a text more or another title changes no pair.
   */
  pairs?: Map<string, ComparedPair>;
  /** What an encoder gave, where one is set up. */
  encoded?: Encoded;
};

/** Embeddings by article, one a paragraph, and whose they are: another encoder's make another comparison. */
export type Encoded = { encoder: string; model: string; embeddings: ReadonlyMap<string, readonly Embedding[]> };

/** What two versions have in common and how they word it, before it is asked whether silence means something. */
export type ComparedPair = { alignment: Alignment; wording: Pair['wording'] };

/**
 * Chosen articles + settings → one comparison. Pure: the same input gives the same bytes, whatever order the articles
 * come in. Articles are pinned to the versions given.
 *
 * @throws SynopticError `bad-input` with fewer than two articles, two articles of one id, or a reference that is not among them.
 */
export function compareStory(input: CompareInput): Comparison {
  const articles = [...input.articles].sort(byOutlet);
  const reference = articles.find((article) => article.id === input.settings.reference);
  checkArticles(articles, reference);
  const others = articles.filter((article) => article !== reference);

  const framing = input.codebooks.map((codebook) => frame(articles, codebook, input.settings));
  const mentions = mentionsByArticle(framing);
  const absence = judgeAbsence(articles, input.settings);
  const read = readOnce(articles, input.encoded?.embeddings);
  const copies = textCopies(articles);

  return {
    schema: 'comparison/1',
    software: input.software,
    title: input.title,
    settings: input.settings,
    articles,
    outlets: outletsOf(articles, input.outlets),
    pairs: others
      .filter((other) => sharesLanguage(reference, other) && isAlignable(reference) && isAlignable(other))
      .map((other) => pairOf(reference, other, comparePair(input, reference, other, read, mentions), absence)),
    framing,
    codebooks: input.codebooks,
    notes: [
      ...absence.notes,
      ...lengthNotes(articles),
      ...languageNotes(reference, articles, input.codebooks),
      ...copyNotes(copies, articles),
      ...encoderNotes(input.encoded),
    ],
    ...(input.linkCorrections?.length ? { linkCorrections: input.linkCorrections } : {}),
    ...(copies.length > 0 ? { copies } : {}),
  };
}

function correctionsOf({ linkCorrections = [] }: CompareInput, { id }: Article): LinkCorrection[] {
  return linkCorrections.filter(({ articleId }) => articleId === id);
}

function checkArticles(articles: Article[], reference: Article | undefined): asserts reference is Article {
  if (articles.length < 2) {
    throw new SynopticError('bad-input', 'A comparison needs at least two texts.', { subject: 'articles' });
  }
  const ids = new Set(articles.map((article) => article.id));
  if (ids.size < articles.length) {
    throw new SynopticError('bad-input', 'The same article was given twice.', { subject: 'articles' });
  }
  if (!reference) {
    throw new SynopticError('bad-input', 'The reference is not one of the articles compared.', {
      subject: 'reference',
    });
  }
}

// Code-unit order: collation tables differ between machines, and the bytes must not.
function byOutlet(a: Article, b: Article): number {
  return compare(a.outletName, b.outletName) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function outletsOf(articles: Article[], outlets: Outlet[]): Outlet[] {
  const used = new Set(articles.map((article) => article.outletId));
  return outlets.filter((outlet) => used.has(outlet.id)).sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
}

function textsOf(article: Article): string[] {
  return article.paragraphs.map((paragraph) => paragraph.text);
}

type Read = { paragraphs: Prepared[]; wording: ReturnType<typeof prepareWording> };

// Each text is taken apart once, however many it is compared with, and not at all when every pair is known.
function readOnce(
  articles: readonly Article[],
  embeddings: Encoded['embeddings'] = new Map(),
): (article: Article) => Read {
  const read = new Map<string, Read>();
  return (article) => {
    const known = read.get(article.id);
    if (known || !articles.includes(article)) return known ?? unread(article);
    const paragraphs = textsOf(article);
    const wording = prepareWording({ headline: article.headline, paragraphs });
    const found = { paragraphs: prepareArticle(paragraphs, embeddings.get(article.id)), wording };
    read.set(article.id, found);
    return found;
  };
}

function unread({ id }: Article): never {
  throw new SynopticError('internal', 'A text was asked for that is not compared.', { subject: id });
}

function comparePair(
  input: CompareInput,
  reference: Article,
  other: Article,
  read: (article: Article) => Read,
  mentions: Map<string, LabelMention[]>,
): ComparedPair {
  const known = input.pairs?.get(other.id);
  if (known) return known;
  const [left, right] = [read(reference), read(other)];
  const size = { reference: reference.paragraphs.length, other: other.paragraphs.length };
  const alignment = relink(alignPrepared(left.paragraphs, right.paragraphs, size), correctionsOf(input, other));
  const labels = { reference: mentions.get(reference.id) ?? [], other: mentions.get(other.id) ?? [] };
  const compared = { alignment, wording: diffPrepared(left.wording, right.wording, alignment, labels) };
  input.pairs?.set(other.id, compared);
  return compared;
}

function pairOf(reference: Article, other: Article, { alignment, wording }: ComparedPair, absence: Absence): Pair {
  return { other: other.id, alignment: withoutUnprovenAbsence(alignment, reference, other, absence), wording };
}

// "No matching paragraph" in B says something about B's text, so B must be complete and long enough to be silent.
function withoutUnprovenAbsence(alignment: Alignment, reference: Article, other: Article, absence: Absence): Alignment {
  return {
    links: alignment.links,
    unmatched: {
      reference: absence.counts(other.id) ? alignment.unmatched.reference : [],
      other: absence.counts(reference.id) ? alignment.unmatched.other : [],
    },
  };
}

function frame(articles: Article[], codebook: Codebook, settings: ComparisonSettings): Framing {
  const counted = articles.filter((article) => isCounted(article, settings) && inLanguage(article, codebook.lang));
  return {
    codebook: { id: codebook.id, version: codebook.version, hash: codebookHash(codebook) },
    articles: counted.map(
      (article): FrameCount =>
        countFrames({ id: article.id, headline: article.headline, paragraphs: textsOf(article) }, codebook),
    ),
  };
}

function mentionsByArticle(framing: Framing[]): Map<string, LabelMention[]> {
  const hits = new Map<string, Hit[]>();
  for (const { articles } of framing)
    for (const count of articles) hits.set(count.articleId, [...(hits.get(count.articleId) ?? []), ...count.hits]);
  return new Map([...hits].map(([id, all]) => [id, labelMentions(all)]));
}
