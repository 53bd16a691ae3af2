import { describe, expect, it } from 'vitest';
import type { Block } from '#lib/article/blocks';
import { restoreParagraphs } from '#lib/article/restore-paragraphs';

const WORDS = 'the harbour authority said that the quay would open in spring after all';
const block = (name: string): Block => ({
  text: `Part ${name}: ${WORDS}.`,
  kind: 'paragraph',
  linkShare: 0,
  boldShare: 0,
  isCaption: false,
  isTableCell: false,
});
const [here, there] = [{}, {}] as unknown as [Element, Element];
/** "a b' c": a and c in one parent, b in another. */
const column = (drawn: string) =>
  drawn.split(' ').map((name) => ({ block: block(name.charAt(0)), parent: name.endsWith("'") ? there : here }));
const names = (blocks: Block[]) => blocks.map(({ text }) => text.charAt(5)).join(' ');

describe('restoreParagraphs: answer, page, result', () => {
  it.each([
    ['a b c', 'a b c', 'a b c', 'nothing is missing'],
    ['b c d', 'a b c d', 'a b c d', 'the first'],
    ['a b c', 'a b c d', 'a b c d', 'the last'],
    ['a b d e', 'a b c d e', 'a b c d e', 'one in the middle'],
    ['a b d e', "a b c' d e", 'a b c d e', 'one in the middle, set apart'],
    ['b c d', "a' b c d", 'b c d', 'not what stands elsewhere above the text'],
    ['a b c', "a b c d'", 'a b c', 'not what stands elsewhere below it'],
    ['a b', 'a c b d e', 'a b', 'not when more than half would be new'],
    ['x y', 'a b c', 'x y', 'two different texts'],
    ['', 'a b', '', 'no answer'],
  ])('%j, %j → %j: %s', (answer, page, expected) => {
    const answered = answer === '' ? [] : answer.split(' ').map(block);
    expect(names(restoreParagraphs(answered, column(page)))).toBe(expected);
  });
});
