import { describe, expect, it } from 'vitest';
import { suggestLabels } from '#lib/framing/suggest-labels';
import { concept, toy } from './toy-codebook';

const text = (outlet: string, ...paragraphs: string[]) => ({ id: outlet, outlet, paragraphs });

/** `trade: trade deal 2 (A), trade agreement 1 (B)` */
const drawn = (...given: Parameters<typeof suggestLabels>) =>
  suggestLabels(...given).map(({ phrases }) =>
    phrases.map(({ phrase, mentions, outlets }) => `${phrase} ${mentions} (${outlets.join(' ')})`).join(', '),
  );

const DEAL = 'Ministers signed the trade deal in May.';
const PACT = 'Ministers signed the trade agreement in May.';

describe('same modifier, different noun', () => {
  it.each([
    [
      'in two outlets, three mentions',
      [text('A', DEAL, DEAL), text('B', PACT)],
      ['trade deal 2 (A), trade agreement 1 (B)'],
    ],
    ['two mentions only', [text('A', DEAL), text('B', PACT)], []],
    ['in one outlet only', [text('A', DEAL, DEAL, PACT)], []],
    ['the same noun everywhere', [text('A', DEAL, DEAL), text('B', DEAL)], []],
    ['plural and singular are one noun', [text('A', DEAL, DEAL), text('B', 'They like trade deals.')], []],
    ['inside quotation marks', [text('A', DEAL, DEAL), text('B', 'She said: “We want a trade agreement.”')], []],
    ['a phrase that goes on', [text('A', DEAL, DEAL), text('B', 'The trade agreement talks went on.')], []],
    [
      'a verb after it does not go on',
      [text('A', DEAL, DEAL), text('B', 'The trade agreement failed.')],
      ['trade deal 2 (A), trade agreement 1 (B)'],
    ],
    ['a name', [text('A', 'The Harbour deal.', 'The Harbour deal.'), text('B', 'The Harbour agreement.')], []],
    [
      'how many, and not what',
      [text('A', 'It makes eight crossings.', 'With eight crossings.'), text('B', 'It sails eight times.')],
      [],
    ],
    [
      'a verb after its subject',
      [text('A', 'The authority said.', 'The authority said.'), text('B', 'The authority hopes.')],
      [],
    ],
    ['a comma between', [text('A', DEAL, DEAL), text('B', 'On trade, agreement is near.')], []],
    [
      'three nouns, between outlets first',
      [
        text('A', DEAL, DEAL, 'A ferry ramp and a ferry pier.', 'A ferry ramp and a ferry pier.'),
        text('B', PACT, 'There is a trade accord. A ferry ramp and a ferry pier.'),
      ],
      ['trade deal 2 (A), trade accord 1 (B), trade agreement 1 (B)', 'ferry pier 3 (A B), ferry ramp 3 (A B)'],
    ],
  ])('%s', (_name, texts, expected) => {
    expect(drawn(texts, toy())).toEqual(expected);
  });

  const texts = [text('A', DEAL, DEAL), text('B', PACT)];

  it('is not offered again once it was rejected, in whichever order', () => {
    expect(drawn(texts, toy(), [['trade deal', 'trade agreement']])).toEqual([]);
    expect(drawn(texts, toy(), [['trade agreement', 'trade deal']])).toEqual([]);
    expect(drawn(texts, toy(), [['trade deal', 'trade pact']])).toHaveLength(1);
  });

  it('a third noun is offered beside one that was not rejected with it', () => {
    const more = [...texts, text('C', 'There is a trade accord.')];
    expect(drawn(more, toy(), [['trade deal', 'trade agreement']])).toEqual([
      'trade deal 2 (A), trade accord 1 (C), trade agreement 1 (B)',
    ]);
    expect(
      drawn(more, toy(), [
        ['trade deal', 'trade agreement'],
        ['trade accord', 'trade agreement'],
      ]),
    ).toEqual(['trade deal 2 (A), trade accord 1 (C)']);
  });

  it('what the codebook’s labels find already is no news', () => {
    const labels = [{ id: 'deal', label: 'deal', terms: ['trade deal*'] }];
    expect(drawn(texts, toy({ concepts: [concept({ labels })] }))).toEqual([]);
  });

  it('names the first place of each phrase', () => {
    const [first] = suggestLabels(texts, toy());
    const { articleId, paragraph, start, end } = first?.phrases[1]?.place ?? {
      articleId: '',
      paragraph: 0,
      start: 0,
      end: 0,
    };
    expect(texts.find(({ id }) => id === articleId)?.paragraphs[paragraph]?.slice(start, end)).toBe('trade agreement');
  });
});
