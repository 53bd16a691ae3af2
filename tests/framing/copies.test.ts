import { expect, it } from 'vitest';
import { withoutCopies } from '#lib/framing/copies';
import { countFrames } from '#lib/framing/count-frames';
import { toy } from './toy-codebook';

const counts = ['a', 'b', 'c', 'd'].map((id) => countFrames({ id, headline: '', paragraphs: [] }, toy()));

it.each<[string, string[][], string[], string[]]>([
  ['no groups', [], ['a', 'b', 'c', 'd'], []],
  ['one group', [['b', 'd']], ['a', 'b', 'c'], ['d of b']],
  [
    'two groups',
    [
      ['d', 'a'],
      ['b', 'c'],
    ],
    ['b', 'd'],
    ['a of d', 'c of b'],
  ],
  ['ids that were not counted', [['x', 'c', 'y', 'd']], ['a', 'b', 'c'], ['d of c']],
  ['a group of one', [['c']], ['a', 'b', 'c', 'd'], []],
])('%s', (_, groups, kept, copies) => {
  const once = withoutCopies(counts, groups);
  expect(once.counts.map((each) => each.articleId)).toEqual(kept);
  expect(once.copies.map((each) => `${each.articleId} of ${each.of}`)).toEqual(copies);
});
