import { expect, it } from 'vitest';
import { openingOf } from '#lib/api/opening';
import type { Paragraph } from '#lib/types';

const paragraphs = (...texts: string[]): Paragraph[] =>
  texts.map((text, index) => ({ id: `p${index}`, kind: 'paragraph', text, start: 0 }));

it.each([
  [10, ['One two three.', 'Four five.']],
  [5, ['One two three.', 'Four five.']],
  [4, ['One two three.', 'Four […]']],
  [3, ['One two three.']],
  [1, ['One […]']],
  [0, []],
])('of five words in two paragraphs, %i are shown as %j', (most, expected) => {
  expect(openingOf(paragraphs('One two three.', 'Four five.'), most).map(({ text }) => text)).toEqual(expected);
});
