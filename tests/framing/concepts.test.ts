import { describe, expect, it } from 'vitest';
import { countFrames } from '#lib/framing/count-frames';
import { concept, toy } from './toy-codebook';

const codebook = toy({
  topics: [{ id: 'places', terms: ['Ostland*', 'Weld'] }],
  frames: [],
  concepts: [
    concept({
      anchor: { terms: ['@places', 'U.S.'], window: 3 },
      follow: { determiners: ['the', 'this'], maxSentences: 2 },
      labels: [
        { id: 'crisis', label: 'crisis', terms: ['crisis'], exclude: ['housing crisis'] },
        { id: 'war', label: 'war', terms: ['war', 'civil war'] },
      ],
      never: ['Great Ostland War', 'trade war'],
    }),
  ],
});

function labels(...paragraphs: string[]): string {
  const { hits } = countFrames({ id: 'a', headline: '', paragraphs }, codebook);
  return hits.map((hit) => `${hit.paragraph}.${hit.sentence} ${hit.text}`).join(' | ');
}

describe('an anchored label', () => {
  it.each([
    ['beside its anchor', 'The Ostland crisis deepened.', '0.0 crisis'],
    ['before its anchor', 'The war in Ostland went on.', '0.0 war'],
    ['three tokens away', 'The crisis in eastern Ostland deepened.', '0.0 crisis'],
    ['four tokens away', 'The crisis in far eastern Ostland deepened.', ''],
    ['inside a compound', 'The Weld-Ostland war went on.', '0.0 war'],
    ['without anchor', 'The family crisis deepened.', ''],
    ['a stop between', 'He left Weld? War follows him.', ''],
    ['a colon between', 'Weld: war on litter begins.', ''],
    ['a comma between', 'In Weld, war is remembered.', '0.0 war'],
    ['an abbreviation’s stop between', 'The U.S. war effort went on.', '0.0 war'],
    ['never', 'They honoured the Great Ostland War in June.', ''],
    ['the parts of a proper name are no anchor', 'The Great Ostland War and war songs were honoured.', ''],
    ['never, another beside it', 'A trade war and an Ostland war went on.', '0.0 war'],
    ['excluded for one label', 'The Weld housing crisis went on; in Weld war came.', '0.0 war'],
    ['the longer term', 'The Ostland civil war went on.', '0.0 civil war'],
  ])('%s', (_, text, expected) => {
    expect(labels(text)).toBe(expected);
  });
});

describe('a follow-up', () => {
  it.each<[string, string[], string]>([
    ['in the same sentence', ['The Ostland crisis grew, and the crisis spread.'], '0.0 crisis | 0.0 crisis'],
    ['by another name', ['The Ostland crisis grew. Envoys met. They hope this war will end.'], '0.0 crisis | 0.2 war'],
    ['before the mention it would follow', ['The crisis grew. The Ostland crisis grew.'], '0.1 crisis'],
    ['without determiner', ['The Ostland crisis grew. Crisis was on all lips.'], '0.0 crisis'],
    ['with a word between', ['The Ostland crisis grew. The long crisis tires us.'], '0.0 crisis'],
    [
      'across paragraphs',
      ['The Ostland crisis grew.', 'Envoys met.', 'The crisis may end.'],
      '0.0 crisis | 2.0 crisis',
    ],
    ['too late', ['The Ostland crisis grew.', 'Envoys met. They ate.', 'The crisis may end.'], '0.0 crisis'],
    [
      'starts no chain',
      ['The Ostland crisis grew. The war goes on. It rained. The war goes on.'],
      '0.0 crisis | 0.1 war',
    ],
    ['never', ['The Ostland crisis grew. The trade war goes on.'], '0.0 crisis'],
  ])('%s', (_, paragraphs, expected) => {
    expect(labels(...paragraphs)).toBe(expected);
  });

  it('may follow the headline', () => {
    const { hits } = countFrames({ id: 'a', headline: 'Ostland war', paragraphs: ['The war goes on.'] }, codebook);
    expect(hits.map((hit) => hit.paragraph)).toEqual([-1, 0]);
  });
});

describe('a concept without anchor', () => {
  it('counts every mention, and the longer label where two overlap', () => {
    const people = toy({
      frames: [],
      concepts: [
        {
          id: 'people',
          label: 'People',
          definition: 'People.',
          labels: [
            { id: 'immigrant', label: 'immigrant', terms: ['immigrant*'] },
            { id: 'illegal-immigrant', label: 'illegal immigrant', terms: ['illegal immigrant*'] },
          ],
          examples: [],
        },
      ],
    });
    const result = countFrames(
      { id: 'a', headline: '', paragraphs: ['Immigrants, some called illegal immigrants, arrived.'] },
      people,
    );
    expect(result.hits.map((hit) => hit.code)).toEqual(['immigrant', 'illegal-immigrant']);
  });
});
