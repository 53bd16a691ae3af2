import { expect, it } from 'vitest';
import { checkExamples } from '#lib/framing/examples';
import { concept, frame, toy } from './toy-codebook';

it('reports examples that the terms decide otherwise, short ones too', () => {
  const codebook = toy({
    frames: [
      frame({
        examples: [
          { text: 'She accused him.', code: true },
          { text: 'They quarrelled.', code: true },
          { text: 'She is at odds with nobody.', code: false, why: 'To fail.' },
        ],
      }),
    ],
    concepts: [
      concept({
        examples: [
          { text: 'War came.', label: 'war' },
          { text: 'War came.', label: 'crisis' },
          { text: 'War came.', label: null },
          { text: 'Rain came.', label: null },
        ],
      }),
    ],
  });
  expect(checkExamples(codebook)).toEqual([
    { code: 'conflict', text: 'They quarrelled.', expected: 'coded', found: 'no term matched' },
    { code: 'conflict', text: 'She is at odds with nobody.', expected: 'not coded', found: 'matched “at odds”' },
    { code: 'fighting', text: 'War came.', expected: 'crisis', found: 'war' },
    { code: 'fighting', text: 'War came.', expected: 'no label', found: 'war' },
  ]);
});
