import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileTerm, endOfTerm, fold, lineOf, termProblem } from '#lib/framing/term';
import { buildIndex, findTerms } from '#lib/framing/term-index';
import { stemmerFor } from '#lib/text/inflections';

function found(term: string, text: string, lang = 'en'): string[] {
  const stem = stemmerFor(lang);
  const matches = findTerms(buildIndex([[compileTerm(term, stem)]], stem), fold(text)).get(0) ?? [];
  return matches.map(({ start, end }) => text.slice(start, end));
}

describe('a term in a text', () => {
  it.each([
    ['a word', 'war', 'The war ended.', ['war']],
    ['any case', 'war', 'WAR and War', ['WAR', 'War']],
    ['not inside a word', 'war', 'They were warned in Warsaw.', []],
    ['beside a hyphen', 'war', 'a war-torn, post-war town', ['war', 'war']],
    ['before a possessive', 'mayor', 'the mayor’s house', ['mayor']],
    ['not its negation', 'won', "They won't say who won.", ['won']],
    ['accents are letters', 'caf', 'café', []],
    ['letters with marks', 'coup d’état', "A COUP D'ÉTAT failed.", ["COUP D'ÉTAT"]],
    ['an asterisk takes letters', 'accus*', 'He accused; accusations flew.', ['accused', 'accusations']],
    ['an asterisk takes nothing', 'threat*', 'a threat', ['threat']],
    ['an asterisk takes hyphens', 'econom*', 'economy-wide', ['economy-wide']],
    ['an asterisk takes no figures', 'covid*', 'covid19 and covid', ['covid']],
    ['an asterisk inside', 'lash* out', 'lashing out, lashed out', ['lashing out', 'lashed out']],
    ['an asterisk in front', '*gate', 'Tallowgate began.', ['Tallowgate']],
    ['an asterisk within a word', 'col*r', 'color, colour', ['color', 'colour']],
    ['a space is a space', 'at odds', 'at odds', ['at odds']],
    ['a space is a hyphen', 'asylum seeker*', 'asylum-seekers', ['asylum-seekers']],
    ['a space is an en dash', 'north south', 'north–south', ['north–south']],
    ['a space is several spaces', 'at odds', 'at  odds', ['at  odds']],
    ['a hyphen is not a space', 'cease-fire', 'cease fire', []],
    ['a hyphen of any length', 'cease-fire', 'a cease‑fire', ['cease‑fire']],
    ['a straight apostrophe for a curly one', "people's war", 'the people’s war', ['people’s war']],
    ['a curly apostrophe for a straight one', 'people’s war', "the people's war", ["people's war"]],
    ['ends in a stop', 'U.S.', 'the U.S. and us', ['U.S.']],
    ['begins with a sign', '€ 5', 'a € 5 note', ['€ 5']],
    ['a figure', '9/11', 'after 9/11', ['9/11']],
    ['a script without spaces', '危机', '乌克兰危机升级', ['危机']],
    ['another alphabet', 'войн*', 'о войне и мире', ['войне']],
  ])('%s: %s', (_, term, text, expected) => {
    expect(found(term, text)).toEqual(expected);
  });

  it.each([
    ['de', 'krieg~', 'Der Krieg, des Krieges, die Kriege. Kriegerisch.', ['Krieg', 'Krieges', 'Kriege']],
    ['de', 'haus~', 'Häuser am Hafen, ein Haus', ['Häuser', 'Haus']],
    [
      'de',
      'illegal~ einwanderer~',
      'illegale Einwanderer, von illegalen Einwanderern',
      ['illegale Einwanderer', 'illegalen Einwanderern'],
    ],
    ['es', 'conflicto~', 'Los conflictos y el conflicto', ['conflictos', 'conflicto']],
    ['ru', 'война~', 'о войне, войны и войну', ['войне', 'войны', 'войну']],
    [
      'en',
      'negotiate~ with',
      'They negotiated with it, negotiates-with, a negotiation',
      ['negotiated with', 'negotiates-with'],
    ],
    ['en', 'the talk~', 'the talks, the-talk, a talk', ['the talks', 'the-talk']],
    ['en', 'war~', 'warned in Warsaw of wars', ['wars']],
  ])('in %s: %s', (lang, term, text, expected) => {
    expect(found(term, text, lang)).toEqual(expected);
  });

  it('keeps the places of the text, whatever folding did', () => {
    const sign = fc.constantFrom(
      'İ',
      'ẞ',
      '’',
      '“',
      '👩‍🌾',
      'é',
      '\u00a0',
      '\ud83d',
      '\u0000',
      '-',
      'x',
      ' ',
      '7',
      '危',
    );
    const odd = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(''));
    const term = compileTerm('crisis');
    fc.assert(
      fc.property(odd, odd, (before, after) => {
        const text = `${before} crisis ${after}`;
        const at = before.length + 1;
        expect(endOfTerm(term, lineOf(fold(text)), at)).toBe(at + 'crisis'.length);
      }),
    );
  });
});

describe('a term that is refused', () => {
  it.each([
    ['', 'is empty'],
    ['   ', 'is empty'],
    ['*', 'asterisk without a word'],
    ['a*', 'at least two letters'],
    ['war of *', 'asterisk without a word'],
    ['wa**', 'two asterisks'],
    ['…', 'no letter'],
    ['x'.repeat(81), 'more than 80'],
    ['wa*r~', '“~” only at the end of a word'],
    ['~', '“~” only at the end'],
    ['a~ war', '“~” only at the end'],
    ['9~', '“~” only at the end'],
  ])('%j', (term, message) => {
    expect(termProblem(term)).toContain(message);
  });

  it.each(['war', 'accus*', '$5', 'ab*', '危机', '9/11'])('but not %s', (term) => {
    expect(termProblem(term)).toBeUndefined();
  });
});
