import { describe, expect, it } from 'vitest';
import { countFrames } from '#lib/framing/count-frames';
import { rateOf, sharesOf, sharesWithin } from '#lib/framing/rates';
import type { Cut } from '#lib/framing/voice-table';
import { concept, toy } from './toy-codebook';

const codebook = toy({ concepts: [concept()] });
const counts = [
  {
    id: 'a',
    headline: 'Crisis',
    paragraphs: ['The war and the other war went on. Nobody accused the harbour board of anything.'],
  },
  { id: 'b', headline: 'Calm', paragraphs: ['It rained on the harbour all day.'] },
  { id: 'c', headline: 'Empty', paragraphs: [] },
].map((article) => countFrames(article, codebook));

it('gives the three numbers together', () => {
  expect(rateOf(counts, 'war')).toEqual({
    code: 'war',
    sentences: { k: 1, n: 3 },
    articles: { a: 1, of: 3 },
    mentions: 2,
    words: 25,
    perThousandWords: 2000 / 25,
    byVoice: { own: 2, attributed: 0, quoted: 0 },
    table: {
      headline: { own: 0, attributed: 0, quoted: 0 },
      lead: { own: 2, attributed: 0, quoted: 0 },
      body: { own: 0, attributed: 0, quoted: 0 },
    },
  });
  expect(rateOf(counts, 'crisis')).toMatchObject({ sentences: { k: 0 }, articles: { a: 1 }, mentions: 1 });
});

it('has no rate without words', () => {
  expect(rateOf([], 'war')).toMatchObject({ words: 0, sentences: { k: 0, n: 0 } });
  expect(rateOf([], 'war')).not.toHaveProperty('perThousandWords');
});

it('hands article shares to the statistics, without articles that have no sentence', () => {
  expect(sharesOf(counts, 'conflict')).toEqual([
    { k: 1, n: 2 },
    { k: 0, n: 1 },
  ]);
});

describe('voice by position', () => {
  const long = [
    '“They are at odds with us,” the clerk said. The mayor is at odds with the board.',
    'A quiet day by the water followed all that.',
    'The board is at odds with the mayor, the clerk said.',
    'Nobody there is at odds with anybody.',
  ];
  const article = countFrames({ id: 'd', headline: 'Mayor at odds', paragraphs: long }, codebook);

  it('adds up to the counts shown', () => {
    const { table, sentences, byVoice } = rateOf([article], 'conflict');
    expect(table).toEqual({
      headline: { own: 1, attributed: 0, quoted: 0 },
      lead: { own: 1, attributed: 1, quoted: 1 },
      body: { own: 1, attributed: 0, quoted: 0 },
    });
    expect(sentences).toEqual({ k: 4, n: 5 });
    expect(byVoice).toEqual({ own: 2, attributed: 1, quoted: 1 });
  });

  it.each<[string, Cut, number]>([
    ['all', {}, 4],
    ['own words', { voice: 'own' }, 2],
    ['the lead', { positions: ['lead'] }, 3],
    ['own words in the lead', { voice: 'own', positions: ['lead'] }, 1],
    ['the headline is no sentence', { positions: ['headline'] }, 0],
  ])('%s', (_, cut, k) => {
    expect(sharesWithin([article], 'conflict', cut)).toEqual([{ k, n: 5 }]);
  });
});
