import { expect, it } from 'vitest';
import { openTurns } from '#lib/turns';

const MINUTE = 60_000;

/** Who asks at which minute, and whether they may, at 2 turns an hour. */
it.each([
  ['two, then none', 'a0+ a0+ a0-'],
  ['half an hour gives one back', 'a0+ a0+ a29- a30+ a31-'],
  ['never more than an hour’s are saved up', 'a0+ a600+ a600+ a600-'],
  ['each visitor has their own', 'a0+ a0+ b0+ b0+ a0- b0-'],
  ['what is refused costs nothing', 'a0+ a0+ a1- a2- a3- a30+'],
])('%s: %s', (_name, asked) => {
  const turns = openTurns();
  const given = asked.split(' ').map((each) => {
    const [, who = '', minute = ''] = /^(\w)(\d+)/.exec(each) ?? [];
    return `${who}${minute}${turns.take(who, 2, Number(minute) * MINUTE) ? '+' : '-'}`;
  });
  expect(given.join(' ')).toBe(asked);
});

it('all visitors together have the turns of ten', () => {
  const turns = openTurns();
  const free = Array.from({ length: 50 }, (_, index) => turns.take(`visitor ${index}`, 2, 0)).filter(Boolean);
  expect(free).toHaveLength(20);
});
