import type { Block } from './blocks';
import { wordCount } from './word-count';

// A block counts as prose from twelve words, with at most 30 % of its letters in links and nothing said against it.
const PROSE_WORDS = 12;
const PROSE_LINKS = 0.3;
// The column is the innermost element that still holds this share of the prose of the element around it.
const MOST_OF_THE_PROSE = 0.7;

/**
 * The blocks of the column that holds most of the page's prose, from its first prose block to its last. A second opinion beside
 * readability, which scores elements by class names and commas and on some templates settles on a teaser or one section.
 */
export function textColumn(blocks: Block[], root: Element): Block[] {
  const prose = blocks.filter(isProse);
  const words = new Map<Element, number>();
  for (const block of prose) {
    const count = wordCount(block.text);
    for (
      let element: Element | null = block.element ?? null;
      element && element !== root;
      element = element.parentElement
    ) {
      words.set(element, (words.get(element) ?? 0) + count);
    }
  }
  let column = root;
  let inside = prose.reduce((sum, block) => sum + wordCount(block.text), 0);
  for (let next = heaviestChild(column, words); next; next = heaviestChild(column, words)) {
    const share = words.get(next) ?? 0;
    if (share < inside * MOST_OF_THE_PROSE) break;
    column = next;
    inside = share;
  }
  const within = blocks.filter((block) => block.element && column.contains(block.element));
  const first = within.findIndex(isProse);
  const last = within.findLastIndex(isProse);
  return first < 0 ? [] : within.slice(first, last + 1);
}

export function isProse(block: Block): boolean {
  return !block.isCaption && !block.hint && block.linkShare <= PROSE_LINKS && wordCount(block.text) >= PROSE_WORDS;
}

function heaviestChild(element: Element, words: Map<Element, number>): Element | undefined {
  let heaviest: Element | undefined;
  for (const child of element.children) {
    if (words.has(child) && (words.get(child) ?? 0) > (heaviest ? (words.get(heaviest) ?? 0) : 0)) heaviest = child;
  }
  return heaviest;
}
