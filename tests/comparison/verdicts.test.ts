import { describe, expect, it } from 'vitest';
import { precision, precisionOf, precisionWords, verdictOf, withVerdicts } from '#lib/comparison/verdicts';
import type { Verdict } from '#lib/types';
import { BRIDGE, BRIDGE_TOO, CODEBOOK, compared } from '../app/invented';

const comparison = compared(
  [
    { id: 'alpha', paragraphs: BRIDGE },
    { id: 'beta', paragraphs: BRIDGE_TOO },
  ],
  [CODEBOOK],
);
const framing = comparison.framing[0];
const codebook = framing?.codebook.hash ?? '';
const hits = framing?.articles[0]?.hits ?? [];
const verdict = (at: number, said: Verdict['said']): Verdict => {
  const { code = '', paragraph = 0, start = 0, end = 0 } = hits[at] ?? {};
  return { articleId: 'alpha', codebook, code, paragraph, start, end, said };
};

describe('verdicts in a comparison', () => {
  it('stand in order of their places, whatever order they came in, and change nothing else', () => {
    const given = [verdict(1, 'wrong'), verdict(0, 'right')];
    const judged = withVerdicts(comparison, given);
    expect(judged.verdicts).toHaveLength(2);
    expect(withVerdicts(comparison, given.toReversed())).toEqual(judged);
    expect({ ...judged, verdicts: undefined }).toEqual({ ...comparison, verdicts: undefined });
  });

  it.each([
    ['no hit is there', { start: 0, end: 1 }],
    ['the codebook is another one', { codebook: 'f'.repeat(64) }],
    ['the text is not compared', { articleId: 'gamma' }],
  ])('are left out where %s', (_why, other) => {
    expect(withVerdicts(comparison, [{ ...verdict(0, 'right'), ...other }])).not.toHaveProperty('verdicts');
  });

  it('are found again by the hit', () => {
    const hit = hits[0];
    expect(hit && verdictOf([verdict(0, 'wrong')], codebook, 'alpha', hit)).toBe('wrong');
    expect(hit && verdictOf([verdict(0, 'wrong')], codebook, 'beta', hit)).toBeUndefined();
  });
});

describe('precision', () => {
  // Wilson's interval of 12 of 14 by his formula with z = 1.96: .601 to .960.
  it.each([
    [12, 14, '12 of 14 checked hits right, 60–96 %'],
    [1, 1, '1 of 1 checked hit right, 21–100 %'],
    [0, 3, '0 of 3 checked hits right, 0–56 %'],
  ])('%i of %i', (right, checked, words) => {
    const found = precision(right, checked);
    expect(found && precisionWords(found)).toBe(words);
  });

  it('is not there before somebody has looked', () => {
    expect(precisionOf([], codebook, ['money'])).toBeUndefined();
  });
});
