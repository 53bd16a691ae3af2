import { describe, expect, it } from 'vitest';
import { countFrames } from '#lib/framing/count-frames';
import { binOf, binsBetween, pointsByText, type Step, seriesOf } from '#lib/framing/series';
import { toy } from './toy-codebook';

const codebook = toy();

/** "2026-03-02 2/5": a text of that day with two of five sentences. */
function texts(...lines: string[]) {
  return lines.map((line, at) => {
    const [day, k, n] = line.split(/[ /]/);
    const paragraphs = Array.from({ length: Number(n) }, (_, sentence) =>
      sentence < Number(k) ? 'The mayor accused the whole council.' : 'The council met again on Monday.',
    );
    return { at: `${day}T10:00:00.000Z`, count: countFrames({ id: `t${at}`, headline: '', paragraphs }, codebook) };
  });
}

/** "2026-03-02 2/5" again, "2026-03-03 –" for a gap. */
function drawn(step: Step, most: number, ...lines: string[]): string[] {
  return seriesOf(texts(...lines), 'conflict', step, {}, most).map(({ start, estimate }) =>
    estimate === undefined ? `${start} –` : `${start} ${estimate.k}/${estimate.n}`,
  );
}

describe('a frame over time', () => {
  it.each<[string, Step, number, string[], string[]]>([
    ['nothing stored', 'day', 31, [], []],
    ['one day', 'day', 31, ['2026-03-02 2/5'], ['2026-03-02 2/5']],
    ['two texts of a day', 'day', 31, ['2026-03-02 2/5', '2026-03-02 1/4'], ['2026-03-02 3/9']],
    [
      'a day without text is a gap',
      'day',
      31,
      ['2026-03-02 2/5', '2026-03-04 0/3'],
      ['2026-03-02 2/5', '2026-03-03 –', '2026-03-04 0/3'],
    ],
    ['weeks begin on Monday', 'week', 26, ['2026-03-01 1/5', '2026-03-02 2/5'], ['2026-02-23 1/5', '2026-03-02 2/5']],
    ['the newest are kept', 'day', 2, ['2026-03-02 2/5', '2026-03-04 0/3'], ['2026-03-03 –', '2026-03-04 0/3']],
    [
      'across the change to summer time',
      'day',
      31,
      ['2026-03-28 1/1', '2026-03-30 1/1'],
      ['2026-03-28 1/1', '2026-03-29 –', '2026-03-30 1/1'],
    ],
  ])('%s', (_name, step, most, lines, expected) => {
    expect(drawn(step, most, ...lines)).toEqual(expected);
  });

  it('has an interval only where texts allow one', () => {
    const week = ['2026-03-02 2/5', '2026-03-03 1/5', '2026-03-04 0/5', '2026-03-05 3/5', '2026-03-06 1/5'];
    const intervals = (lines: string[]) =>
      seriesOf(texts(...lines), 'conflict', 'week', {}, 9).map(({ estimate }) => estimate?.interval?.method);
    expect(intervals(week.slice(0, 1))).toEqual([undefined]);
    expect(intervals(week.slice(0, 3))).toEqual(['wilson']);
    expect(intervals(week)).toEqual(['bootstrap']);
  });

  it('stands text by text in order of time', () => {
    const points = pointsByText(texts('2026-03-04 1/2', '2026-03-02 2/5'), 'conflict', {});
    expect(points.map(({ start, estimate }) => `${start} ${estimate?.k}`)).toEqual(['2026-03-02 2', '2026-03-04 1']);
  });

  it.each([
    ['2026-03-01T23:59:59Z', 'week', '2026-02-23'],
    ['2026-03-02T00:30:00+01:00', 'day', '2026-03-01'],
  ] as const)('%s belongs to the %s of %s', (at, step, bin) => {
    expect(binOf(at, step)).toBe(bin);
    expect(binsBetween(bin, bin, step)).toEqual([bin]);
  });
});
