import { type Article, type Comparison, type Pair, UNSURE_KINDS } from '../types';
import { isCounted } from './absence';

/** One other text with its pair; a text in another language has none. */
export type Other = {
  article: Article;
  name: string;
  pair?: Pair;
  judged: boolean;
  /** The outlet whose text this one repeats. */
  copyOf?: string;
};

/** The comparison as the views walk through it. */
export type Texts = { comparison: Comparison; reference: Article; referenceName: string; others: Other[] };

// Reasons for which "no matching paragraph found" is not said of a text.
const SILENT = ['not-complete', 'too-short-for-absence', 'text-too-long', 'other-language'];

/** @param unsure also the kinds of differences that are shown only when asked for */
export function textsOf(comparison: Comparison, { unsure = false } = {}): Texts {
  const reference =
    comparison.articles.find((article) => article.id === comparison.settings.reference) ?? comparison.articles[0];
  if (!reference) throw new Error('A comparison without texts.');
  const others = comparison.articles
    .filter((article) => article !== reference)
    .map((article): Other => {
      const pair = comparison.pairs.find((each) => each.other === article.id);
      return {
        article,
        name: nameOf(article, comparison),
        judged: pair !== undefined && !isSilent(article.id, comparison),
        ...copyOfText(article.id, comparison),
        ...(pair === undefined ? {} : { pair: unsure ? pair : withoutUnsure(pair) }),
      };
    });
  return { comparison, reference, referenceName: nameOf(reference, comparison), others };
}

function copyOfText(articleId: string, comparison: Comparison): { copyOf?: string } {
  const copyOf = sameTextAs(articleId, comparison);
  return copyOf === undefined ? {} : { copyOf };
}

/** Name of the outlet whose text this article repeats; undefined when it repeats none. */
export function sameTextAs(articleId: string, comparison: Comparison): string | undefined {
  const of = comparison.copies?.find((copy) => copy.articleId === articleId)?.of;
  const source = comparison.articles.find((article) => article.id === of);
  return source && nameOf(source, comparison);
}

/** Outlets compared, and how many different texts they print: fewer where some repeat another's. */
export function outletsAndTexts({ articles, copies = [] }: Comparison): { outlets: number; independent: number } {
  const copied = new Set(copies.map(({ articleId }) => articleId));
  const outlets = (all: readonly Article[]) => new Set(all.map(({ outletId }) => outletId)).size;
  return { outlets: outlets(articles), independent: outlets(articles.filter(({ id }) => !copied.has(id))) };
}

/** One id for each text, the same for all of its copies. */
function textOf(articleId: string, { copies = [] }: Comparison): string {
  return copies.find((copy) => copy.articleId === articleId)?.of ?? articleId;
}

function withoutUnsure(pair: Pair): Pair {
  const differences = pair.wording.differences.filter(({ kind }) => !UNSURE_KINDS.includes(kind));
  return { ...pair, wording: { ...pair.wording, differences } };
}

export function isSilent(articleId: string, comparison: Comparison): boolean {
  return comparison.notes.some((note) => note.articleId === articleId && SILENT.includes(note.reason.code));
}

/** Not complete, and not included by choice: what it does not have is not known. */
export function isUnread(article: Article, { settings }: Comparison): boolean {
  return !isCounted(article, settings);
}

/** The outlet's name; where an outlet stands here with several texts, a number after it in order of time. */
export function nameOf(article: Article, comparison: Comparison): string {
  const same = comparison.articles
    .filter((each) => each.outletId === article.outletId)
    .sort((a, b) => instant(a) - instant(b) || compare(a.id, b.id));
  return same.length < 2 ? article.outletName : `${article.outletName} (${same.indexOf(article) + 1})`;
}

// Instants, not strings: times come with different zones.
function instant({ published }: Article): number {
  return published === undefined ? 0 : Date.parse(published);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function isSample(article: Article, comparison: Comparison): boolean {
  return comparison.outlets.some((outlet) => outlet.id === article.outletId && outlet.sample);
}

export type Carrying = {
  /** Complete texts with a strong match, of all complete ones: what the heat strip shows. Copies are one text, and the reference's none. */
  carried: number;
  of: number;
  /** Complete texts, every copy counted: those of which "no matching paragraph found" may be said. */
  judged: number;
  /** Texts with a strong match that are not complete, or too short: shown, not counted. */
  beside: number;
  /** Texts with no more than a possible match. */
  possible: number;
};

/**
 * How many other texts carry a paragraph of the reference. Texts of which nothing is said when they do not carry it are
 * not in the denominator either: a text that could not be read must not make a paragraph look rare.
 */
export function carryingOf({ comparison, reference, others }: Texts, paragraph: number): Carrying {
  const tier = ({ pair }: Other) => {
    const tiers = (pair?.alignment.links ?? []).filter((link) => link.reference === paragraph).map((link) => link.tier);
    return tiers.includes('strong') ? 'strong' : tiers.includes('possible') ? 'possible' : undefined;
  };
  const strong = others.filter((other) => tier(other) === 'strong');
  const own = textOf(reference.id, comparison);
  const different = (all: readonly Other[]) => {
    const ids = all.filter((other) => other.judged).map(({ article }) => textOf(article.id, comparison));
    return new Set(ids.filter((id) => id !== own)).size;
  };
  return {
    carried: different(strong),
    of: different(others),
    judged: others.filter((other) => other.judged).length,
    beside: strong.filter((other) => !other.judged).length,
    possible: others.filter((other) => tier(other) === 'possible').length,
  };
}

/** Text of a paragraph, or the headline for −1. */
export function textAt(article: Article, paragraph: number): string {
  return paragraph < 0 ? article.headline : (article.paragraphs[paragraph]?.text ?? '');
}
