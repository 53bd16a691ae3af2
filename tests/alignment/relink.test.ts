import { describe, expect, it } from 'vitest';
import { relink } from '#lib/alignment/relink';
import type { Alignment } from '#lib/types';
import { draw } from './draw';

/** "0-0 1-2": strong links; the rest of 4 × 4 paragraphs without a match. */
function aligned(drawn: string): Alignment {
  const links = pairs(drawn).map(([reference, other]) => ({
    reference,
    other,
    confidence: 0.8,
    tier: 'strong' as const,
    moved: false,
  }));
  const free = (taken: number[]) => [0, 1, 2, 3].filter((index) => !taken.includes(index));
  return {
    links,
    unmatched: { reference: free(links.map((each) => each.reference)), other: free(links.map((each) => each.other)) },
  };
}

function pairs(drawn: string): [number, number][] {
  return drawn
    .split(' ')
    .filter(Boolean)
    .map((pair) => pair.split('-').map(Number) as [number, number]);
}

function run(links: string, matched: string, parted: string): Alignment {
  const said = (drawn: string, linked: boolean) =>
    pairs(drawn).map(([reference, other]) => ({ reference, other, linked }));
  return relink(aligned(links), [...said(matched, true), ...said(parted, false)]);
}

describe('relink', () => {
  it.each([
    ['nothing said', '0-0 1-1', '', '', ['# . . .', '. # . .', '. . . .', '. . . .']],
    ['a match by hand', '0-0', '1-2', '', ['# . . .', '. . # .', '. . . .', '. . . .']],
    ['parted', '0-0 1-1', '', '1-1', ['# . . .', '. . . .', '. . . .', '. . . .']],
    ['moved to another paragraph', '0-0 1-1', '1-3', '1-1', ['# . . .', '. . . #', '. . . .', '. . . .']],
    ['out of order', '0-0 1-1 2-2 3-3', '3-0', '', ['# . . .', '. # . .', '. . # .', '#* . . #']],
    ['a match found already is made sure', '0-0', '0-0', '', ['# . . .', '. . . .', '. . . .', '. . . .']],
  ])('%s', (_name, links, matched, parted, drawn) => {
    expect(draw(run(links, matched, parted), 4, 4)).toEqual(drawn);
  });

  it('links made by hand say so', () => {
    expect(run('0-0', '1-2', '').links).toMatchObject([{ confidence: 0.8 }, { confidence: 1, byHand: true }]);
  });

  it('says of no paragraph it has touched that it has no match', () => {
    expect(run('0-0 1-1', '', '1-1').unmatched).toEqual({ reference: [2, 3], other: [2, 3] });
    expect(run('0-0', '2-3', '').unmatched).toEqual({ reference: [1, 3], other: [1, 2] });
  });
});
