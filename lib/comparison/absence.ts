import { words } from '#lib/text/tokenize';
import type { Article, Comparison, ComparisonSettings } from '#lib/types';

/**
 * A text shorter than this share of the median length had no room for everything, so what it does not carry says nothing.
 * A rule set by hand, not a fitted number.
 */
export const LENGTH_PARITY = 0.6;

export type Absence = {
  /** Whether "no matching paragraph found" may be said of this article. */
  counts(articleId: string): boolean;
  notes: Comparison['notes'];
};

/** Whether an article is looked at for counts and for what it does not carry: a complete one, and any when the reader includes them. */
export function isCounted(article: Article, settings: Pick<ComparisonSettings, 'includePartial'>): boolean {
  return settings.includePartial || article.quality.status === 'full';
}

/** Which articles are complete and long enough that not finding a paragraph in them means something. */
export function judgeAbsence(articles: readonly Article[], settings: ComparisonSettings): Absence {
  const lengths = new Map(articles.map((article) => [article.id, bodyWords(article)]));
  // Texts that could not be read would pull the median down, and with it the length from which silence means something.
  const compared = articles.filter((article) => isCounted(article, settings));
  const least = LENGTH_PARITY * median(compared.map(({ id }) => lengths.get(id) ?? 0));
  const notes: Comparison['notes'] = [];
  const silent = new Set<string>();
  for (const article of articles) {
    const length = lengths.get(article.id) ?? 0;
    if (!isCounted(article, settings)) {
      silent.add(article.id);
      notes.push({
        articleId: article.id,
        reason: {
          code: 'not-complete',
          message: `Only part of this text could be read (${article.quality.status}), so it is left out of the charts and nothing is said about paragraphs it may carry.`,
        },
      });
      continue;
    }
    if (article.quality.status !== 'full') notes.push(included(article));
    if (length < least) {
      silent.add(article.id);
      notes.push({
        articleId: article.id,
        reason: {
          code: 'too-short-for-absence',
          message: `Much shorter than the other texts (${length} words), so nothing is said about paragraphs not found in it.`,
        },
      });
    }
  }
  return { counts: (articleId) => !silent.has(articleId), notes };
}

function included({ id, quality }: Article): Comparison['notes'][number] {
  const message = `Only part of this text could be read (${quality.status}). It is counted because incomplete texts are included: what is not found in it may stand in the part that was not read.`;
  return { articleId: id, reason: { code: 'incomplete-included', message } };
}

export function bodyWords(article: Pick<Article, 'paragraphs'>): number {
  return article.paragraphs.reduce((sum, paragraph) => sum + words(paragraph.text).length, 0);
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
