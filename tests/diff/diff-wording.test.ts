import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiffInput, diffWording } from '#lib/diff/diff-wording';
import type { Change, Difference, LabelMention } from '#lib/types';
import { compare, draw, inOrder } from './compare';

const side = (paragraphs: string[], headline = '') => ({ headline, paragraphs });
const passage = (a: string, b: string) =>
  diffWording({ reference: side([a]), other: side([b]), alignment: inOrder([a], [b]) }).passages[0];

describe('shared words', () => {
  it('finds blocks out of order and leaves function words alone', () => {
    const a = 'On Tuesday night the harbour board closed the north pier.';
    const b = 'The north pier was closed by the harbour board of the town on Tuesday night.';
    const shared = passage(a, b)?.shared ?? [];
    expect(shared.map(({ reference }) => a.slice(reference.start, reference.end))).toEqual([
      'On Tuesday night',
      'the harbour board',
      'the north pier',
    ]);
    expect(shared.map(({ other }) => b.slice(other.start, other.end))).toEqual([
      'on Tuesday night',
      'the harbour board',
      'The north pier',
    ]);
  });

  it('marks single words between headlines, where each one counts', () => {
    const [a, b] = ['Board and mayor speak about pier', 'Pier: what the board said to the mayor'];
    const { headline } = diffWording({ reference: side([], a), other: side([], b), alignment: inOrder([], []) });
    expect(headline.shared.map(({ reference }) => a.slice(reference.start, reference.end))).toEqual([
      'Board',
      'mayor',
      'pier',
    ]);
    expect(passage(`${a}.`, `${b}.`)?.shared).toEqual([]);
  });

  it('does not mark a run of function words', () => {
    expect(passage('It is in the bay.', 'It is in the town.')?.shared).toEqual([]);
  });
});

const show = (changes: Change[] = []) =>
  changes.map(({ kind, text }) => (kind === 'kept' ? text : kind === 'added' ? `{${text}}` : `[${text}]`)).join('');

describe('changes', () => {
  it.each([
    [
      'a word replaced',
      'The board closed the old pier today.',
      'The board closed the new pier today.',
      'The board closed the[ old]{ new} pier today.',
    ],
    [
      'a comma',
      'In May, the harbour board closed it.',
      'In May the harbour board closed it.',
      'In May[,] the harbour board closed it.',
    ],
    [
      'a tail',
      'The board closed the old pier.',
      'The board closed the old pier on Tuesday.',
      'The board closed the old pier{ on Tuesday}.',
    ],
    ['identical', 'The board closed it.', 'The board closed it.', 'The board closed it.'],
  ])('%s', (_name, a, b, drawn) => {
    expect(show(passage(a, b)?.changes)).toBe(drawn);
  });

  it('takes a kept function word between two changes into them', () => {
    const a = 'Harbour board closes northern pier, chief of engineers says today.';
    const b = 'Harbour board closes northern pier, head of divers says today.';
    expect(show(passage(a, b)?.changes)).toBe(
      'Harbour board closes northern pier[, chief of engineers]{, head of divers} says today.',
    );
  });

  it('marks no changes where the wording is not nearly the same', () => {
    const a = 'The harbour board voted on Tuesday to close the pier for repairs.';
    const b = 'Repairs will keep the pier shut after a vote, officials of the harbour said.';
    expect(passage(a, b)?.changes).toBeUndefined();
  });

  it('gives both sides back exactly (any text)', () => {
    const word = fc.constantFrom(
      'the',
      'pier',
      'Pier',
      'board',
      'closed',
      'of',
      '“',
      '”',
      ',',
      ' ',
      '  ',
      '. ',
      '2,480.75',
      'don’t',
      "don't",
      'é',
    );
    const text = fc.array(word, { maxLength: 20 }).map((words) => words.join(' '));
    let seen = 0;
    fc.assert(
      fc.property(text, text, fc.boolean(), (a, b, extend) => {
        const other = extend ? `${a} ${b}` : b;
        const changes = passage(a, other)?.changes;
        if (!changes) return;
        seen++;
        expect(
          changes
            .filter(({ kind }) => kind !== 'added')
            .map(({ text }) => text)
            .join(''),
        ).toBe(a);
        expect(
          changes
            .filter(({ kind }) => kind !== 'removed')
            .map(({ text }) => text)
            .join(''),
        ).toBe(other);
      }),
    );
    expect(seen).toBeGreaterThan(0);
  });
});

describe('attribution', () => {
  it.each([
    [
      'another class',
      'Ana Ruiz said the north pier was unsafe for ferries.',
      'Ana Ruiz claimed the north pier was unsafe for ferries.',
      ['attribution-verb/neutral/distancing: said ~ claimed'],
    ],
    [
      'same class',
      'Ana Ruiz insisted the north pier was unsafe for ferries.',
      'Ana Ruiz argued the north pier was unsafe for ferries.',
      ['attribution-verb/same-class: insisted ~ argued'],
    ],
    [
      'neutral verbs',
      'Ana Ruiz said the north pier was unsafe for ferries.',
      'Ana Ruiz added that the north pier was unsafe for ferries.',
      [],
    ],
    [
      'another speaker',
      'Ana Ruiz said the north pier was unsafe for ferries.',
      'Ben Okoye claimed the north pier was unsafe for ferries.',
      [],
    ],
    [
      'at a quotation',
      '“The north pier was never safe for ferries,” Ruiz said.',
      '“The north pier was never safe for ferries,” she admitted.',
      ['attribution-verb/neutral/endorsing: said ~ admitted'],
    ],
  ])('verb: %s', (_name, a, b, expected) => {
    expect(compare(a, b, 'attribution-verb').map(draw)).toEqual(expected);
  });

  const STATED = 'Two of the landing bridges at the northern pier were found corroded during the January check.';
  it.each([
    ['one side names a source', `${STATED.slice(0, -1)}, engineers said.`, STATED, ['reference-only']],
    ['the other way round', STATED, `${STATED.slice(0, -1)}, engineers said.`, ['other-only']],
    ['both attribute', `${STATED.slice(0, -1)}, engineers said.`, `According to divers, ${STATED}`, []],
    [
      'source elsewhere in the paragraph',
      `${STATED.slice(0, -1)}, engineers said.`,
      `${STATED} That is what divers said.`,
      [],
    ],
    ['neither', STATED, STATED, []],
  ])('attributed or not: %s', (_name, a, b, expected) => {
    expect(compare(a, b, 'attributed-or-not').map((each) => each.grade)).toEqual(expected);
  });

  it('names the source in the note', () => {
    const [difference] = compare(`${STATED.slice(0, -1)}, engineers said.`, STATED, 'attributed-or-not');
    expect(difference?.note).toBe('attributed to “engineers” here, stated without attribution there');
  });
});

describe('certainty', () => {
  const FLAT = 'The captain left the burning ferry before the harbour crew arrived.';
  it.each([
    ['adverb', FLAT.replace('left', 'reportedly left'), FLAT, ['certainty/reference-only: reportedly']],
    ['modal', FLAT, FLAT.replace('left', 'may have left'), ['certainty/other-only: may']],
    ['booster', FLAT.replace('left', 'clearly left'), FLAT, ['certainty/reference-only: clearly']],
    ['hedged on both sides', FLAT.replace('left', 'reportedly left'), FLAT.replace('left', 'allegedly left'), []],
    ['attributed there', FLAT.replace('left', 'reportedly left'), `${FLAT.slice(0, -1)}, police said.`, []],
    ['inside quotation marks', `Ruiz said: “${FLAT.replace('left', 'probably left')}”`, `Ruiz said: “${FLAT}”`, []],
    ['the month', FLAT.replace('left', 'left in May'), FLAT, []],
  ])('%s', (_name, a, b, expected) => {
    const found = compare(a, b, 'certainty').map(({ kind, grade, reference, other }) => {
      return `${kind}/${grade}: ${grade === 'reference-only' ? reference.text : other.text}`;
    });
    expect(found).toEqual(expected);
  });
});

describe('labels', () => {
  const mention = (text: string, label: string, paragraphs: string[], paragraph = 0): LabelMention => {
    const start = (paragraphs[paragraph] ?? '').indexOf(text);
    return { concept: 'pier-events', label, paragraph, start, end: start + text.length, text };
  };
  const a = ['The pier crisis kept forty ferry workers out of the harbour on Tuesday.'];
  const b = ['Forty ferry workers stayed out of the harbour on Tuesday in the pier strike.'];

  const labelled = (labels: NonNullable<DiffInput['labels']>) =>
    diffWording({ reference: side(a), other: side(b), alignment: inOrder(a, b), labels })
      .differences.filter((each) => each.kind === 'label')
      .map((each) => each.note);

  it('compares labels of one concept in corresponding sentences', () => {
    const labels = { reference: [mention('crisis', 'crisis', a)], other: [mention('strike', 'strike', b)] };
    expect(labelled(labels)).toEqual(['“crisis” here, “strike” there']);
  });

  it('sees no difference where one side uses both labels', () => {
    const labels = {
      reference: [mention('crisis', 'crisis', a), mention('pier', 'strike', a)],
      other: [mention('strike', 'strike', b)],
    };
    expect(labelled(labels)).toEqual([]);
  });

  it('compares the two headlines', () => {
    const headlines = ['Pier crisis goes on', 'Strike at the pier'] as const;
    const at = (text: string, headline: string, label: string): LabelMention => {
      const start = headline.indexOf(text);
      return { concept: 'c', label, paragraph: -1, start, end: start + text.length, text };
    };
    const { differences } = diffWording({
      reference: side([], headlines[0]),
      other: side([], headlines[1]),
      alignment: inOrder([], []),
      labels: { reference: [at('crisis', headlines[0], 'crisis')], other: [at('Strike', headlines[1], 'strike')] },
    });
    expect(differences.map((each) => [each.kind, each.reference.paragraph, each.note])).toEqual([
      ['label', -1, '“crisis” here, “Strike” there'],
    ]);
  });
});

const FRAGMENTS = [
  'The board closed the northern pier after corrosion weakened two landing bridges on Tuesday.',
  'Two landing bridges of the northern pier were weakened by corrosion, engineers said.',
  '“We have waited eleven years for this ferry,” Ana Ruiz said.',
  'Ana Ruiz claimed: “We have waited twelve years for this ferry.”',
  '“We have waited … for this ferry,” she admitted, adding that nobody listened.',
  'About 48,920 nets were destroyed in the harbour on Tuesday, the board said.',
  'Almost 49,000 nets were reportedly destroyed in the harbour on Tuesday.',
  'The storm destroyed 48,000 nets in the harbour, according to police.',
  'Fares rose by 4.5 percent to $12 in the harbour.',
];
const article = fc
  .array(fc.array(fc.constantFrom(...FRAGMENTS), { minLength: 1, maxLength: 3 }), { maxLength: 4 })
  .map((all) => all.map((each) => each.join(' ')));

describe('diffWording', () => {
  const everyLink = (a: string[], b: string[]) => ({
    links: a.flatMap((_, reference) =>
      b.map((_, other) => ({ reference, other, confidence: 0.6, tier: 'strong' as const, moved: false })),
    ),
    unmatched: { reference: [], other: [] },
  });

  it('gives places that slice back, in reading order, each once, and the same twice (any article)', () => {
    fc.assert(
      fc.property(article, article, (a, b) => {
        const input = { reference: side(a), other: side(b), alignment: everyLink(a, b) };
        const { differences } = diffWording(input);
        for (const { reference, other } of differences) {
          expect(a[reference.paragraph]?.slice(reference.start, reference.end)).toBe(reference.text);
          expect(b[other.paragraph]?.slice(other.start, other.end)).toBe(other.text);
        }
        const order = differences.map(({ reference }) => reference.paragraph * 1e6 + reference.start);
        expect(order).toEqual([...order].sort((x, y) => x - y));
        const keys = differences.map(keyOf);
        expect(new Set(keys).size).toBe(keys.length);
        expect(diffWording(input).differences).toEqual(differences);
      }),
      { numRuns: 50 },
    );
  });

  it('gives mirrored differences when the sides are swapped', () => {
    const a = FRAGMENTS.filter((_, index) => index % 2 === 0);
    const b = FRAGMENTS.filter((_, index) => index % 2 === 1);
    const there = diffWording({ reference: side(a), other: side(b), alignment: everyLink(a, b) }).differences;
    const back = diffWording({ reference: side(b), other: side(a), alignment: everyLink(b, a) }).differences;
    expect(there.length).toBeGreaterThan(3);
    expect(back.map(mirrored).map(keyOf).sort()).toEqual(there.map(keyOf).sort());
  });

  it.each([
    ['no text', [], []],
    ['empty paragraphs', ['', ' '], ['', '…']],
    ['one side empty', ['The board closed the pier.'], []],
    ['emoji and combining signs', ['👩‍🚒 e\u0301té “👍 👍”'], ['👩‍🚒 “👍”']],
  ])('%s: no exception', (_name, a, b) => {
    expect(diffWording({ reference: side(a), other: side(b), alignment: inOrder(a, b) }).differences).toEqual([]);
  });

  it('compares only quotations and words in other languages', () => {
    const a = 'Der Hafenrat hat 12 Boote verkauft, „wir haben elf Jahre auf die Fähre gewartet“, sagte Ruiz.';
    const b = '„Wir haben elf Jahre auf die Fähre gewartet“, sagte Ruiz; der Hafenrat hat 15 Boote verkauft.';
    expect(compare(a, b).map((each) => each.kind)).toEqual(['quotation-same']);
  });

  it('shows the two headlines as a passage', () => {
    const { headline } = diffWording({
      reference: side([], 'Board closes northern pier'),
      other: side([], 'Board closes northern pier for repairs'),
      alignment: inOrder([], []),
    });
    expect(headline).toMatchObject({ reference: -1, other: -1 });
    expect(show(headline.changes)).toBe('Board closes northern pier{ for repairs}');
  });

  it('uses only neutral words in its notes', () => {
    const notes = compare(FRAGMENTS.join(' '), [...FRAGMENTS].reverse().join(' ')).map((each) => each.note);
    expect(notes.join('\n')).not.toMatch(/bias|slant|spin|omit|hide|ignor|suppress|wrong|false|true|claims|loaded/i);
  });
});

function keyOf({ kind, grade, reference, other, quiet }: Difference): string {
  return JSON.stringify([kind, grade, reference, other, quiet]);
}

const MIRROR: Record<string, string> = { 'reference-only': 'other-only', 'other-only': 'reference-only' };

function mirrored(difference: Difference): Difference {
  const { reference, other, grade, ...rest } = difference;
  const flipped = grade?.includes('/') ? grade.split('/').reverse().join('/') : MIRROR[grade ?? ''];
  return { ...rest, reference: other, other: reference, ...(grade === undefined ? {} : { grade: flipped ?? grade }) };
}
