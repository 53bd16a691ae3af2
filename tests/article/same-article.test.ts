import { describe, expect, it } from 'vitest';
import { isSameArticle } from '#lib/article/same-article';
import { FERRY } from '../comparison/write-article';

const text = (paragraphs: string[], headline = '') => ({
  headline,
  paragraphs: paragraphs.map((each) => ({ text: each })),
});
const POST = FERRY['Harbour Post'];

const CHOIR = [
  'The youth choir of Ostermark won first prize at the winter festival on Sunday with three songs about snow.',
  'Judges praised the young soloist and asked all of the singers to return for a summer concert in the park.',
];

describe('whether a page at a new address is still the same article', () => {
  it.each([
    ['the same text', POST, POST, true],
    ['a text cut to its first paragraph', POST, POST.slice(0, 1), true],
    ['a text with twice as much added', POST, [...POST, ...CHOIR, ...CHOIR], true],
    ['another article', POST, CHOIR, false],
    ['nothing', POST, [], false],
  ])('%s', (_name, known, fresh, expected) => {
    expect(isSameArticle(text(known), text(fresh))).toBe(expected);
  });
});
