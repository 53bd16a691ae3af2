import { type Article, type Comparison, type Difference, UNSURE_KINDS } from '#lib/types';
import { KIND_WORDS } from './difference-words';

/** A passage of the reference and what the others have at its place. */
export type SheetPassage = {
  /** Counts from 1. */
  number: number;
  texts: { name: string; language?: string; text: string }[];
  /** What the program found, for the answers: "Outlet B: Called differently: “crisis” here, “war” there". */
  found: string[];
};

/** More would not be worked through in a lesson. */
const MOST_PASSAGES = 6;
/** Texts beside each other on a sheet of paper. */
const MOST_TEXTS = 3;
/** Longer passages leave no room to write. */
const MOST_LETTERS = 700;

/**
 * Passages for a worksheet, in the order of the reference: those of which at least one other text has a sure match, first the
 * ones with most differences in wording, since there is most to find in them.
 */
export function worksheetPassages(comparison: Comparison): SheetPassage[] {
  const reference = comparison.articles.find(({ id }) => id === comparison.settings.reference);
  if (!reference) return [];
  const rows = reference.paragraphs.flatMap(({ text, kind }, paragraph) => {
    if (kind === 'heading' || text.length > MOST_LETTERS) return [];
    const others = matchesAt(comparison, paragraph).slice(0, MOST_TEXTS - 1);
    if (others.length === 0) return [];
    const weight = others.reduce((sum, { differences }) => sum + differences.length, 0);
    return [{ paragraph, text, others, weight }];
  });
  return [...rows]
    .sort((a, b) => b.weight - a.weight || b.others.length - a.others.length || a.paragraph - b.paragraph)
    .slice(0, MOST_PASSAGES)
    .sort((a, b) => a.paragraph - b.paragraph)
    .map(({ text, others }, at) => ({
      number: at + 1,
      texts: [
        textOf(reference, text),
        ...others.map(({ article, paragraphs }) =>
          textOf(article, paragraphs.map((index) => article.paragraphs[index]?.text ?? '').join(' ')),
        ),
      ],
      found: others.flatMap(({ article, differences }) =>
        differences.map(({ kind, note }) => `${article.outletName}: ${KIND_WORDS[kind]}: ${note}`),
      ),
    }));
}

function textOf({ outletName, language }: Article, text: string): SheetPassage['texts'][number] {
  return { name: outletName, text, ...(language === undefined ? {} : { language }) };
}

type Match = { article: Article; paragraphs: number[]; differences: Difference[] };

function matchesAt({ articles, pairs }: Comparison, paragraph: number): Match[] {
  return pairs
    .flatMap(({ other, alignment, wording }): Match[] => {
      const article = articles.find(({ id }) => id === other);
      const links = alignment.links.filter((link) => link.reference === paragraph && link.tier === 'strong');
      const paragraphs = links.map((link) => link.other).sort((a, b) => a - b);
      const length = paragraphs.reduce((sum, index) => sum + (article?.paragraphs[index]?.text.length ?? 0), 0);
      if (!article || paragraphs.length === 0 || length > MOST_LETTERS) return [];
      const differences = wording.differences.filter(
        (each) =>
          !each.quiet &&
          // A sheet of answers holds no guesses.
          !UNSURE_KINDS.includes(each.kind) &&
          each.reference.paragraph === paragraph &&
          paragraphs.includes(each.other.paragraph),
      );
      return [{ article, paragraphs, differences }];
    })
    .sort((a, b) => b.differences.length - a.differences.length);
}
