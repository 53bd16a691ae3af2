import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countVerbs } from '#lib/framing/count-verbs';

const ARTICLE = {
  id: 'a',
  headline: 'Mayor says quay is safe',
  paragraphs: [
    '“The quay is safe,” Mayor Lowen said. Ana Ruiz of the dockers claimed that nobody had looked at the piles.',
    'The board insisted that it had. “We looked twice,” it said.',
    'According to the report, two piles are cracked.',
    'Mayor Lowen said that divers would look again. Divers charge by the hour, and their charges have risen.',
  ],
};

describe('attribution verbs', () => {
  const count = countVerbs(ARTICLE);

  it('by class', () => {
    expect(count.byClass).toEqual({ neutral: 5, assertive: 1, distancing: 1, endorsing: 0, adversarial: 0 });
  });

  it('by verb and speaker, most frequent first', () => {
    expect(
      count.verbs.map((verb) => [verb.lemma, verb.count, verb.speakers.map(({ name, count: n }) => `${name} ${n}`)]),
    ).toEqual([
      ['say', 4, ['Mayor Lowen 2', 'Mayor 1', 'it 1']],
      ['according to', 1, ['the report 1']],
      ['claim', 1, ['Ana Ruiz of the dockers 1']],
      ['insist', 1, ['The board 1']],
    ]);
  });

  it('with places, headline first', () => {
    expect(count.hits.map((hit) => `${hit.position} ${hit.paragraph} ${hit.text}`)).toEqual([
      'headline -1 says',
      'lead 0 said',
      'lead 0 claimed',
      'lead 1 insisted',
      'lead 1 said',
      'lead 2 According to',
      'body 3 said',
    ]);
    expect(count.words).toBe(62);
  });
});

// Nouns are told from verbs by what stands beside them.
it.each([
  'The charges were dropped on Monday by the court.',
  'He faces charges that carry ten years.',
  'Their claims that the dam is safe were wrong.',
  'The demands of the dockers are old.',
  'His promise that fares would fall was kept.',
  'The attacks on the port went on.',
  'She filed a claim on Friday.',
  'The report that the bridge fell was false.',
  'The warning that came late helped nobody.',
])('a noun is no attribution: %s', (text) => {
  expect(countVerbs({ id: 'n', headline: '', paragraphs: [text] }).hits).toEqual([]);
});

it('every hit is where it says, and classes add up to the hits', () => {
  const word = fc.constantFrom(
    'said',
    'claimed that',
    'Ruiz',
    'the board',
    '“',
    '”',
    ',',
    '. The',
    'charges',
    'é',
    '👩‍🌾',
    'İ',
    'according to',
  );
  const text = fc.array(word, { maxLength: 25 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 4 }), (headline, paragraphs) => {
      const { hits, byClass, verbs } = countVerbs({ id: 'x', headline, paragraphs });
      for (const hit of hits) {
        const whole = hit.paragraph === -1 ? headline : (paragraphs[hit.paragraph] ?? '');
        expect(whole.slice(hit.start, hit.end)).toBe(hit.text);
      }
      expect(Object.values(byClass).reduce((a, b) => a + b)).toBe(hits.length);
      expect(verbs.reduce((sum, verb) => sum + verb.count, 0)).toBe(hits.length);
    }),
  );
});
