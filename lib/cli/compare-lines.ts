import { hashText } from '#lib/article/text-hash';
import { compareStory } from '#lib/comparison/compare-story';
import { SynopticError } from '#lib/errors';
import { codebooksFitting } from '#lib/pipeline/codebooks';
import { SOFTWARE } from '#lib/software';
import type { Article, Codebook, Comparison, Outlet, Paragraph } from '#lib/types';
import { readBatch, say } from './batch';
import { type ArticleLine, articleLine } from './schemas';

/** A whole JSONL file is one comparison: its good lines are compared, its bad ones reported. */
export async function compareLines(
  file: string,
  reference: string | undefined,
  chosenCodebooks: Codebook[] | undefined,
): Promise<{ comparison: Comparison; failed: number }> {
  const articles: Article[] = [];
  let failed = 0;
  for await (const each of readBatch(file, articleLine)) {
    if (each.ok) articles.push(toArticle(each.input));
    else {
      failed++;
      say(`${each.id ?? ''} ${each.error.code}: ${each.error.message}`.trim());
    }
  }
  const chosen = reference ?? articles[0]?.id;
  if (chosen === undefined)
    throw new SynopticError('bad-input', 'No line of the file is an article.', { subject: '--batch' });
  const codebooks = chosenCodebooks ?? codebooksFitting(articles);
  const comparison = compareStory({
    title: articles.find((article) => article.id === chosen)?.headline ?? '',
    articles,
    outlets: articles
      .map((article): Outlet => ({ id: article.outletId, name: article.outletName, sample: false }))
      .filter(isFirst),
    settings: { reference: chosen, codebooks: codebooks.map((codebook) => codebook.id), includePartial: false },
    codebooks,
    software: SOFTWARE,
  });
  return { comparison, failed };
}

function isFirst(outlet: Outlet, index: number, all: Outlet[]): boolean {
  return all.findIndex((other) => other.id === outlet.id) === index;
}

function toArticle(input: ArticleLine): Article {
  const headline = input.title ?? '';
  const paragraphs = place(input.paragraphs);
  const outlet = input.outlet ?? input.id;
  return {
    id: input.id,
    version: 1,
    outletId: outlet,
    outletName: outlet,
    headline,
    paragraphs,
    quality: { status: 'full', reasons: [] },
    dropped: [],
    // A batch has no moment of reading; the publication time, or the beginning of time, keeps the result repeatable.
    fetchedAt: input.published ?? '1970-01-01T00:00:00Z',
    textHash: hashText(headline, paragraphs),
    ...(input.url === undefined ? {} : { url: input.url }),
    ...(input.published === undefined ? {} : { published: input.published }),
    ...(input.language === undefined ? {} : { language: input.language }),
  };
}

function place(texts: readonly string[]): Paragraph[] {
  let start = 0;
  return texts.map((text, index) => {
    const paragraph: Paragraph = { id: `p${index}`, kind: 'paragraph', text: text.normalize('NFC'), start };
    start += paragraph.text.length + 1;
    return paragraph;
  });
}
