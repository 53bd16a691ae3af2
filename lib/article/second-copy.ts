import { htmlToText } from '#lib/html';
import type { Extracted, Reason } from '#lib/types';
import { fromFeed } from './from-feed-entry';
import { readPlainText } from './plain-text';
import { wordCount } from './word-count';

// Below this the page gave a caption or a teaser; a copy must be this much longer to stand in for it.
const NEXT_TO_NOTHING = 60;
const COPY_WINS = 2;

/**
 * The last resort when a page gives next to nothing: the text in its structured data, else what the feed carried. Both come after the page
 * because most copies in structured data have no paragraph breaks, and most feeds carry a teaser.
 */
export function secondCopy(
  own: Extracted,
  dataText: string | undefined,
  feedText: string | undefined,
): Extracted | undefined {
  const words = own.paragraphs.reduce((sum, paragraph) => sum + wordCount(paragraph.text), 0);
  const isUsable = own.quality.status === 'full' || own.quality.status === 'partial';
  if (isUsable && words >= NEXT_TO_NOTHING) return undefined;
  const isNothing = own.quality.status === 'blocked' || own.quality.status === 'failed' || words === 0;
  const why = isNothing ? own.quality.reasons : [];
  for (const [text, from] of [
    [dataBlocks(dataText ?? ''), fromData],
    [feedText ?? '', fromFeed],
  ] as const) {
    const copy = readPlainText(text, own);
    if (copy.words < NEXT_TO_NOTHING / 3 || copy.words < words * COPY_WINS) continue;
    const status = copy.isWhole ? 'full' : copy.isUnbroken ? 'partial' : 'excerpt';
    const reasons = [...why, from(copy.words), ...(copy.isUnbroken ? [UNBROKEN] : [])];
    const dropped = [...own.dropped, ...copy.dropped];
    return { ...own, paragraphs: copy.paragraphs, dropped, quality: { status, reasons } };
  }
  return undefined;
}

const UNBROKEN: Reason = {
  code: 'no-paragraph-breaks',
  message: 'It has no paragraph breaks, so its paragraphs cannot be lined up.',
};

/** Some bodies are markup, where a line feed is a space; in the others it is all that is left of a paragraph's end. */
function dataBlocks(text: string): string {
  const marked = /<(?:p|br|div)\b/i.test(text) ? text : text.replace(/[\n\r]+/g, '<br>');
  return htmlToText(marked).replace(/\n+/g, '\n\n');
}

function fromData(words: number): Reason {
  return {
    code: 'from-structured-data',
    message: `The text stands in the page's structured data (${words} words), not in the page itself.`,
  };
}
