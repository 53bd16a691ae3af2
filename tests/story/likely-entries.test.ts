import { expect, it } from 'vitest';
import { sieveFor } from '#lib/story/likely-entries';
import { matchStory } from '#lib/story/match-stories';
import { memoryIndex } from '#lib/story/memory-index';
import type { Entry } from '#lib/types';
import { FERRY } from '../comparison/write-article';

const ARTICLE = {
  id: 'a',
  outlet: 'post',
  title: 'North ferry line at Tallow Bay closes for eleven weeks',
  text: FERRY['Harbour Post'].join('\n'),
  published: '2025-03-04T09:00:00Z',
  language: 'en',
};

async function read(entry: Omit<Entry, 'id' | 'authors'>): Promise<boolean> {
  const index = memoryIndex();
  await matchStory(ARTICLE, index);
  const sieve = await sieveFor(ARTICLE, index);
  return sieve([{ id: 'e', authors: [], ...entry }]).length === 1;
}

it.each<[string, Omit<Entry, 'id' | 'authors'>, boolean]>([
  ['the same event in other words', { title: 'No ferry to Tallow Bay until June' }, true],
  ['one word of the headline', { title: 'Ferries stop' }, true],
  ['only in the summary', { title: 'Out of service', summary: 'Corrosion in two landing bridges was found.' }, true],
  ['another event', { title: 'Harvest fair draws record crowds', summary: 'Bakers showed forty loaves.' }, false],
  ['the same words a month later', { title: 'No ferry to Tallow Bay', published: '2025-04-09T09:00:00Z' }, false],
  ['the same words in the same week', { title: 'No ferry to Tallow Bay', published: '2025-03-06T09:00:00Z' }, true],
  ['nothing at all', {}, false],
])('%s', async (_name, entry, expected) => {
  expect(await read(entry)).toBe(expected);
});

it('gives the likeliest first', async () => {
  const index = memoryIndex();
  await matchStory(ARTICLE, index);
  const sieve = await sieveFor(ARTICLE, index);
  const entries = ['Ferry fares', 'Tallow Bay ferry: corrosion in the landing bridges'].map((title, at) => ({
    id: `e${at}`,
    authors: [],
    title,
  }));
  expect(sieve(entries).map(({ id }) => id)).toEqual(['e1', 'e0']);
});
