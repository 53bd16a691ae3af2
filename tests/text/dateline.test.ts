import { describe, expect, it } from 'vitest';
import { datelineLength } from '#lib/text/dateline';

describe('datelineLength', () => {
  it.each([
    ['TALLOW BAY — The board voted.', 'TALLOW BAY — '],
    ['TALLOW BAY (Reuters) - The board voted.', 'TALLOW BAY (Reuters) - '],
    ['TALLOW BAY/OSTERMARK (AP) -- The board voted.', 'TALLOW BAY/OSTERMARK (AP) -- '],
    ['Ostermark (CNN) The board voted.', 'Ostermark (CNN) '],
    ['(CNN) The board voted.', '(CNN) '],
    ['The board - all of it - voted.', ''],
    ['A - B is not a place.', ''],
    ['', ''],
  ])('%s', (text, dateline) => {
    expect(text.slice(0, datelineLength(text))).toBe(dateline);
  });
});
