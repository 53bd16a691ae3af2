import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate, writeDate } from '#lib/article/dates';

const read = (text: string, order?: 'day-first' | 'month-first') => {
  const date = readDate(text, order);
  return date && writeDate(date);
};

describe('readDate', () => {
  it.each([
    ['2023-11-08', '2023-11-08T00:00:00Z'],
    ['2023-11-08T14:32:05Z', '2023-11-08T14:32:05Z'],
    ['2023-11-08T14:32:05.123+01:00', '2023-11-08T14:32:05+01:00'],
    ['2023-11-08T14:32:05+0530', '2023-11-08T14:32:05+05:30'],
    ['2023-11-08 14:32', '2023-11-08T14:32:00Z'],
    ['20231108', '2023-11-08T00:00:00Z'],
    ['20231108T143205Z', '2023-11-08T14:32:05Z'],
    ['1699453925', '2023-11-08T14:32:05Z'],
    ['1699453925000', '2023-11-08T14:32:05Z'],
    ['Wed, 08 Nov 2023 14:32:05 GMT', '2023-11-08T14:32:05Z'],
    ['Wed, 08 Nov 2023 14:32:05 -0500', '2023-11-08T14:32:05-05:00'],
    ['November 8, 2023, 3:05 p.m. EST', '2023-11-08T15:05:00-05:00'],
    ['Published 8 November 2023 at 12:05am', '2023-11-08T00:05:00Z'],
    ['8th Nov. 2023', '2023-11-08T00:00:00Z'],
    ['8. November 2023, 14:32 Uhr', '2023-11-08T14:32:00Z'],
    ['08.11.2023, 14:32', '2023-11-08T14:32:00Z'],
    ['Mittwoch, 8. März 2023', '2023-03-08T00:00:00Z'],
    ['8 de noviembre de 2023', '2023-11-08T00:00:00Z'],
    ['le 8 août 2023 à 14h32', '2023-08-08T14:32:00Z'],
    ['1er août 2023', '2023-08-01T00:00:00Z'],
    ['8 novembre 2023', '2023-11-08T00:00:00Z'],
    ['2023年11月8日', '2023-11-08T00:00:00Z'],
    ['2023년 11월 8일', '2023-11-08T00:00:00Z'],
    ['25/11/2023', '2023-11-25T00:00:00Z'],
    ['11/25/2023', '2023-11-25T00:00:00Z'],
  ])('%s → %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '',
    'yesterday',
    '31 February 2023',
    '2023-13-01',
    '0000-00-00',
    '8 November',
    '1.2.3',
    '11/08/2023',
    'chapter 8, 1023 pages',
  ])('%j is no certain date', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('reads an all-numeric date only in a known order', () => {
    expect(read('11/08/2023', 'month-first')).toBe('2023-11-08T00:00:00Z');
    expect(read('11/08/2023', 'day-first')).toBe('2023-08-11T00:00:00Z');
  });

  it('reads what it wrote', () => {
    const date = fc.record({
      year: fc.integer({ min: 1900, max: 2100 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      hour: fc.integer({ min: 0, max: 23 }),
      minute: fc.integer({ min: 0, max: 59 }),
      second: fc.integer({ min: 0, max: 59 }),
      zone: fc.integer({ min: -48, max: 56 }).map((quarter) => quarter * 15),
    });
    fc.assert(
      fc.property(date, (written) => {
        expect(readDate(writeDate(written))).toEqual(written);
      }),
    );
  });
});
