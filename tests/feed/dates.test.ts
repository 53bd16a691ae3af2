import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '#lib/feed/dates';

describe('parseDate', () => {
  it.each([
    // RFC 822 and its relatives
    ['Tue, 05 Mar 2024 10:20:30 GMT', '2024-03-05T10:20:30.000Z'],
    ['Tue, 5 Mar 2024 10:20 GMT', '2024-03-05T10:20:00.000Z'],
    ['5 Mar 24 10:20:30 +0100', '2024-03-05T09:20:30.000Z'],
    ['Tue, 05 Mar 2024 10:20:30 EST', '2024-03-05T15:20:30.000Z'],
    ['Tue, 05 Mar 2024 2:20:30 PM PST', '2024-03-05T22:20:30.000Z'],
    ['Tue, 05 Mar 2024 12:05 am', '2024-03-05T00:05:00.000Z'],
    ['Tue, 05 March 2024 10:20:30 CEST', '2024-03-05T08:20:30.000Z'],
    ['Fri, 05 Mar 2024 10:20:30 Z', '2024-03-05T10:20:30.000Z'],
    ['Tuesday, March 5, 2024 10:20', '2024-03-05T10:20:00.000Z'],
    ['Mar 5, 2024', '2024-03-05T00:00:00.000Z'],
    ['Tue Mar  5 10:20:30 2024', '2024-03-05T10:20:30.000Z'],
    ['Tue Mar 5 10:20:30 PST 2024', '2024-03-05T18:20:30.000Z'],
    ['Mon, 31 Dec 2012 23:59:60 GMT', '2012-12-31T23:59:59.000Z'],
    ['05-Mar-2024 10:20', '2024-03-05T10:20:00.000Z'],
    ['Sat, 5 Mar 05 10:20:30 GMT', '2005-03-05T10:20:30.000Z'],
    ['5 Mar 78', '1978-03-05T00:00:00.000Z'],
    // ISO 8601 and W3C
    ['2024-03-05T10:20:30Z', '2024-03-05T10:20:30.000Z'],
    ['2024-03-05T10:20:30.125+02:00', '2024-03-05T08:20:30.125Z'],
    ['2024-03-05T10:20:30-0530', '2024-03-05T15:50:30.000Z'],
    ['2024-03-05T10:20', '2024-03-05T10:20:00.000Z'],
    ['2024-03-05 10:20:30 +0100', '2024-03-05T09:20:30.000Z'],
    ['2024-03-05', '2024-03-05T00:00:00.000Z'],
    ['2024-03', '2024-03-01T00:00:00.000Z'],
    ['2024', '2024-01-01T00:00:00.000Z'],
    ['20240305', '2024-03-05T00:00:00.000Z'],
    ['20240305T102030Z', '2024-03-05T10:20:30.000Z'],
    ['2024-065', '2024-03-05T00:00:00.000Z'],
    ['2024-03-05T24:00:00Z', '2024-03-06T00:00:00.000Z'],
    ['2024/03/05 10:20:30', '2024-03-05T10:20:30.000Z'],
    // other languages
    ['Di, 05 Mär 2024 10:20:30 +0100', '2024-03-05T09:20:30.000Z'],
    ['5. März 2024, 10:20 Uhr', '2024-03-05T10:20:00.000Z'],
    ['mar. 5 mars 2024 10:20', '2024-03-05T10:20:00.000Z'],
    ['5 de março de 2024', '2024-03-05T00:00:00.000Z'],
    ['Seg, 24 Set 2018 19:42:40 -0300', '2018-09-24T22:42:40.000Z'],
    ['Вт, 05 мар 2024 10:20:30 +0300', '2024-03-05T07:20:30.000Z'],
    ['2024年3月5日 10:20', '2024-03-05T10:20:00.000Z'],
    // numbers only
    ['05.03.2024 10:20', '2024-03-05T10:20:00.000Z'],
    ['03/25/2024 10:20', '2024-03-25T10:20:00.000Z'],
    ['25/03/2024', '2024-03-25T00:00:00.000Z'],
    ['1709634030', '2024-03-05T10:20:30.000Z'],
    ['1709634030000', '2024-03-05T10:20:30.000Z'],
  ])('%s → %s', (text, instant) => {
    expect(parseDate(text)).toBe(instant);
  });

  it.each([
    '',
    'yesterday',
    '0000-00-00 00:00:00',
    '2024-02-30',
    'Tue, 31 Apr 2024 10:20:30 GMT',
    '2024-13-05',
    '2024-03-05T25:00:00Z',
    '2024-03-05T10:99:00Z',
    '03/04/2024',
    'Mar 2024 issue of 5',
    '99999-01-01',
    '12',
  ])('%j is left unread rather than guessed', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  const instants = fc.date({
    min: new Date('1971-01-01T00:00:00Z'),
    max: new Date('2199-12-31T00:00:00Z'),
    noInvalidDate: true,
  });

  it('reads back every moment in the two standard forms', () => {
    fc.assert(
      fc.property(instants, (date) => {
        expect(parseDate(date.toISOString())).toBe(date.toISOString());
        const seconds = new Date(Math.floor(date.getTime() / 1000) * 1000);
        expect(parseDate(date.toUTCString())).toBe(seconds.toISOString());
      }),
    );
  });

  it('never throws, and what it reads is a date', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const read = parseDate(text);
        if (read !== undefined) expect(new Date(read).toISOString()).toBe(read);
      }),
    );
  });
});
