import { type Mark, segmentsOf } from '#lib/text/segments';
import type { Block, Inline, Line } from './blocks';

/** Blocks → Markdown (CommonMark with tables). Texts are escaped: nothing an outlet wrote becomes markup. */
export function toMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(block).join('\n\n')}\n`;
}

function block(each: Block): string {
  switch (each.kind) {
    case 'heading':
      return `${'#'.repeat(each.level)} ${inline(each.line)}`;
    case 'line':
      return each.isNotice ? `> ${inline(each.line)}` : inline(each.line);
    case 'passage': {
      const text = marked(each.words.text, each.marks);
      return each.as === 'title' ? `### ${text}` : each.as === 'quote' ? `> ${text}` : text;
    }
    case 'list':
      return each.items
        .map(({ line, number }) => `- ${number === undefined ? '' : `(${number}) `}${inline(line)}`)
        .join('\n');
    case 'table':
      return table(each);
    case 'aside':
      // Quoted once more, so that what others have stands back from the text it is compared with.
      return toMarkdown(each.blocks).trimEnd().replaceAll(/^/gm, '> ');
    case 'fold':
      return `*${inline(each.summary)}*\n\n${toMarkdown(each.blocks).trimEnd()}`;
  }
}

function table({ head, rows, caption }: Extract<Block, { kind: 'table' }>): string {
  // A column of drawings has nothing to say in words.
  const kept = head.map((_, at) => !rows.some((row) => isDrawing(row[at])));
  const line = (cells: string[]) => `| ${cells.filter((_, at) => kept[at]).join(' | ')} |`;
  return [
    `*${escaped(caption)}*`,
    '',
    line(head.map(escaped)),
    line(head.map(() => '---')),
    ...rows.map((row) => line(row.map((cell) => inline(cell)))),
  ].join('\n');
}

function isDrawing(cell: Line | undefined): boolean {
  return typeof cell === 'object' && !Array.isArray(cell) && cell.kind === 'dot';
}

function inline(line: Line): string {
  return Array.isArray(line) ? line.map(one).join('') : one(line);
}

function one(each: Inline): string {
  if (typeof each === 'string') return escaped(each);
  switch (each.kind) {
    case 'foreign':
    case 'soft':
      return escaped(each.text);
    case 'strong':
      return `**${escaped(each.text)}**`;
    case 'code':
      return `\`${each.text.replaceAll('`', '')}\``;
    case 'link':
      return each.href.startsWith('#')
        ? escaped(each.text)
        : `[${escaped(each.text)}](<${each.href.replaceAll(/[<>\s]/g, encodeURIComponent)}>)`;
    case 'dot':
      return '';
  }
}

/** Places of differences and hits are bold, the number after them; words of one side only are struck or bold; shared words are as they are. */
function marked(text: string, marks: readonly Mark[]): string {
  const loud = marks.filter(({ kind }) => kind !== 'shared');
  return segmentsOf(text, loud)
    .map((segment) => {
      if (segment.marks.length === 0) return escaped(segment.text);
      const numbers = segment.closing.flatMap(({ number }) => (number === undefined ? [] : [` (${number})`])).join('');
      const sign = segment.marks.some(({ kind }) => kind === 'removed') ? '~~' : '**';
      return `${wrapped(escaped(segment.text), sign)}${numbers}`;
    })
    .join('');
}

// Emphasis must touch its words: "** a**" would stand there as it is written.
function wrapped(text: string, sign: string): string {
  const words = text.trim();
  if (words === '') return text;
  const at = text.indexOf(words);
  return `${text.slice(0, at)}${sign}${words}${sign}${text.slice(at + words.length)}`;
}

// Also line breaks, and what makes a list, a heading or a quotation only at the beginning of a line.
function escaped(text: string): string {
  return text
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/[\\`*_[\]<>|~#]/g, '\\$&')
    .replace(/^(\s*)([-+]|\d+[.)])(?=\s|$)/, '$1\\$2')
    .replaceAll('&', '&amp;');
}
