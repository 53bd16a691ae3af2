import { describe, expect, it } from 'vitest';
import { findFigures } from '#lib/diff/figures';
import { prepareText } from '#lib/diff/prepared-text';
import { compare } from './compare';

const figures = (text: string) => {
  const paragraph = prepareText({ headline: '', paragraphs: [text] }, -1).paragraphs.get(0);
  return paragraph ? findFigures(paragraph).map(({ value, unit, qualifier }) => [value, unit, qualifier]) : [];
};

describe('findFigures', () => {
  it.each([
    ['thousands and decimals', 'a debt of 2,480.75 crowns', [[2480.75, '', '']]],
    ['currency and scale', 'It cost $2.5 million.', [[2_500_000, '$', '']]],
    ['short scale', 'It cost €3bn.', [[3e9, '€', '']]],
    ['currency word', 'It cost 40 million euros.', [[4e7, '€', '']]],
    ['percent sign', 'Fares rose 4.5%.', [[4.5, '%', '']]],
    ['per cent', 'Fares rose 12 per cent.', [[12, '%', '']]],
    ['number word', 'In all twenty-five boats sank.', [[25, '', '']]],
    ['hundreds in words', 'About three hundred boats sank.', [[300, '', 'about']]],
    ['more than', 'They lost more than 48,000 nets.', [[48000, '', 'above']]],
    ['nearly', 'They lost nearly 49,000 nets.', [[49000, '', 'below']]],
    ['"over" as a span of time', 'It happened over five days.', [[5, '', '']]],
  ])('%s', (_name, text, expected) => {
    expect(figures(text)).toEqual(expected);
  });

  it.each([
    ['year', 'It was built in 1987.'],
    ['date', 'On March 12 and on 14 April it rained.'],
    ['clock', 'It left at 10:30 and at 5 p.m. again.'],
    ['age', 'A 43-year-old diver helped.'],
    ['score', 'The vote was 57-43.'],
    ['ordinal', 'It was the 21st attempt.'],
    ['part of a name', 'The board applied Section 230 and Harbour Rule 12.'],
    ['letters around it', 'The G20 and the F-35.'],
  ])('no count: %s', (_name, text) => {
    expect(figures(text)).toEqual([]);
  });
});

describe('figures of linked paragraphs', () => {
  const harbour = (figure: string) =>
    `The storm destroyed ${figure} fishing nets in the harbour on Tuesday, the board said.`;
  it.each([
    ['equal', '48,920', '48,920', 'figure-same/equal', true],
    ['word and digits', 'twelve', '12', 'figure-same/equal', true],
    ['rounded', '48,920', 'almost 49,000', 'figure-same/rounded', false],
    ['qualified', '48,000', 'more than 48,000', 'figure-same/qualified', false],
    ['bound that holds', '7,600', 'more than 7,500', 'figure-same/rounded', false],
    ['different', '12,000', '15,000', 'figure-different', false],
  ])('%s', (_name, a, b, kind, quiet) => {
    const found = compare(harbour(a), harbour(b), 'figure-same', 'figure-different');
    expect(
      found.map((each) => [each.grade === undefined ? each.kind : `${each.kind}/${each.grade}`, each.quiet]),
    ).toEqual([[kind, quiet]]);
  });

  it('says what both sides print, qualifiers included', () => {
    expect(compare(harbour('48,920'), harbour('almost 49,000'), 'figure-same')[0]?.note).toBe(
      'the same figure, rounded differently: “48,920” here, “almost 49,000” there',
    );
  });

  it.each([
    [
      'units differ',
      harbour('12'),
      'The storm destroyed 15 percent of fishing nets in the harbour on Tuesday, the board said.',
    ],
    ['nouns differ', harbour('12'), 'The storm destroyed 15 houses near the harbour on Tuesday, the board said.'],
    ['the other text has that value too', harbour('12'), `${harbour('15')} Another 12 were found.`],
    ['days differ', harbour('12'), harbour('15').replace('Tuesday', 'Friday')],
    ['far apart', harbour('12'), harbour('900')],
    ['one end of a range', harbour('12'), harbour('10 to 15')],
  ])('no different figure: %s', (_name, a, b) => {
    expect(compare(a, b, 'figure-different')).toEqual([]);
  });
});
