import { tidy } from '#lib/text/normalize';
import type { ParagraphKind, Reason } from '#lib/types';
import { hintOf } from './hints';

/** A stretch of text that the page sets apart, before anybody has judged whether it is the article's. */
export type Block = {
  text: string;
  kind: ParagraphKind;
  /** Share of the characters that are inside links, 0..1. */
  linkShare: number;
  /** Share of the characters that are set bold, 0..1. */
  boldShare: number;
  isCaption: boolean;
  isTableCell: boolean;
  /** What the page's own class names say against it. */
  hint?: Reason;
  /** Element the block stood in; absent for texts that are no page. */
  element?: Element;
};

/** Signs of it that are in links, bold, or in an element with a hint, which `hint` is the last of. */
type Line = { text: string; linked: number; bold: number; hinted: number; hint?: Reason | undefined };
type Around = {
  hint?: Reason;
  kind: ParagraphKind;
  linked: boolean;
  bold: boolean;
  figure: boolean;
  caption: boolean;
  cell: boolean;
};

const BLOCK_TAGS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 ' +
    'H5 H6 HEADER HR HTML LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);
const SILENT_TAGS = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT EMBED SVG svg MATH BUTTON INPUT SELECT TEXTAREA AUDIO VIDEO CANVAS MAP HEAD TITLE'.split(
    ' ',
  ),
);
// A class name that would take more than this share (per cent) of the text is about something else.
const MOST_FOR_HINT = 35;
const MOST_HINTED = 0.95;
// A line that ends like this is a finished statement, so the break after it may be a paragraph's end.
const FINISHED = /[.!?…:。！？]["'”’»)\]]*$/u;

/**
 * Blocks below `root` in reading order. Block elements cut, two `<br>` cut, and one `<br>` cuts where the lines look like
 * paragraphs. `textContent` is no way to do this: it ran a third of all paragraphs together on the pages measured.
 */
export function walkBlocks(root: Element): Block[] {
  const blocks: Block[] = [];
  const sizes = new Map<Element, number>();
  const known = new Map();
  const total = wordsIn(root, sizes);
  let lines: Line[] = [emptyLine()];

  function flush(element: Element, around: Around): void {
    // Most elements hold only other elements: nothing to cut.
    if (lines.length === 1 && lines[0]?.text.trim() === '') {
      lines[0] = emptyLine();
      return;
    }
    const whole = lines;
    lines = [emptyLine()];
    for (const part of paragraphsOf(whole)) {
      const text = tidy(part.text);
      if (text === '') continue;
      const size = Math.max(1, solid(text));
      // `<div><span class="caption">…` : what is said of all of the text inside is said of the block.
      const hint = around.hint ?? (part.hinted >= size * MOST_HINTED ? part.hint : undefined);
      blocks.push({
        text,
        kind: around.kind,
        linkShare: Math.min(1, part.linked / size),
        boldShare: Math.min(1, part.bold / size),
        isCaption: around.caption || (around.figure && around.kind === 'paragraph' && !around.cell),
        isTableCell: around.cell,
        element,
        ...(hint === undefined ? {} : { hint }),
      });
    }
  }

  function visit(element: Element, around: Around): void {
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) {
        const line = lines.at(-1);
        const text = node.nodeValue ?? '';
        if (!line) continue;
        line.text += text.replace(/[\u2028\u2029\n\r]/g, ' ');
        if (around.linked) line.linked += solid(text);
        if (around.bold) line.bold += solid(text);
        if (around.hint) {
          line.hinted += solid(text);
          line.hint = around.hint;
        }
        continue;
      }
      if (node.nodeType !== 1) continue;
      const child = node as Element;
      const tag = child.tagName;
      if (SILENT_TAGS.has(tag)) continue;
      if (tag === 'BR') {
        lines.push(emptyLine());
        continue;
      }
      const inside = within(around, tag);
      const hint = inside.hint ?? hintFor(child);
      if (hint) inside.hint = hint;
      if (!BLOCK_TAGS.has(tag)) {
        visit(child, inside);
        continue;
      }
      flush(element, around);
      visit(child, inside);
      flush(child, inside);
    }
  }

  function hintFor(element: Element): Reason | undefined {
    const words = wordsIn(element, sizes);
    return words === 0 || words * 100 > total * MOST_FOR_HINT ? undefined : hintOf(element, words, known);
  }

  const start: Around = { kind: 'paragraph', linked: false, bold: false, figure: false, caption: false, cell: false };
  visit(root, start);
  flush(root, start);
  return blocks;
}

/** Words below an element; each element is counted once and remembered, so that asking for every ancestor stays linear. */
function wordsIn(element: Element, sizes: Map<Element, number>): number {
  const known = sizes.get(element);
  if (known !== undefined) return known;
  let words = 0;
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) words += node.nodeValue?.match(/\S+/g)?.length ?? 0;
    else if (node.nodeType === 1 && !SILENT_TAGS.has((node as Element).tagName))
      words += wordsIn(node as Element, sizes);
  }
  sizes.set(element, words);
  return words;
}

function within(around: Around, tag: string): Around {
  if (/^H[1-6]$/.test(tag)) return { ...around, kind: 'heading' };
  switch (tag) {
    case 'A':
      return { ...around, linked: true };
    case 'B':
    case 'STRONG':
      return { ...around, bold: true };
    case 'LI':
    case 'DD':
    case 'DT':
      return { ...around, kind: 'list' };
    case 'BLOCKQUOTE':
      return { ...around, kind: 'quote' };
    case 'FIGURE':
      return { ...around, figure: true };
    case 'FIGCAPTION':
      return { ...around, caption: true };
    case 'TD':
    case 'TH':
      return { ...around, cell: true };
    case 'TABLE':
      return { ...around, cell: false };
    default:
      return { ...around };
  }
}

/**
 * Lines between `<br>` → paragraphs. An empty line always cuts. A single break cuts only when the lines read like
 * paragraphs (finished statements, 60 characters and more on average); verses and addresses stay in one piece.
 */
function paragraphsOf(lines: Line[]): Line[] {
  const groups: Line[][] = [[]];
  for (const line of lines) {
    if (line.text.trim() === '') groups.push([]);
    else groups.at(-1)?.push(line);
  }
  return groups.flatMap((group) => (readsLikeParagraphs(group) ? group : [joined(group)]));
}

function readsLikeParagraphs(lines: Line[]): boolean {
  if (lines.length < 2) return false;
  const lengths = lines.map((line) => tidy(line.text).length);
  const finished = lines.slice(0, -1).filter((line) => FINISHED.test(tidy(line.text))).length;
  const average = lengths.reduce((sum, length) => sum + length, 0) / lines.length;
  return average >= 60 && finished / (lines.length - 1) >= 0.6;
}

function joined(lines: Line[]): Line {
  return {
    text: lines.map((line) => line.text).join(' '),
    linked: lines.reduce((sum, line) => sum + line.linked, 0),
    bold: lines.reduce((sum, line) => sum + line.bold, 0),
    hinted: lines.reduce((sum, line) => sum + line.hinted, 0),
    hint: lines.find((line) => line.hint !== undefined)?.hint,
  };
}

function emptyLine(): Line {
  return { text: '', linked: 0, bold: 0, hinted: 0 };
}

function solid(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 32 && text.charCodeAt(at) !== 160) count++;
  return count;
}
