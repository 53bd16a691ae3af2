import { SynopticError } from '#lib/errors';
import { parseHtml } from '#lib/html';
import type { Extracted, Reason } from '#lib/types';
import { walkBlocks } from './blocks';
import { dropUnconfirmed } from './drop-unconfirmed';
import { withoutOffer } from './lock';
import { type Body, chooseBody, removeOtherArticles, removeSilent } from './main-text';
import { readMetadata } from './metadata';
import { readElements } from './page-elements';
import { readPageParts } from './page-parts';
import { judgeQuality } from './quality';
import { secondCopy } from './second-copy';
import { ownStandfirst } from './standfirst';

export { fromFeedEntry } from './from-feed-entry';
export { fromPastedText } from './from-pasted-text';

export type ExtractOptions = {
  /** Address the page was read from: base of relative links, source of the canonical address and of a date. */
  url?: string;
  /** Plain text the feed carried for the same article: a second copy that shows when the page gave less. */
  feedText?: string;
};

/**
 * One page → one article: headline, byline, times and paragraphs, and how far they can be trusted. Never throws: a page
 * that gives nothing has quality `failed` or `blocked` and says why.
 *
 * Method: Mozilla Readability finds the element with the text, the blocks below it are walked (`walkBlocks`), and blocks that are not
 * the article's are dropped with a reason (`dropBoilerplate`). The column that holds most of the page's prose is the second opinion:
 * single paragraphs that only it has come back (`restoreParagraphs`), and where Readability finds little it stands in its place. Where
 * both find little, Readability is asked once more on a tree built by the standard's rules. Where another copy of the text is whole, what
 * it lacks goes (`dropUnconfirmed`).
 */
export function extractArticle(html: string, options: ExtractOptions = {}): Extracted {
  if (html.trim() === '') return failed({ code: 'empty-body', message: 'The page is empty.' });
  try {
    return readPage(html, options);
  } catch (error) {
    if (error instanceof SynopticError) return failed({ code: error.code, message: error.message });
    return failed({ code: 'no-article-text', message: 'The page could not be read as HTML.' });
  }
}

export function failed(reason: Reason): Extracted {
  return { paragraphs: [], dropped: [], quality: { status: 'failed', reasons: [reason] } };
}

function readPage(html: string, options: ExtractOptions): Extracted {
  const document = parseHtml(html);
  removeOtherArticles(document);
  const elements = readElements(document);
  const { metadata, data } = readMetadata(document, elements, options.url);
  const printedHeadings = elements.tagged('h1').map((heading) => heading.textContent ?? '');
  const blocks = walkBlocks(document.body);
  const page = readPageParts(document, elements, blocks, data);
  removeSilent(elements);

  const copies = [data.body, options.feedText].filter((copy) => copy !== undefined);
  const chosen = chooseBody(html, document, blocks, { ...metadata, printedHeadings });
  const body = withoutOffer(dropUnconfirmed(chosen, copies));
  const quality = judgeQuality({
    paragraphs: body.paragraphs,
    page,
    isCut: isCut(html),
    isFree: data.isFree,
    statedWords: data.wordCount,
    otherTexts: [
      ...(options.feedText === undefined ? [] : [{ from: 'feed' as const, text: options.feedText }]),
      ...(data.body === undefined ? [] : [{ from: 'structured data' as const, text: data.body }]),
    ],
  });
  const { siteName: _, standfirst: stated, ...rest } = metadata;
  const standfirst = ownStandfirst(stated, body.paragraphs);
  const facts = { ...rest, ...(standfirst === undefined ? {} : { standfirst }) };
  // A wall's own words must not become the article's: neither its heading ("Before you continue") nor its notice.
  const wall = quality.reasons.find(({ code }) => WALLS.has(code));
  const own: Extracted = wall ? { ...withoutText(body, wall), quality } : { ...facts, ...body, quality };
  return secondCopy(own, data.body, options.feedText) ?? own;
}

function withoutText({ paragraphs, dropped }: Body, reason: Reason): Body {
  return { paragraphs: [], dropped: [...dropped, ...paragraphs.map(({ text }) => ({ text, reason }))] };
}

const WALLS = new Set(['bot-wall', 'region-block', 'page-missing', 'consent-wall', 'newsletter-wall', 'login-wall']);

// Browsers forgive a missing end of the document, and one page in 174 has none; a broken transfer looks the same and is far more frequent.
function isCut(html: string): boolean {
  return /<(?:html|body)[\s>]/i.test(html) && !/<\/(?:body|html)\s*>/i.test(html);
}
