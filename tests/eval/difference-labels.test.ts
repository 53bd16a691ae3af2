import { describe, expect, it } from 'vitest';
import { MEASURED } from '#lib/diff/measured';
import { JUDGED } from './score-differences';

describe('hand checks of differences', () => {
  it('hold ids and places, and no text', () => {
    for (const { place } of JUDGED)
      expect(place).toMatch(/^(?:a\d+|allsides-\d+) (?:a\d+|allsides-\d+) -?\d+:\d+-\d+ -?\d+:\d+-\d+$/);
  });

  it('judge each case once, in one or two readings', () => {
    const cases = JUDGED.map(({ kind, place }) => `${kind} ${place}`);
    expect(new Set(cases).size).toBe(cases.length);
  });

  it.each(MEASURED.map((measured) => [measured.kind, measured] as const))(
    'what the method page says of %s rests on cases that were read',
    (kind, { right, read, unseen }) => {
      const judged = JUDGED.filter((each) => each.kind === kind);
      const yes = judged.filter(({ verdicts }) => !verdicts.includes('n')).length;
      expect(read).toBeLessThanOrEqual(judged.length);
      expect(right).toBeLessThanOrEqual(yes);
      expect(unseen?.read ?? 0).toBeLessThanOrEqual(read);
    },
  );
});
