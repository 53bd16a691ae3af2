import type { Mark } from '#lib/text/segments';

/**
 * An export as blocks, written once and then put into Markdown or HTML: the two cannot say different things.
 * Plain strings are the program's words; words of outlets are `Foreign`, with their language.
 */
export type Foreign = { text: string; language: string | undefined };
export type Inline =
  | string
  | ({ kind: 'foreign' } & Foreign)
  | { kind: 'strong' | 'soft' | 'code'; text: string }
  /** `#id` leads to a block of the same document; formats without anchors keep the words. */
  | { kind: 'link'; text: string; href: string }
  /** A point on a scale from 0 to `end`, where a format can draw one. */
  | { kind: 'dot'; share: number; end: number; interval?: { low: number; high: number } };
export type Line = Inline | Inline[];

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; line: Line; id?: string }
  | { kind: 'line'; line: Line; id?: string; isSoft?: true; isNotice?: true }
  | { kind: 'passage'; as: 'title' | 'paragraph' | 'quote'; words: Foreign; marks: readonly Mark[]; id?: string }
  /** `number`: the one it has in the text; such items are the list's own. */
  | { kind: 'list'; items: { line: Line; number?: number; id?: string }[] }
  | { kind: 'table'; caption: string; head: string[]; rows: Line[][] }
  /** Beside a paragraph of the reference: what other texts have there. */
  | { kind: 'aside'; blocks: Block[] }
  | { kind: 'fold'; summary: Line; blocks: Block[] };

export const foreign = (text: string, language: string | undefined): Inline => ({ kind: 'foreign', text, language });
export const strong = (text: string): Inline => ({ kind: 'strong', text });
export const soft = (text: string): Inline => ({ kind: 'soft', text });
export const heading = (level: 1 | 2 | 3 | 4, line: Line, id?: string): Block => ({
  kind: 'heading',
  level,
  line,
  ...(id === undefined ? {} : { id }),
});
export const line = (content: Line): Block => ({ kind: 'line', line: content });
export const softLine = (content: Line): Block => ({ kind: 'line', line: content, isSoft: true });
