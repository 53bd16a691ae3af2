import { describe, expect, it } from 'vitest';
import { profileOf } from '#lib/story/profile';
import type { StoryArticle } from '#lib/types';

const article = (title: string, text: string, more: Partial<StoryArticle> = {}): StoryArticle => ({
  id: 'x',
  outlet: 'Harbour Post',
  title,
  text,
  ...more,
});

describe('names', () => {
  it.each([
    ['a run inside a sentence', 'Late on Monday fire chief Odela Brandt spoke.', ['Monday', 'Odela Brandt']],
    ['a sentence start alone is no name', 'Residents left. Others stayed.', []],
    ['possessive', 'They met at Brandt’s office in Tarnholm.', ['Brandt', 'Tarnholm']],
    ['who says I names nobody', 'Here in Velmora I’m staying, said Ana Ruiz, and I’ll vote.', ['Velmora', 'Ana Ruiz']],
    ['a comma parts two names', 'It struck Tarnholm, Ostrand and Velmora.', ['Tarnholm', 'Ostrand', 'Velmora']],
    ['said once', 'He left Velmora and came back to Velmora.', ['Velmora']],
    ['a script without capitals', '消防队长布兰特在凯斯勒街说', []],
  ])('%s', (_, text, expected) => {
    expect(profileOf(article('', text)).profile.names).toEqual(expected);
  });
});

describe('numbers', () => {
  it.each([
    ['thousands marks go', 'a loss of 320,000 crowns', ['320000']],
    ['decimals stay', 'rates rose to 12.5 per cent', ['12.5']],
    ['single digits are left out', 'room 7', []],
    ['from the title too', 'no figure', ['14']],
  ])('%s', (_, text, expected) => {
    const title = expected[0] === '14' ? 'Fire injures 14' : '';
    expect(profileOf(article(title, text)).profile.numbers).toEqual(expected);
  });
});

describe('terms', () => {
  it('counts stems over title and text, without function words', () => {
    const { profile, printed } = profileOf(article('Talks fail', 'The talks failed after a day of talking.'));
    expect(profile.terms).toEqual({ talk: 3, fail: 2, dai: 1 });
    expect(printed.get('talk')).toBe('Talks');
  });

  it('marks title and lead', () => {
    const tail = Array.from({ length: 80 }, (_, at) => `filler${at}`).join(' ');
    const { profile } = profileOf(article('Ferry aground', `The ferry struck sand. ${tail}`));
    expect(profile.titleTerms).toMatchObject({ ferri: 1, aground: 1, struck: 0.5, sand: 0.5 });
    expect(profile.titleTerms).toMatchObject({ filler79: 0.25 });
  });

  it.each([
    ['English', 'The ferry ran aground near the harbour and the crew was brought to land by the coast guard.', 'en'],
    [
      'German',
      'Die Fähre ist auf eine Sandbank gelaufen und die Besatzung wurde von der Küstenwache an Land gebracht.',
      'de',
    ],
    ['Chinese', '渡轮在港口附近搁浅，船员已被送上岸。', 'zh'],
    ['Japanese', 'フェリーが港の近くで座礁し、乗組員は上陸した。', 'ja'],
    ['too short to tell', 'Ferry', undefined],
  ])('sees the language when none is given: %s', (_, text, expected) => {
    expect(profileOf(article('', text)).profile.language).toBe(expected);
  });

  it('believes a given language', () => {
    expect(profileOf(article('', 'The ferry ran aground near the harbour.', { language: 'nl' })).profile.language).toBe(
      'nl',
    );
  });

  it('leaves out what is not known', () => {
    expect(profileOf(article('', '')).profile).toEqual({
      articleId: 'x',
      outlet: 'Harbour Post',
      terms: {},
      titleTerms: {},
      names: [],
      numbers: [],
      shingles: [],
      actors: {},
      marks: [],
      pairs: [],
      quoted: [],
      kind: 'report',
    });
  });
});
