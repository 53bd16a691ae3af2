import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAttributions } from '#lib/text/reported-speech';

/** "speaker | verb | class" of every attribution. */
const read = (text: string) =>
  findAttributions(text).map(({ speaker, verb }) => `${speaker?.text ?? '-'} | ${verb.text} | ${verb.class}`);

describe('findAttributions', () => {
  it.each([
    ['that-clause', 'The mayor said that the bridge is safe.', ['The mayor | said | neutral']],
    ['no "that"', 'Ruiz insisted the bridge was safe.', ['Ruiz | insisted | assertive']],
    ['after the clause', 'The bridge is safe, the mayor said on Tuesday.', ['the mayor | said | neutral']],
    ['after a quotation', '“The bridge is safe,” Sen. Ana Ruiz said.', ['Sen. Ana Ruiz | said | neutral']],
    ['inverted', '“The bridge is safe,” said Ana Ruiz, the mayor.', ['Ana Ruiz | said | neutral']],
    ['inverted in a headline', "Bridge 'safe', says mayor", ['mayor | says | neutral']],
    ['colon', 'Ruiz warned: “Nobody crosses.”', ['Ruiz | warned | assertive']],
    ['pronoun', '“We are done,” she claimed.', ['she | claimed | distancing']],
    ['“has” cut short is no possessive', 'He’s claimed that the bridge is safe.', ['He’s | claimed | distancing']],
    ['according to', 'The man fled, according to police.', ['police | according to | neutral']],
    [
      'office with a preposition',
      'A spokesman for the water board admitted that it leaks.',
      ['A spokesman for the water board | admitted | endorsing'],
    ],
    ['apposition', 'Ana Ruiz, the mayor of Tallow Bay, said it leaks.', ['Ana Ruiz | said | neutral']],
    ['office, then name', 'A spokeswoman for the board, Ana Ruiz, said it leaks.', ['Ana Ruiz | said | neutral']],
    ['relative clause', 'The man who sold the boat said it leaks.', ['The man | said | neutral']],
    ['brackets', 'Rep. Ana Ruiz (Tallow Bay) tweeted that it leaks.', ['Rep. Ana Ruiz | tweeted | neutral']],
    ['adverb and auxiliary', 'Ruiz has repeatedly said it leaks.', ['Ruiz | said | neutral']],
    ['a name in -ly', 'John Kelly said it leaks.', ['John Kelly | said | neutral']],
    ['listener', 'Ruiz told reporters that it leaks.', ['Ruiz | told | neutral']],
    ['listener, no "that"', 'Ruiz told reporters the ferry was old.', ['Ruiz | told | neutral']],
    ['point out', 'Ruiz pointed out that it leaks.', ['Ruiz | pointed out | endorsing']],
    ['accusation', 'Ruiz accused the board of wasting money.', ['Ruiz | accused | adversarial']],
    ['ambiguous verb before a quotation', 'She called the plan “a disgrace”.', ['She | called | neutral']],
    ['ambiguous verb before "that"', 'Critics charge that it leaks.', ['Critics | charge | adversarial']],
    ['passive', 'The captain is said to have left.', ['- | said | neutral']],
    [
      'participle keeps the speaker',
      '“We are done,” Ruiz said, adding that it leaks.',
      ['Ruiz | said | neutral', 'Ruiz | adding | neutral'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['ambiguous verb without speech', 'She called her mother and showed the door.'],
    ['noun', 'The report that the bridge failed angered the council.'],
    ['noun after a preposition', 'Amid claims that the bridge failed, the board met.'],
    ['states as a noun', 'It binds the six states that also joined.'],
    ['part of a name', 'He wrote a column in the Harbour Post that nobody read.'],
    ['noun after an apostrophe', 'Critics laughed at Lind’s claim that the bridge is safe.'],
    ['adjective after an apostrophe', 'The payments to the minister’s alleged creditors go on.'],
    ['noun after an outlet’s name', 'It followed a Harbour Radio report last Monday that the bridge leaks.'],
    ['refusal', 'Officials declined to say whether it failed.'],
    ['negated', 'The board did not say that it failed.'],
    ['order', 'Ruiz told them to leave.'],
    ['inside a quotation', '“He said that it leaks.”'],
    ['adjective', 'The alleged theft and the reported leak.'],
    ['action, not speech', 'The board rejected the bid and slammed the door.'],
  ])('nothing: %s', (_name, text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    ['whole sentence', 'It rained. The mayor said that it leaks.', 'The mayor said that it leaks.'],
    ['with its quotation', '“A. B,” Ruiz said. It rained.', '“A. B,” Ruiz said.'],
    ['elided subject', 'The board closed the pier and said it was unsafe.', 'said it was unsafe.'],
    ['participle', 'The board closed the pier, saying that it leaks.', 'saying that it leaks.'],
    ['second clause', 'The board closed the pier, but Ruiz said that it is safe.', 'Ruiz said that it is safe.'],
  ])('scope: %s', (_name, text, scope) => {
    const [attribution] = findAttributions(text);
    expect(attribution && text.slice(attribution.scope.start, attribution.scope.end)).toBe(scope);
  });

  it('gives spans that slice back (any text)', () => {
    const piece = fc.constantFrom(
      'Ruiz',
      'said',
      'that',
      '“',
      '”',
      ',',
      '. ',
      'the',
      'board',
      'claims',
      'according',
      'to',
      'who',
      '(',
      ')',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join(' ');
        for (const { verb, speaker, scope } of findAttributions(text)) {
          expect(text.slice(verb.start, verb.end)).toBe(verb.text);
          if (speaker) expect(text.slice(speaker.start, speaker.end)).toBe(speaker.text);
          expect(scope.start).toBeLessThanOrEqual(verb.start);
          expect(scope.end).toBeGreaterThanOrEqual(verb.end);
        }
      }),
    );
  });
});
