import type { Article, Comparison, Difference, DifferenceKind, Timestamp } from '#lib/types';
import { KIND_WORDS } from './difference-words';

/** One side of a wording: what is marked, and the words around it. */
export type CardSide = { name: string; before: string; marked: string; after: string };

/** What a preview picture says, all of it taken from the comparison. */
export type CardFacts = {
  title: string;
  /** "6 outlets · 24 Feb 2025" */
  kicker: string;
  /** One name an outlet. */
  outlets: string[];
  /** A real pair of wordings; else how often the most widely used frame stands in each text; else nothing. */
  evidence?:
    | { kind: 'wordings'; caption: string; sides: [CardSide, CardSide] }
    | { kind: 'strip'; caption: string; rows: { name: string; sentences: number; of: number }[] };
};

// The kinds a reader sees through at a glance come first; agreements say nothing in a preview.
const TELLING: readonly DifferenceKind[] = [
  'label',
  'quotation-worded-differently',
  'attribution-verb',
  'certainty',
  'figure-different',
  'attributed-or-not',
  'descriptor',
  'quotation-paraphrased',
  'quoted-fragment',
  'negation',
];
/** Rows of a strip that can be told apart at the size of a thumbnail. */
const MOST_ROWS = 5;
/** Letters of context on either side; a preview quotes, it does not reprint. */
const AROUND = 64;

export function cardFacts(comparison: Comparison): CardFacts {
  const outlets = [...new Set(comparison.articles.map((article) => article.outletName))];
  const evidence = wordings(comparison) ?? strip(comparison);
  return {
    title: comparison.title,
    kicker: [`${outlets.length} outlets`, ...days(comparison.articles)].join(' · '),
    outlets,
    ...(evidence === undefined ? {} : { evidence }),
  };
}

function wordings({ articles, pairs, settings }: Comparison): CardFacts['evidence'] {
  const articleOf = (id: string) => articles.find((article) => article.id === id);
  const reference = articleOf(settings.reference);
  const found = pairs
    .flatMap(({ other, wording }) => wording.differences.map((difference) => ({ other: articleOf(other), difference })))
    .filter(({ difference }) => !difference.quiet && rank(difference) >= 0 && isShort(difference))
    // Sorting keeps the order of equals: the first outlet, the paragraph nearest to the top.
    // The headline stands above already, so it comes last.
    .sort((a, b) => inHeadline(a.difference) - inHeadline(b.difference) || rank(a.difference) - rank(b.difference))[0];
  if (!reference || !found?.other) return undefined;
  const { difference, other } = found;
  return {
    kind: 'wordings',
    caption: KIND_WORDS[difference.kind],
    sides: [side(reference, difference.reference), side(other, difference.other)],
  };
}

function rank({ kind }: Difference): number {
  return TELLING.indexOf(kind);
}

function inHeadline({ reference, other }: Difference): number {
  return reference.paragraph < 0 || other.paragraph < 0 ? 1 : 0;
}

// Both must be something to look at, and fit.
function isShort({ reference, other }: Difference): boolean {
  return (
    [reference, other].every(({ text }) => text.trim() !== '' && text.length <= 90) && reference.text !== other.text
  );
}

function side(article: Article, { paragraph, start, end }: Difference['reference']): CardSide {
  const text = paragraph < 0 ? article.headline : (article.paragraphs[paragraph]?.text ?? '');
  const room = Math.max(20, AROUND - Math.floor((end - start) / 2));
  return {
    name: article.outletName,
    before: lastWords(text.slice(0, start), room),
    marked: text.slice(start, end),
    after: firstWords(text.slice(end), room),
  };
}

function firstWords(text: string, room: number): string {
  if (text.length <= room) return text;
  const cut = edgesOf(text).findLast((edge) => edge <= room) ?? 0;
  return `${text.slice(0, cut).trimEnd()} …`;
}

function lastWords(text: string, room: number): string {
  if (text.length <= room) return text;
  const cut = edgesOf(text).find((edge) => text.length - edge <= room) ?? text.length;
  // What ends the sentence before is no beginning.
  return `… ${text.slice(cut).replace(/^[\s.,;:!?”’»)]+/u, '')}`;
}

// Where words begin, in scripts without spaces too.
function edgesOf(text: string): number[] {
  return [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)].map(({ index }) => index);
}

function strip({ framing, codebooks, articles }: Comparison): CardFacts['evidence'] {
  const frames = framing.flatMap(({ codebook, articles: counted }) =>
    (codebooks.find(({ id }) => id === codebook.id)?.frames ?? []).map((frame) => {
      const rows = counted.flatMap(({ articleId, sentences, counts }) => {
        const name = articles.find(({ id }) => id === articleId)?.outletName;
        const k = counts.find(({ code }) => code === frame.id)?.sentences ?? 0;
        return name === undefined || sentences === 0 ? [] : [{ name, sentences: k, of: sentences }];
      });
      return { label: frame.label, rows, spread: spreadOf(rows) };
    }),
  );
  const widest = frames.reduce<(typeof frames)[number] | undefined>(
    (best, each) => (each.spread > (best?.spread ?? 0) ? each : best),
    undefined,
  );
  if (!widest || widest.rows.length < 2) return undefined;
  return { kind: 'strip', caption: `${widest.label}: sentences with it`, rows: widest.rows.slice(0, MOST_ROWS) };
}

function spreadOf(rows: readonly { sentences: number; of: number }[]): number {
  const shares = rows.map(({ sentences, of }) => sentences / of);
  return Math.max(0, ...shares) - Math.min(1, ...shares);
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function days(articles: readonly Article[]): string[] {
  const instants = articles
    .flatMap(({ published }) => published ?? [])
    .map((at) => Date.parse(at))
    .filter((at) => !Number.isNaN(at))
    .sort((a, b) => a - b);
  const [first, last] = [instants[0], instants.at(-1)];
  if (first === undefined || last === undefined) return [];
  const [from, to] = [day(new Date(first).toISOString()), day(new Date(last).toISOString())];
  return [from === to ? from : `${from} to ${to}`];
}

function day(at: Timestamp): string {
  const [year, month, date] = at.slice(0, 10).split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}
