import { describe, expect, it } from 'vitest';
import { changesWords } from '#lib/share/changes-words';

describe('what has changed since', () => {
  it.each([
    [0, 0, 0, 'nothing has changed'],
    [3, 2, 0, 'three outlets added, two texts updated'],
    [1, 1, 1, 'one outlet added, one text updated, one text no longer in the story'],
    [0, 13, 0, '13 texts updated'],
  ])('%i added, %i updated, %i left: %s', (added, updated, left, words) => {
    expect(changesWords({ added, updated, left })).toBe(words);
  });
});
