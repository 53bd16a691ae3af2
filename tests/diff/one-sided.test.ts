import { describe, expect, it } from 'vitest';
import { diffWording } from '#lib/diff/diff-wording';
import type { DifferenceKind } from '#lib/types';
import { compare, draw, inOrder } from './compare';

type Row = [name: string, reference: string, other: string, expected: string[]];

function check(kind: DifferenceKind, rows: Row[]): void {
  it.each(rows)('%s', (_name, reference, other, expected) => {
    expect(compare(reference, other, kind).map(draw)).toEqual(expected);
    const mirrored = compare(other, reference, kind).map(({ reference: a, other: b }) => `${b.text} ~ ${a.text}`);
    expect(mirrored).toEqual(expected.map((each) => each.replace(/^[^:]*: /, '')));
  });
}

describe('negation', () => {
  check('negation', [
    [
      'denied here, said there',
      'The harbour board did not approve the new ferry timetable on Tuesday night.',
      'The harbour board approved the new ferry timetable on Tuesday night.',
      ['negation/reference-only: not approve ~ approved'],
    ],
    [
      'two ways of denying are no difference',
      'The harbour board did not approve the new ferry timetable on Tuesday night.',
      'The harbour board refused to approve the new ferry timetable on Tuesday night.',
      [],
    ],
    [
      'not only is no denial',
      'The harbour board not only approved the new ferry timetable, it paid for it.',
      'The harbour board approved the new ferry timetable and paid for it.',
      [],
    ],
    [
      'a denial of something else',
      'The harbour board approved the new ferry timetable, which did not please islanders.',
      'The harbour board approved the new ferry timetable on Tuesday night.',
      [],
    ],
  ]);
});

describe('quoted fragments', () => {
  check('quoted-fragment', [
    [
      'marks on one side',
      'The board took a “historic” vote on the north ferry line.',
      'The board took a historic vote on the north ferry line.',
      ['quoted-fragment/reference-only: “historic” ~ historic'],
    ],
    [
      'marks on both sides, of different reach',
      'The mayor called the vote “a scandal” on Tuesday, before the ferry left.',
      'The mayor called the vote a “scandal” on Tuesday, before the ferry left.',
      [],
    ],
    [
      'a whole utterance',
      'Asked about the ferry vote, the mayor had a word for it. “Historic,” she said.',
      'The mayor called the ferry vote historic.',
      [],
    ],
    [
      'a name',
      'The board read “The Morning Ferry” before the vote on the ferry line.',
      'The board read The Morning Ferry before the vote on the ferry line.',
      [],
    ],
  ]);
});

describe('descriptors', () => {
  check('descriptor', [
    [
      'other roles beside one name',
      'The plan was drawn up by mayor Ana Ruiz over the winter.',
      'Ana Ruiz, a shipping lawyer from the mainland, drew up the plan.',
      ['descriptor: mayor ~ a shipping lawyer from the mainland'],
    ],
    [
      'the same role with more words',
      'The plan was drawn up by mayor Ana Ruiz over the winter.',
      'Newly elected mayor Ana Ruiz drew up the plan over the winter.',
      [],
    ],
    [
      'a reporting verb is no part of it',
      'Costs will fall, said deputy minister Ana Ruiz on Tuesday.',
      'Costs will fall, newcomer Ana Ruiz said on Tuesday.',
      ['descriptor: deputy minister ~ newcomer'],
    ],
    ['one side says nothing', 'Mayor Ana Ruiz drew up the plan.', 'Ana Ruiz drew up the plan.', []],
    [
      'a body of three capitals is no person',
      'The head Tallow Bay Council spoke.',
      'Critic Tallow Bay Council spoke.',
      [],
    ],
  ]);
});

describe('shown only when asked for', () => {
  check('actor-named', [
    [
      'who did it is named on one side',
      'Guards closed the north pier of Tallow Bay on Tuesday night.',
      'The north pier of Tallow Bay was closed on Tuesday night.',
      ['actor-named/reference-only: Guards closed ~ was closed'],
    ],
    [
      'named with “by”',
      'Guards closed the north pier of Tallow Bay on Tuesday night.',
      'The north pier of Tallow Bay was closed by guards on Tuesday night.',
      [],
    ],
  ]);
  check('quotation-overlapping', [
    [
      'five words in a row, going on differently',
      '“We will fight for every ferry on the northern line,” the mayor said.',
      'The mayor said: “Believe me, we will fight for every islander who needs us.”',
      [
        'quotation-overlapping: “We will fight for every ferry on the northern line,” ~ “Believe me, we will fight for every islander who needs us.”',
      ],
    ],
  ]);
  check('label-suggested', [
    [
      'one modifier, two nouns, three times',
      'The ferry deal was signed on Tuesday. Critics call the ferry deal of the harbour board too dear.',
      'The ferry accord was signed on Tuesday, and critics call it too dear for the harbour board.',
      ['label-suggested: ferry deal ~ ferry accord'],
    ],
  ]);
});

describe('position', () => {
  const filler = (count: number, from: string) =>
    Array.from({ length: count }, (_, n) => `Paragraph ${n} of ${from} is about something else entirely.`);
  const passage = 'The board closed the north ferry line for eleven weeks of repairs.';

  it.each([
    ['first here, seventh there', 0, 6, ['position/reference-only']],
    ['seventh here, first there', 6, 0, ['position/other-only']],
    ['second and fourth: both near the beginning', 1, 3, []],
    ['both far down', 5, 12, []],
  ])('%s', (_name, here, there, expected) => {
    const reference = [...filler(here, 'A'), passage, ...filler(3, 'A')];
    const other = [...filler(there, 'B'), passage, ...filler(3, 'B')];
    const link = { reference: here, other: there, confidence: 0.9, tier: 'strong' as const, moved: false };
    const { differences } = diffWording({
      reference: { headline: '', paragraphs: reference },
      other: { headline: '', paragraphs: other },
      alignment: { links: [link], unmatched: { reference: [], other: [] } },
    });
    const found = differences.filter(({ kind }) => kind === 'position');
    expect(found.map(({ kind, grade }) => `${kind}/${grade}`)).toEqual(expected);
    for (const each of found) expect(each.quiet).toBe(true);
  });

  it('is not said of a possible match', () => {
    const other = [...filler(6, 'B'), passage];
    const { links } = inOrder([passage], [passage]);
    const possible = links.map((link) => ({ ...link, other: 6, tier: 'possible' as const }));
    const { differences } = diffWording({
      reference: { headline: '', paragraphs: [passage] },
      other: { headline: '', paragraphs: other },
      alignment: { links: possible, unmatched: { reference: [], other: [] } },
    });
    expect(differences.filter(({ kind }) => kind === 'position')).toEqual([]);
  });
});
