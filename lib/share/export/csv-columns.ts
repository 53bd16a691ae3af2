import { countedOutlets, type Filter, type FrameRow, frameRow } from '#lib/comparison/frame-rows';
import { isUnread, nameOf, type Texts, textAt, textsOf } from '#lib/comparison/texts';
import { verdictOf } from '#lib/comparison/verdicts';
import type { Article, Codebook, Difference, FrameCount, Framing, Hit, Link, Place } from '#lib/types';
import { UNSURE_KINDS } from '#lib/types';
import { archiveAddress } from '../archive-address';
import { KIND_WORDS } from '../difference-words';
import type { Cell } from './csv';

/** One column: its name, what its cells are, what they mean, and how they are read off a row. */
export type Column<Row> = { name: string; type: ColumnType; about: string; of(row: Row): Cell };
export type ColumnType = 'text' | 'code' | 'integer' | 'number' | 'boolean' | 'time' | 'address';

const column = <Row>(name: string, type: ColumnType, about: string, of: (row: Row) => Cell): Column<Row> => ({
  name,
  type,
  about,
  of,
});

const PARAGRAPH = 'counted from 0; -1 is the headline';
const OFFSET = 'in UTF-16 code units into the paragraph';

// ── texts ───────────────────────────────────────────────────────────────────────────────────────

export type TextRow = { article: Article; name: string; texts: Texts };

export const textColumns: Column<TextRow>[] = [
  column('article', 'code', 'Id of the text; the other tables refer to it.', ({ article }) => article.id),
  column('version', 'integer', 'Version of the text, counted from 1.', ({ article }) => article.version),
  column('outlet', 'text', 'Name of the outlet; numbered where it stands here with several texts.', ({ name }) => name),
  column(
    'is_reference',
    'boolean',
    'Whether the others are compared with this text.',
    ({ article, texts }) => article === texts.reference,
  ),
  column('headline', 'text', 'Headline as printed.', ({ article }) => article.headline),
  column('language', 'code', 'BCP 47 tag of its language.', ({ article }) => article.language),
  column('published', 'time', 'When the outlet says it was published.', ({ article }) => article.published),
  column('updated', 'time', 'When the outlet says it was changed.', ({ article }) => article.updated),
  column('read', 'time', 'When it was read.', ({ article }) => article.fetchedAt),
  column(
    'quality',
    'code',
    'full, partial, excerpt, blocked or failed: how much of it could be read.',
    ({ article }) => article.quality.status,
  ),
  column(
    'is_counted',
    'boolean',
    'Whether it is looked at for counts and for what it does not carry.',
    ({ article, texts }) => !isUnread(article, texts.comparison),
  ),
  column('paragraphs', 'integer', 'Paragraphs of its body.', ({ article }) => article.paragraphs.length),
  column(
    'copy_of',
    'code',
    'Id of the text it repeats nearly word for word.',
    ({ article, texts }) => texts.comparison.copies?.find(({ articleId }) => articleId === article.id)?.of,
  ),
  column('sha256', 'code', 'SHA-256 of its wording.', ({ article }) => article.textHash),
  column('address', 'address', 'Where it was read.', ({ article }) => article.url),
  column(
    'archive',
    'address',
    'Where the Internet Archive would have it, from about the time it was read.',
    ({ article }) => (article.url === undefined ? undefined : archiveAddress(article.url, article.fetchedAt)),
  ),
];

export function textRows(texts: Texts): TextRow[] {
  return texts.comparison.articles.map((article) => ({ article, name: nameOf(article, texts.comparison), texts }));
}

// ── links ───────────────────────────────────────────────────────────────────────────────────────

export type LinkRow = PairRow & { link: Link };
type PairRow = { texts: Texts; other: Texts['others'][number] };

const pairColumns: Column<PairRow>[] = [
  column('reference', 'text', 'Outlet of the text the others are compared with.', ({ texts }) => texts.referenceName),
  column('other', 'text', 'Outlet of the other text.', ({ other }) => other.name),
  column('other_article', 'code', 'Id of the other text.', ({ other }) => other.article.id),
];

export const linkColumns: Column<LinkRow>[] = [
  ...pairColumns,
  column('reference_paragraph', 'integer', 'Paragraph of the reference, counted from 0.', ({ link }) => link.reference),
  column('other_paragraph', 'integer', 'Paragraph of the other text, counted from 0.', ({ link }) => link.other),
  column(
    'confidence',
    'number',
    'Estimated probability that the two report the same statement or fact, 0 to 1.',
    ({ link }) => link.confidence,
  ),
  column('tier', 'code', 'strong or possible, as the screen calls it.', ({ link }) => link.tier),
  column('is_moved', 'boolean', 'Whether it crosses the order in which most matches run.', ({ link }) => link.moved),
  column('is_by_hand', 'boolean', 'Whether a person said that the two match.', ({ link }) => link.byHand ?? false),
  column('reference_text', 'text', 'The paragraph of the reference.', ({ texts, link }) =>
    textAt(texts.reference, link.reference),
  ),
  column('other_text', 'text', 'The paragraph of the other text.', ({ other, link }) =>
    textAt(other.article, link.other),
  ),
];

export function linkRows(texts: Texts): LinkRow[] {
  return texts.others.flatMap((other) => (other.pair?.alignment.links ?? []).map((link) => ({ texts, other, link })));
}

// ── differences ─────────────────────────────────────────────────────────────────────────────────

export type DifferenceRow = PairRow & { difference: Difference };

const placeColumns = (side: 'reference' | 'other', name: string): Column<DifferenceRow>[] => {
  const of = (pick: (place: Place) => Cell) => (row: DifferenceRow) => pick(row.difference[side]);
  return [
    column(
      `${side}_paragraph`,
      'integer',
      `Paragraph of ${name}, ${PARAGRAPH}.`,
      of(({ paragraph }) => paragraph),
    ),
    column(
      `${side}_start`,
      'integer',
      `Where its words begin, ${OFFSET}.`,
      of(({ start }) => start),
    ),
    column(
      `${side}_end`,
      'integer',
      `Where its words end, ${OFFSET}, exclusive.`,
      of(({ end }) => end),
    ),
    column(
      `${side}_text`,
      'text',
      `The words in ${name}.`,
      of(({ text }) => text),
    ),
  ];
};

export const differenceColumns: Column<DifferenceRow>[] = [
  ...pairColumns,
  column('kind', 'code', 'Kind of the difference.', ({ difference }) => difference.kind),
  column('kind_name', 'text', 'The same as the screen calls it.', ({ difference }) => KIND_WORDS[difference.kind]),
  column('grade', 'code', 'Finer class inside the kind.', ({ difference }) => difference.grade),
  column(
    'shown',
    'code',
    'open: listed with a number. folded: an agreement or a small difference. asked: of a kind that is right about as often as not, and shown only when asked for.',
    ({ difference }) => shownAs(difference),
  ),
  column(
    'note',
    'text',
    'The difference in words: here is the reference, there the other text.',
    ({ difference }) => difference.note,
  ),
  column('speaker', 'text', 'Who is speaking, where found.', ({ difference }) => difference.speaker),
  ...placeColumns('reference', 'the reference'),
  ...placeColumns('other', 'the other text'),
];

function shownAs({ kind, quiet }: Difference): string {
  return UNSURE_KINDS.includes(kind) ? 'asked' : quiet ? 'folded' : 'open';
}

export function differenceRows({ comparison }: Texts): DifferenceRow[] {
  const texts = textsOf(comparison, { unsure: true });
  return texts.others.flatMap((other) =>
    (other.pair?.wording.differences ?? []).map((difference) => ({ texts, other, difference })),
  );
}

// ── hits ────────────────────────────────────────────────────────────────────────────────────────

export type HitRow = {
  framing: Framing;
  article: Article;
  name: string;
  hit: Hit;
  isCounted: boolean;
  verdict: string | undefined;
};

const codebookColumns: Column<{ framing: Framing }>[] = [
  column('codebook', 'code', 'Id of the codebook.', ({ framing }) => framing.codebook.id),
  column('codebook_version', 'code', 'Its version.', ({ framing }) => framing.codebook.version),
  column('codebook_hash', 'code', 'SHA-256 of the codebook.', ({ framing }) => framing.codebook.hash),
];

export const hitColumns: Column<HitRow>[] = [
  ...codebookColumns,
  column('outlet', 'text', 'Name of the outlet.', ({ name }) => name),
  column('article', 'code', 'Id of the text.', ({ article }) => article.id),
  column(
    'is_counted',
    'boolean',
    'Whether the hit is in the counts: the same text is counted once however many outlets print it.',
    ({ isCounted }) => isCounted,
  ),
  column('code', 'code', 'Frame or label found.', ({ hit }) => hit.code),
  column('code_kind', 'code', 'frame or label.', ({ hit }) => hit.kind),
  column('concept', 'code', 'What a label names.', ({ hit }) => hit.concept),
  column('voice', 'code', 'own (the outlet’s own words), attributed or quoted.', ({ hit }) => hit.voice),
  column('speaker', 'text', 'Who is speaking, where found.', ({ hit }) => hit.speaker),
  column('position', 'code', 'headline, lead (the first three paragraphs) or body.', ({ hit }) => hit.position),
  column('paragraph', 'integer', `Paragraph, ${PARAGRAPH}.`, ({ hit }) => hit.paragraph),
  column('sentence', 'integer', 'Sentence within the paragraph, counted from 0.', ({ hit }) => hit.sentence),
  column('start', 'integer', `Where the matched words begin, ${OFFSET}.`, ({ hit }) => hit.start),
  column('end', 'integer', `Where they end, ${OFFSET}, exclusive.`, ({ hit }) => hit.end),
  column('text', 'text', 'The matched words.', ({ hit }) => hit.text),
  column('verdict', 'code', 'right or wrong, where a reader has judged the hit.', ({ verdict }) => verdict),
  column('pattern', 'text', 'The term of the codebook that matched.', ({ hit }) => hit.pattern),
  column('sentence_text', 'text', 'The sentence they stand in.', ({ article, hit }) =>
    textAt(article, hit.paragraph).slice(hit.sentenceStart, hit.sentenceEnd),
  ),
];

export function hitRows(texts: Texts): HitRow[] {
  const { comparison } = texts;
  return comparison.framing.flatMap((framing) => {
    const counted = new Set(
      countedOutlets(texts, framing).outlets.flatMap(({ counts }) => counts.map(({ articleId }) => articleId)),
    );
    return framing.articles.flatMap(({ articleId, hits }) => {
      const article = comparison.articles.find(({ id }) => id === articleId);
      if (!article) return [];
      const name = nameOf(article, comparison);
      const verdictOn = (hit: Hit) => verdictOf(comparison.verdicts ?? [], framing.codebook.hash, articleId, hit);
      return hits.map((hit) => {
        return { framing, article, name, hit, isCounted: counted.has(articleId), verdict: verdictOn(hit) };
      });
    });
  });
}

// ── counts ──────────────────────────────────────────────────────────────────────────────────────

export type CountRow = { framing: Framing; code: Code; row: FrameRow; mentions: number; words: number };
type Code = { id: string; label: string; kind: 'frame' | 'label'; concept?: string };

export const countColumns: Column<CountRow>[] = [
  ...codebookColumns,
  column('outlet', 'text', 'Name of the outlet.', ({ row }) => row.outlet.name),
  column('code', 'code', 'Frame or label.', ({ code }) => code.id),
  column('code_label', 'text', 'The same as the screen calls it.', ({ code }) => code.label),
  column('code_kind', 'code', 'frame or label.', ({ code }) => code.kind),
  column('concept', 'code', 'What a label names.', ({ code }) => code.concept),
  column(
    'articles',
    'integer',
    'Texts of the outlet that were counted; a copy is counted with the text it repeats.',
    ({ row }) => row.estimate.articles,
  ),
  column('articles_with', 'integer', 'Texts with at least one such sentence.', ({ row }) => row.estimate.articlesWith),
  column('sentences_with', 'integer', 'Sentences of the body with the code (k).', ({ row }) => row.estimate.k),
  column('sentences', 'integer', 'Sentences of the body with at least five words (n).', ({ row }) => row.estimate.n),
  column('share', 'number', 'k / n; empty where no sentence was counted.', ({ row }) => row.estimate.share),
  column(
    'interval_low',
    'number',
    'Lower end of the 95 % interval of the share; empty for a single text, which is a complete count.',
    ({ row }) => row.estimate.interval?.low,
  ),
  column('interval_high', 'number', 'Upper end of it.', ({ row }) => row.estimate.interval?.high),
  column(
    'interval_is_rough',
    'boolean',
    'Whether the interval rests on two to four texts.',
    ({ row }) => row.estimate.interval?.rough,
  ),
  column('mentions', 'integer', 'Hits, those in the headline among them.', ({ mentions }) => mentions),
  column('words', 'integer', 'Words of the texts counted.', ({ words }) => words),
  column('mentions_per_1000_words', 'number', 'Mentions per 1,000 words.', ({ mentions, words }) =>
    words === 0 ? undefined : Math.round((100_000 * mentions) / words) / 100,
  ),
  column('unit', 'code', 'What the next six columns count: sentences (frames) or mentions (labels).', ({ code }) =>
    code.kind === 'frame' ? 'sentences' : 'mentions',
  ),
  column('own', 'integer', 'In the outlet’s own words.', ({ row }) => row.byVoice.own),
  column('attributed', 'integer', 'In reported speech.', ({ row }) => row.byVoice.attributed),
  column('quoted', 'integer', 'In quotation marks.', ({ row }) => row.byVoice.quoted),
  column('headline', 'integer', 'In the headline.', ({ row }) => row.byPosition.headline),
  column('lead', 'integer', 'In the first three paragraphs.', ({ row }) => row.byPosition.lead),
  column('body', 'integer', 'Further down.', ({ row }) => row.byPosition.body),
];

const ALL: Filter = { voice: 'all', position: 'all' };

export function countRows(texts: Texts): CountRow[] {
  return texts.comparison.framing.flatMap((framing) => {
    const codebook = texts.comparison.codebooks.find(({ id }) => id === framing.codebook.id);
    if (!codebook) return [];
    const { outlets } = countedOutlets(texts, framing);
    return codesOf(codebook).flatMap((code) =>
      outlets.map((outlet) => ({
        framing,
        code,
        row: frameRow(outlet, code.id, ALL, framing.codebook.hash),
        mentions: mentionsIn(outlet.counts, code.id),
        words: outlet.counts.reduce((sum, { words }) => sum + words, 0),
      })),
    );
  });
}

// Hits, of frames too: what the screen counts of a frame are sentences.
function mentionsIn(counts: readonly FrameCount[], code: string): number {
  return counts.reduce((sum, each) => sum + (each.counts.find((row) => row.code === code)?.mentions ?? 0), 0);
}

function codesOf({ frames, concepts }: Codebook): Code[] {
  return [
    ...frames.map(({ id, label }): Code => ({ id, label, kind: 'frame' })),
    ...concepts.flatMap((concept) =>
      concept.labels.map(({ id, label }): Code => ({ id, label, kind: 'label', concept: concept.id })),
    ),
  ];
}
