import { describe, expect, it } from 'vitest';
import { kappa } from './alignment-metrics';
import { LABELS, parseLinks } from './alignment-pairs';

describe('newsroom labels', () => {
  it('hold ids and places, and no text', () => {
    for (const { event, reference, other, split, first, second, links } of LABELS.pairs) {
      expect(event).toMatch(/^story-\d+$/);
      expect([reference, other].join(' ')).toMatch(/^a\d+ a\d+$/);
      expect(['development', 'held-out']).toContain(split);
      expect([first, second, links].join(' ')).toMatch(/^(?:\d+-\d+[yp] ?)+$/);
    }
  });

  it('decide only on links that one of the readings saw', () => {
    for (const { event, first, second, links } of LABELS.pairs) {
      const seen = new Set([...parseLinks(first).keys(), ...parseLinks(second).keys()]);
      expect(
        [...parseLinks(links).keys()].filter((cell) => !seen.has(cell)),
        event,
      ).toEqual([]);
    }
  });

  it('are refused when they are not labels', () => {
    expect(() => parseLinks('0-1y 2:3p')).toThrow(/2:3p/);
  });
});

describe('kappa', () => {
  it.each<[string, [string, string][], number]>([
    [
      'same answers',
      [
        ['a', 'a'],
        ['b', 'b'],
      ],
      1,
    ],
    [
      'as chance would have it',
      [
        ['a', 'a'],
        ['a', 'b'],
        ['b', 'a'],
        ['b', 'b'],
      ],
      0,
    ],
  ])('%s', (_name, pairs, expected) => {
    expect(kappa(pairs)).toBeCloseTo(expected);
  });
});
