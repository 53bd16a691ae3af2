import { findMainContent, parseHtmlStrictly } from '#lib/html';
import type { Dropped, Paragraph } from '#lib/types';
import { type Block, walkBlocks } from './blocks';
import { dropBoilerplate, type PageFacts } from './boilerplate';
import type { PageElements } from './page-elements';
import { toParagraphs } from './paragraphs';
import { restoreParagraphs } from './restore-paragraphs';
import { textColumn } from './text-column';

export type Body = { paragraphs: Paragraph[]; dropped: Dropped[] };

// Under this many characters the fast parser may have misplaced the body; the standard one is asked before giving up.
const SCANTY = 250;
// Above this many characters the standard parser takes longer than a page may (3 s a megabyte).
const MOST_FOR_STRICT = 1_000_000;
// Long enough not to be a teaser or one post of a live page.
const WHOLE_ARTICLE = 1_500;

/** What no reader sees as text. Readability would walk through all of it, and a `<template>` in the head makes it throw. */
export function removeSilent({ tagged }: PageElements): void {
  for (const element of tagged('script', 'style', 'noscript', 'svg', 'iframe', 'link')) element.remove();
}

/** Pages that go on with the next story: what follows the `<article>` that holds the page's h1 and a whole text is not this article. */
export function removeOtherArticles(document: Document): void {
  const articles = [...document.querySelectorAll('article')];
  const length = (article: Element) =>
    [...article.querySelectorAll('p')].reduce((sum, paragraph) => sum + (paragraph.textContent?.length ?? 0), 0);
  const main = articles.findIndex((article) => article.querySelector('h1') && length(article) >= WHOLE_ARTICLE);
  const own = articles[main];
  if (!own) return;
  for (const other of articles.slice(main + 1)) if (!own.contains(other)) other.remove();
}

// Readability's answer stands unless it is short and the page's prose column holds much more. A long answer beside a longer column
// means that the column took in other articles. Chosen on one half of 174 pages, checked on the other.
const SHORT_ANSWER = 1_000;
const COLUMN_WINS = 0.6;

/** The article's paragraphs, by the first of three ways that gives enough. Rewrites `document`. */
export function chooseBody(html: string, document: Document, blocks: Block[], page: PageFacts): Body {
  const inColumn = dropBoilerplate(textColumn(blocks, document.body), page);
  const column = bodyOf(inColumn);
  // Readability moves elements about, so what stood beside what is noted before.
  const beside = inColumn.kept.map((block) => ({ block, parent: block.element?.parentElement ?? null }));
  const found = attempt(() => {
    const { kept, dropped } = dropBoilerplate(withPageHints(contentBlocks(document), blocks), page);
    return bodyOf({ kept: restoreParagraphs(kept, beside), dropped });
  });
  if (stands(found, column)) return found;
  if (size(column) >= SHORT_ANSWER) return column;
  const strict =
    html.length > MOST_FOR_STRICT
      ? undefined
      : attempt(() => bodyOf(dropBoilerplate(contentBlocks(parseHtmlStrictly(html)), page)));
  if (stands(strict, column)) return strict;
  return size(column) > Math.max(size(found), size(strict)) ? column : (longer(found, strict) ?? column);
}

function stands(answer: Body | undefined, column: Body): answer is Body {
  const length = size(answer);
  return length >= SCANTY && (length >= SHORT_ANSWER || length >= size(column) * COLUMN_WINS);
}

function contentBlocks(document: Document): Block[] {
  const content = findMainContent(document);
  return content ? walkBlocks(content) : [];
}

/**
 * Readability replaces a `<div class="caption">` that holds one paragraph by the bare paragraph, and what the class said is lost. It
 * comes back by the text, unless the same text also stands in the page with nothing said against it.
 */
function withPageHints(content: Block[], pageBlocks: Block[]): Block[] {
  const hints = new Map<string, Block['hint']>();
  for (const { text, hint } of pageBlocks) hints.set(text, hints.has(text) ? hints.get(text) && hint : hint);
  return content.map((block) => {
    const hint = block.hint ?? hints.get(block.text);
    return hint ? { ...block, hint } : block;
  });
}

function bodyOf({ kept, dropped }: { kept: Block[]; dropped: Dropped[] }): Body {
  return { paragraphs: toParagraphs(kept), dropped };
}

function longer(one: Body | undefined, two: Body | undefined): Body | undefined {
  return size(one) >= size(two) ? one : two;
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined; // readability throws on trees it did not expect; the other parser is the answer
  }
}

function size(body: Body | undefined): number {
  return body?.paragraphs.reduce((sum, paragraph) => sum + paragraph.text.length, 0) ?? 0;
}
