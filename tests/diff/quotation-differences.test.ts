import { describe, expect, it } from 'vitest';
import { diffWording } from '#lib/diff/diff-wording';
import { UNSURE_KINDS } from '#lib/types';
import { compare } from './compare';

const said = (quotation: string) =>
  `At the pier on Tuesday Ana Ruiz said: “${quotation}” The crowd of fishermen listened.`;
const kinds = (a: string, b: string) =>
  compare(said(a), said(b))
    .filter((each) => each.kind.startsWith('quotation'))
    .map((each) => `${each.kind}${each.grade === undefined ? '' : `/${each.grade}`}${each.quiet ? ' quiet' : ''}`);

const FULL = 'We have waited eleven years for this ferry and nobody in the harbour office listened';

describe('quotations', () => {
  it.each([
    ['same', FULL, FULL, ['quotation-same quiet']],
    [
      'contractions',
      'We’re not going to leave the old pier',
      'We are not gonna leave the old pier',
      ['quotation-same quiet'],
    ],
    ['case and stops', 'The old pier must close', 'the old pier must close.', ['quotation-same quiet']],
    ['number words', 'It took eleven men to lift it', 'It took 11 men to lift it', ['quotation-same quiet']],
    ['titles', 'Senator Okoye never saw the pier', 'Sen. Okoye never saw the pier', ['quotation-same quiet']],
    ['abbreviated country', 'The U.S. ferry was never sold', 'The US ferry was never sold', ['quotation-same quiet']],
    ['ampersand', 'Nets & boats were left behind', 'Nets and boats were left behind', ['quotation-same quiet']],
    ['per cent', 'Fares rose by ten percent this year', 'Fares rose by 10% this year', ['quotation-same quiet']],
    [
      'spelling',
      'The harbour labour rules were ignored',
      'The harbor labor rules were ignored',
      ['quotation-same quiet'],
    ],
    [
      'hyphen',
      'An active-duty sailor brought us home',
      'An active duty sailor brought us home',
      ['quotation-same quiet'],
    ],
    [
      'joined',
      'They planned the whole cover-up in the harbour office',
      'They planned the whole coverup in the harbour office',
      ['quotation-same quiet'],
    ],
    ['shortened', FULL, 'nobody in the harbour office listened', ['quotation-shortened']],
    ['elided', FULL, 'We have waited … and nobody in the harbour office listened', ['quotation-elided']],
    [
      'function word',
      'I am sure that they will rebuild the pier before winter',
      'I am sure they will rebuild the pier before winter',
      ['quotation-worded-differently/function-word quiet'],
    ],
    [
      'content word',
      'The staff were told to leave the pier before winter',
      'The workers were told to leave the pier before winter',
      ['quotation-worded-differently/content-word'],
    ],
    [
      'negation',
      'The board did agree to rebuild the pier before winter',
      'The board did not agree to rebuild the pier before winter',
      ['quotation-worded-differently/negation-or-number'],
    ],
    [
      'number',
      'It will cost us 40 crowns to rebuild the pier',
      'It will cost us 60 crowns to rebuild the pier',
      ['quotation-worded-differently/negation-or-number'],
    ],
    [
      'modal verb',
      'I do not see a way to rebuild the pier',
      'I can not see a way to rebuild the pier',
      ['quotation-worded-differently/content-word'],
    ],
    ['unrelated', FULL, 'Ticket prices were raised twice since spring', []],
  ])('%s', (_name, a, b, expected) => {
    expect(kinds(a, b)).toEqual(expected);
  });

  it('lists the words that differ', () => {
    const [difference] = compare(
      said('The staff were told to leave the pier before winter'),
      said('The workers were told to leave the pier before winter'),
    );
    expect(difference?.note).toBe('quoted with different words: “staff” here, “workers” there');
    expect(difference?.speaker).toBe('Ana Ruiz');
  });

  it.each([
    [
      'begin alike',
      `${FULL} until spring came round`,
      `${FULL.split(' ').slice(0, 8).join(' ')} while others sailed past us`,
    ],
    ['few words, another speaker and place', 'trying to take credit', 'trying to take credit'],
  ])('does not join two utterances: %s', (_name, a, b) => {
    const { differences } = diffWording({
      reference: { headline: '', paragraphs: [`Ben Okoye said: “${a}.”`] },
      other: { headline: '', paragraphs: [`Ana Ruiz said: “${b}.”`] },
      alignment: { links: [], unmatched: { reference: [], other: [] } },
    });
    const sure = differences.filter(({ kind }) => !UNSURE_KINDS.includes(kind));
    expect(sure.map((each) => each.kind)).toEqual([]);
  });

  it('meets both halves of a quotation that the other text interrupts', () => {
    const whole = `“${FULL}, and now the pier is closed for good,” Ruiz said.`;
    const halves = `“${FULL},” Ruiz said, “and now the pier is closed for good.”`;
    expect(compare(whole, halves, 'quotation-same', 'quotation-shortened').map((each) => each.kind)).toEqual([
      'quotation-shortened',
      'quotation-shortened',
    ]);
  });

  it('finds a quotation in paragraphs that are not linked', () => {
    const { differences } = diffWording({
      reference: { headline: 'A', paragraphs: ['It rained.', `“${FULL},” Ruiz said.`] },
      other: { headline: 'B', paragraphs: [`Ruiz: “${FULL}.”`] },
      alignment: { links: [], unmatched: { reference: [], other: [] } },
    });
    expect(differences.map((each) => [each.kind, each.reference.paragraph, each.other.paragraph])).toEqual([
      ['quotation-same', 1, 0],
    ]);
  });

  it('takes a name in quotation marks for a name', () => {
    expect(compare('Ruiz spoke on “Morning Harbour Show” today.', 'On “Morning Harbour Show” Ruiz spoke.')).toEqual([]);
  });

  it('notices that one text quotes what the other tells', () => {
    const [difference, ...rest] = compare(
      '“The harbour board closed the northern pier because corrosion weakened two bridges,” Ruiz said.',
      'Ruiz told fishermen that the board closed the northern pier since corrosion had weakened two of its bridges.',
      'quotation-paraphrased',
    );
    expect(rest).toEqual([]);
    expect(difference).toMatchObject({
      note: 'quoted here, paraphrased there',
      grade: 'reference-only',
      speaker: 'Ruiz',
    });
  });

  it('notices the same words without quotation marks', () => {
    const [difference] = compare(
      'The northern pier closed after corrosion weakened two landing bridges, Ruiz said.',
      'Ruiz said the northern pier “closed after corrosion weakened two landing bridges”.',
      'quotation-paraphrased',
    );
    expect(difference?.note).toBe('quoted there, the same words without quotation marks here');
  });
});
