import { describe, expect, it } from 'vitest';
import { whoSpeaks } from '#lib/alignment/who-speaks';

const speakersOf = (...paragraphs: string[]) => whoSpeaks(paragraphs).map(({ speakers }) => [...speakers].join(' '));

describe('whoSpeaks', () => {
  it.each<[string, string[], string[]]>([
    ['a name before the verb', ['Mayor Ana Ruiz said the bridge will close.'], ['ruiz']],
    ['a name after the verb', ['“The bridge will close,” said Ana Ruiz.'], ['ruiz']],
    ['a pronoun goes back to the last name', ['Ana Ruiz said no.', 'She said she was tired.'], ['ruiz', 'ruiz']],
    ['a bare quotation goes on', ['Ana Ruiz said no.', '“We are done with this bridge.”'], ['ruiz', 'ruiz']],
    [
      'somebody without a name is not the last name',
      ['Ana Ruiz said no.', 'An official said yes.'],
      ['ruiz', '?official'],
    ],
    ['nobody', ['The bridge closes on Tuesday.'], ['']],
  ])('%s', (_name, paragraphs, expected) => {
    expect(speakersOf(...paragraphs)).toEqual(expected);
  });

  it('measures how much is quoted', () => {
    expect(whoSpeaks(['“All of it.”'])[0]?.quoted).toBe(1);
    expect(whoSpeaks(['None of it.'])[0]?.quoted).toBe(0);
  });
});
