import { tidy } from '#lib/text/normalize';
import type { Dropped, Paragraph } from '#lib/types';
import type { Block } from './blocks';
import { dropBoilerplate, type PageFacts } from './boilerplate';
import { endsOpen } from './open-end';
import { toParagraphs } from './paragraphs';
import { wordCount } from './word-count';

/** `isUnbroken`: the paragraph breaks are lost. */
export type PlainText = {
  paragraphs: Paragraph[];
  dropped: Dropped[];
  words: number;
  isWhole: boolean;
  isUnbroken: boolean;
};

// A teaser has 20 to 60 words, a short news item 100 and more: from here on a copy is taken to be the whole text.
const WHOLE_TEXT = 150;
// More words than this in an average block: the paragraph breaks are lost, and nothing can be aligned with it.
const LONGEST_BLOCKS = 200;

/** A copy of the article that is no page (from the feed or the structured data), blocks separated by blank lines, filtered like a page. */
export function readPlainText(text: string, facts: PageFacts): PlainText {
  const { kept, dropped } = dropBoilerplate(blocksOf(text), facts);
  const paragraphs = toParagraphs(kept);
  const words = paragraphs.reduce((sum, paragraph) => sum + wordCount(paragraph.text), 0);
  const isUnbroken = words > paragraphs.length * LONGEST_BLOCKS;
  const isWhole = words >= WHOLE_TEXT && !isUnbroken && !endsOpen(paragraphs.at(-1)?.text ?? '');
  return { paragraphs, dropped, words, isWhole, isUnbroken };
}

function blocksOf(text: string): Block[] {
  return text
    .split(/\n\s*\n/)
    .map(tidy)
    .filter((block) => block !== '')
    .map((block) => ({
      text: block,
      kind: 'paragraph',
      linkShare: 0,
      boldShare: 0,
      isCaption: false,
      isTableCell: false,
    }));
}
