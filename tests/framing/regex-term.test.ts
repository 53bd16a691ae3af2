import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRegex, regexProblem } from '#lib/framing/regex-term';

describe('an expression that is refused', () => {
  it.each([
    ['', 'is empty'],
    ['(', 'not a regular expression'],
    ['a*', 'matches an empty text'],
    ['(a+)+b', 'too many ways'],
    ['(?:\\w+\\s?)*b', 'too many ways'],
    ['((a+))+b', 'too many ways'],
    ['(a|a)*b', 'too many ways'],
    ['((a|b)c){2,}d', 'too many ways'],
    ['(?:a?){30}a{30}', 'too many ways'],
    [`${'a?'.repeat(40)}${'a'.repeat(40)}`, 'too many ways'],
    ['a*a*a*b', 'too many ways'],
    ['a{0,50}a{0,50}a{0,50}b', 'too many ways'],
    ['.*x.*y.*z', 'too many ways'],
    ['.{0,900}x\\w+y\\S+', 'too many ways'],
    ['a{0,9999999999}b', 'too many ways'],
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
    '(?:the|a|an) (?:old|new)? ?quay',
    '[^.]*\\?$',
  ])('but not %s', (source) => {
    expect(regexProblem(source)).toBeUndefined();
  });
});

describe('an expression that is taken', () => {
  it.each<[string, string, string[]]>([
    ['\\d+ (?:people|men)', '12 people and 1200 men', ['12 people', '1200 men']],
    ['€\\s?\\d[\\d.,]*', 'for € 3,500.20 or €4', ['€ 3,500.20', '€4']],
    ['a.*?b', 'axxb ab', ['axxb', 'ab']],
    ['x{2,}', 'x xx xxxx', ['xx', 'xxxx']],
    ['[*+]{2}', 'a ** b ++ c', ['**', '++']],
    ['\\*+', '*** **', ['***', '**']],
    ['a+', 'a'.repeat(70), ['a'.repeat(60), 'a'.repeat(10)]],
  ])('%s', (source, text, found) => {
    expect([...text.matchAll(compileRegex(source).regex)].map(([match]) => match)).toEqual(found);
  });

  // Counted steps and not seconds: the engine's own work cannot be counted, so the dearest accepted shapes are run and must end.
  it('ends on the texts that make others run away', () => {
    const part = fc.constantFrom(
      'a',
      'a?',
      'a*',
      'a+',
      'a{0,20}',
      '(?:a|aa)',
      '(?:a|aa)?',
      '[ab]+',
      '.',
      '(?:ab?){1,3}',
      'b',
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
        const source = `${parts.join('')}c`;
        if (regexProblem(source) !== undefined) return;
        const { regex } = compileRegex(source);
        expect([...'a'.repeat(1000).matchAll(regex)]).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
