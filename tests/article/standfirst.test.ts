import { describe, expect, it } from 'vitest';
import { ownStandfirst } from '#lib/article/standfirst';

const paragraphs = [
  'The north ferry line closes for eleven weeks.',
  'Engineers found corrosion.',
  'A bus will run.',
].map((text, index) => ({ id: `p${index}`, kind: 'paragraph' as const, text, start: 0 }));

describe('ownStandfirst', () => {
  it.each([
    ['of its own', 'Islanders face weeks on the bus.', 'Islanders face weeks on the bus.'],
    ['the first paragraph once more', 'The north ferry line closes for eleven weeks.', undefined],
    ['its beginning, cut off', 'The north ferry line closes …', undefined],
    ['another of the first paragraphs', 'engineers found corrosion', undefined],
    [
      'more than the first paragraph',
      'The north ferry line closes for eleven weeks. A bus replaces it.',
      'The north ferry line closes for eleven weeks. A bus replaces it.',
    ],
    ['only signs', '…', undefined],
    ['none', undefined, undefined],
  ])('%s', (_name, standfirst, expected) => {
    expect(ownStandfirst(standfirst, paragraphs)).toBe(expected);
  });
});
