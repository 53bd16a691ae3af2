import { describe, expect, it } from 'vitest';
import { compareMarks, marksIn, sortMarks } from '#lib/story/marks';
import { tokenize } from '#lib/text/tokenize';

const marks = (text: string, lead = 60) => marksIn(text, tokenize(text), lead);

describe('marks', () => {
  it.each([
    ['a score', 'They won 2-1 away', '=2-1'],
    ['a score with a dash', 'They won 2–1 away', '=2-1'],
    ['a vote', 'passed by 52-48', '=52-48'],
    ['a weekday', 'It happened on Tuesday', '@tuesday'],
    ['a date, day first', 'on 4 March 2031', '@mar4'],
    ['a date, month first', 'on Sept. 12', '@sep12'],
    ['an ordinal in words', 'the second round', '#2'],
    ['an ordinal in figures', 'the 16th district', '#16'],
    ['a number of the lead', 'kills 14', '!14'],
  ])('%s: %s', (_, text, expected) => {
    expect(marks(text)).toContain(expected);
  });

  it.each([
    ['a year is no number of the event', 'since 2029', '!2029'],
    ['may, the verb', 'it may 4 times', '@may4'],
    ['a number after the lead', 'one two three 14', '!14'],
  ])('%s', (_, text, unexpected) => {
    expect(marks(text, 2)).not.toContain(unexpected);
  });

  it.each([
    ['some in common', ['=2-1', '=0-3'], ['=2-1'], { shared: 1, apart: false }],
    ['none in common', ['=2-1'], ['=0-3'], { shared: 0, apart: true }],
    ['one says nothing', ['=2-1'], [], { shared: 0, apart: false }],
  ])('%s', (_, a, b, expected) => {
    expect(compareMarks(sortMarks(a).scores, sortMarks(b).scores)).toEqual(expected);
  });
});
