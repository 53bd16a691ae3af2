import { describe, expect, it } from 'vitest';
import { isFurniture } from '#lib/alignment/furniture';

describe('isFurniture', () => {
  it.each([
    ['Sign up for our daily newsletter', true],
    ['Ana Ruiz and Bo Lind contributed to this report.', true],
    ['Copyright © 2024 Tallow Bay Post', true],
    ['Follow Ana Ruiz on Chirper', true],
    ['The old quay in Tallow Bay, June 1, 2024. REUTERS/Bo Lind', true],
    [
      'Sign up was brisk, the board said: two hundred crews asked for a place at the quay within the first hour, and the treasurer had to open a second list before noon on Tuesday.',
      false,
    ],
    ['The board contributed to this. Its report came late.', false],
    ['Follow the money, Ruiz said.', false],
  ])('%s', (text, expected) => {
    expect(isFurniture(text)).toBe(expected);
  });
});
