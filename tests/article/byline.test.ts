import { describe, expect, it } from 'vitest';
import { readNames } from '#lib/article/byline';

describe('readNames', () => {
  it.each([
    ['By JANE DOE and John Roe, Political Correspondent | 4 May 2023', ['JANE DOE', 'John Roe']],
    ['Von Jana Holt und Per Lund', ['Jana Holt', 'Per Lund']],
    ['Por: Ana Ruiz y Luis Vega', ['Ana Ruiz', 'Luis Vega']],
    ['Par Zoé Petit', ['Zoé Petit']],
    ['Anna von Berg', ['Anna von Berg']],
    ['jane@news.example', []],
    ['Jane Doe (jane@news.example)', ['Jane Doe']],
    ['Wirtschaftsredakteurin Jana Holt', ['Jana Holt']],
    ['No Author', []],
    ['https://news.example/jane', []],
    ['5 min read', []],
    ['social.example/jane', []],
    ['', []],
  ])('%j → %j', (line, names) => {
    expect(readNames(line)).toEqual(names);
  });
});
