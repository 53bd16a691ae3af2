import { describe, expect, it } from 'vitest';
import { seededDraws } from '#lib/framing/bootstrap';
import { keyWords, type WordList } from '#lib/framing/keyness';

/** `count` articles of invented words, 900 of 200 kinds each, with `extra` put into each. */
function articles(name: string, count: number, extra: string[] = [], size = 900): WordList[] {
  const draw = seededDraws(name);
  return Array.from({ length: count }, (_, at) => ({
    id: `${name}-${at}`,
    words: [...Array.from({ length: size }, () => `w${Math.floor(draw() * draw() * 200)}`), ...extra],
  }));
}

const told = (here: WordList[], there: WordList[], ignored?: Set<string>) => {
  const found = keyWords(here, there, 'seed', ignored);
  if (!found.told) throw new Error(found.reason.message);
  return found;
};

describe('key words', () => {
  const here = articles('here', 20, ['quay', 'quay', 'harbour']);
  const there = articles('there', 20, ['harbour']);

  it('are those more articles hold than chance explains', () => {
    expect(told(here, there).words.map(({ word }) => word)).toEqual(['quay']);
    expect(told(here, there).words[0]).toMatchObject({
      here: { count: 40, articles: 20 },
      there: { count: 0, articles: 0 },
    });
  });

  it('come with what the list would be by lot', () => {
    const { words, shuffled, candidates } = told(here, there);
    expect(shuffled).toBeLessThan(words.length);
    expect(candidates).toBeGreaterThan(100);
    expect(told(here, there)).toEqual(told(here, there));
  });

  it('are none between two draws of the same words', () => {
    expect(told(articles('one', 20), articles('two', 20)).words).toEqual([]);
  });

  it('are not one article’s hobby', () => {
    const hobby = [...articles('here', 19), ...articles('hobby', 1, Array(200).fill('lighthouse'))];
    expect(told(hobby, there).words).toEqual([]);
  });

  it('leave out what names the outlet', () => {
    expect(told(here, there, new Set(['quay'])).words).toEqual([]);
  });
});

describe('too few to tell', () => {
  it.each<[string, WordList[], WordList[], string]>([
    ['four articles', articles('a', 4, [], 2000), articles('b', 9), '4 articles with 8,000 words here'],
    ['four on the other side', articles('a', 9), articles('b', 4, [], 2000), '4 articles with 8,000 words there'],
    ['too few words', articles('a', 5, [], 900), articles('b', 9), '5 articles with 4,500 words here'],
    ['nothing', [], [], '0 articles with 0 words here'],
  ])('%s', (_, a, b, message) => {
    const found = keyWords(a, b, 's');
    expect(found).toMatchObject({ told: false, reason: { code: 'too-few' } });
    expect(found.told ? '' : found.reason.message).toContain(message);
  });
});
