import { cutText } from '../share/cut-text';
import { tokenize } from '../text/tokenize';
import type { Paragraph } from '../types';

/** The beginning of a text, for readers without a claim to all of it: whole paragraphs, and the one the limit falls into cut there. */
export function openingOf(paragraphs: readonly Paragraph[], most: number): Paragraph[] {
  const shown: Paragraph[] = [];
  let left = most;
  for (const paragraph of paragraphs) {
    if (left <= 0) break;
    const { text } = cutText(paragraph.text, [], { most: left });
    shown.push({ ...paragraph, text });
    left -= tokenize(paragraph.text).length;
  }
  return shown;
}
