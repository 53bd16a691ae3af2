import { describe, expect, it } from 'vitest';
import { regexProblem } from '#lib/framing/regex-term';

describe('an expression that is refused', () => {
  it.each([
    ['', 'is empty'],
    ['(', 'not a regular expression'],
    ['a*', 'matches an empty text'],
    ['(a+)+b', 'repeats inside'],
    ['(?:\\w+\\s?)*b', 'repeats inside'],
    ['((a+))+b', 'repeats inside'],
    ['(a|a)*b', 'alternatives inside'],
    ['((a|b)c){2,}d', 'alternatives inside'],
    ['.*x.*y.*z', 'too many'],
    ['.{0,900}x\\w+y\\S+', 'too many'],
    ['(a)\\1', 'refers back'],
    ['x'.repeat(201), 'more than 200'],
  ])('%s', (source, message) => {
    expect(regexProblem(source)).toContain(message);
  });

  it.each([
    '[$€£]\\s?\\d',
    '\\b\\d+(?:\\.\\d+)?\\s?(?:bn|billion)\\b',
    'cost of .{0,20} living',
    '(?:ab){2,3}',
    'a[*+]b+',
  ])('but not %s', (source) => {
    expect(regexProblem(source)).toBeUndefined();
  });
});
