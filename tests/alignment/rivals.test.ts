import { describe, expect, it } from 'vitest';
import { secondColumns } from '#lib/alignment/rivals';

//   .9 .1
//   .2 .8
const TABLE = Float64Array.of(0.9, 0.1, 0.2, 0.8);

describe('secondColumns', () => {
  it('sets a pair against the others of its row and column', () => {
    const { rival, weakerRival, diagonal, beside, crowd } = secondColumns(TABLE, 2, 2);
    expect([...rival]).toEqual([0.2, 0.9, 0.9, 0.2]);
    expect([...weakerRival]).toEqual([0.1, 0.8, 0.8, 0.1]);
    expect([...diagonal]).toEqual([0.8, 0, 0, 0.9]);
    expect([...beside]).toEqual([0.2, 0.9, 0.9, 0.2]);
    expect(crowd[0]).toBeCloseTo(1 + 1.1);
  });

  it('counts an equal pair in the same row as a rival', () => {
    expect([...secondColumns(Float64Array.of(0.5, 0.5), 1, 2).rival]).toEqual([0.5, 0.5]);
  });

  it('has no company for the only pair there is, and enough where other paragraphs are linked', () => {
    const alone = Float64Array.of(0.9, 0, 0, 0);
    expect(secondColumns(alone, 2, 2).company[0]).toBeLessThan(-2);
    expect(secondColumns(TABLE, 2, 2).company[0]).toBe(0);
  });

  it('is the same whichever text gives the rows', () => {
    const turned = secondColumns(Float64Array.of(0.9, 0.2, 0.1, 0.8), 2, 2);
    const { rival, beside } = secondColumns(TABLE, 2, 2);
    expect([turned.rival[1], turned.beside[1]]).toEqual([rival[2], beside[2]]);
  });
});
