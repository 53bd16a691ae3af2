import { tidy } from '#lib/text/normalize';
import type { Paragraph, ParagraphKind } from '#lib/types';

/** Texts in reading order → paragraphs with ids and offsets into the body (paragraphs joined by one line feed). Empty ones are left out. */
export function toParagraphs(blocks: readonly { text: string; kind: ParagraphKind }[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let start = 0;
  for (const block of blocks) {
    const text = tidy(block.text);
    if (text === '') continue;
    paragraphs.push({ id: `p${paragraphs.length}`, kind: block.kind, text, start });
    start += text.length + 1;
  }
  return paragraphs;
}
