import { expect, it } from 'vitest';
import { countFrames } from '#lib/framing/count-frames';
import { rateOf, sharesOf } from '#lib/framing/rates';
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
