import { copiedFrom, sketch } from '#lib/story/text-reuse';
import { words } from '#lib/text/tokenize';
import type { Article, Comparison, TextCopy } from '#lib/types';

/**
 * Texts that repeat another outlet's nearly word for word, each with the earliest that has it. Looked for in the texts at hand and not
 * taken from the story: pasted texts stand in none, and a frozen comparison must carry it.
 *
 * Of a text of which only the beginning could be read nothing is said: the rest may be the outlet's own.
 *
 * A chain leads to its beginning: when B repeats A, and C repeats B but has lost too much of A, C counts as a copy of A too.
 */
export function textCopies(articles: readonly Article[]): TextCopy[] {
  const whole = articles.filter(({ quality }) => quality.status === 'full');
  const printed = whole.map(({ id, outletId, published, standfirst = '', paragraphs }) => ({
    articleId: id,
    outlet: outletId,
    ...(published === undefined ? {} : { published }),
    shingles: sketch(words([standfirst, ...paragraphs.map(({ text }) => text)].join('\n'))),
  }));
  const sources = new Map<string, string>();
  for (const text of printed) {
    const source = copiedFrom(text, printed);
    if (source !== undefined) sources.set(text.articleId, source);
  }
  const first = (id: string): string => {
    const source = sources.get(id);
    return source === undefined ? id : first(source);
  };
  return [...sources].map(([articleId, source]) => ({ articleId, of: first(source) }));
}

/** Ids of texts that are one text, the earliest first. */
export function copyGroups(copies: readonly TextCopy[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const { articleId, of } of copies) groups.set(of, [...(groups.get(of) ?? [of]), articleId]);
  return [...groups.values()];
}

export function copyNotes(copies: readonly TextCopy[], articles: readonly Article[]): Comparison['notes'] {
  const find = (id: string) => articles.find((article) => article.id === id);
  return copies.map(({ articleId, of }) => {
    const [copy, source] = [find(articleId), find(of)];
    const isLater = Date.parse(copy?.published ?? '') > Date.parse(source?.published ?? '');
    const when = isLater ? ', which published it earlier' : '';
    const message = `Nearly the same text as ${source?.outletName}${when}. The two are counted once, and both can be read.`;
    return { articleId, reason: { code: 'same-text', message } };
  });
}
