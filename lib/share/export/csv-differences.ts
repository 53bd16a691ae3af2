import { type Texts, textsOf } from '#lib/comparison/texts';
import type { Difference, Place } from '#lib/types';
import { UNSURE_KINDS } from '#lib/types';
import { KIND_WORDS } from '../difference-words';
import type { Cell } from './csv';
import { type Column, column, OFFSET, PARAGRAPH, type PairRow, pairColumns } from './csv-column';

export type DifferenceRow = PairRow & { difference: Difference };

const placeColumns = (side: 'reference' | 'other', name: string): Column<DifferenceRow>[] => {
  const of = (pick: (place: Place) => Cell) => (row: DifferenceRow) => pick(row.difference[side]);
  return [
    column(
      `${side}_paragraph`,
      'integer',
      `Paragraph of ${name}, ${PARAGRAPH}.`,
      of(({ paragraph }) => paragraph),
    ),
    column(
      `${side}_start`,
      'integer',
      `Where its words begin, ${OFFSET}.`,
      of(({ start }) => start),
    ),
    column(
      `${side}_end`,
      'integer',
      `Where its words end, ${OFFSET}, exclusive.`,
      of(({ end }) => end),
    ),
    column(
      `${side}_text`,
      'text',
      `The words in ${name}.`,
      of(({ text }) => text),
    ),
  ];
};

export const differenceColumns: Column<DifferenceRow>[] = [
  ...pairColumns,
  column('kind', 'code', 'Kind of the difference.', ({ difference }) => difference.kind),
  column('kind_name', 'text', 'The same as the screen calls it.', ({ difference }) => KIND_WORDS[difference.kind]),
  column('grade', 'code', 'Finer class inside the kind.', ({ difference }) => difference.grade),
  column(
    'shown',
    'code',
    'open: listed with a number. folded: an agreement or a small difference. asked: of a kind that is right about as often as not, and shown only when asked for.',
    ({ difference }) => shownAs(difference),
  ),
  column(
    'note',
    'text',
    'The difference in words: here is the reference, there the other text.',
    ({ difference }) => difference.note,
  ),
  column('speaker', 'text', 'Who is speaking, where found.', ({ difference }) => difference.speaker),
  ...placeColumns('reference', 'the reference'),
  ...placeColumns('other', 'the other text'),
];

function shownAs({ kind, quiet }: Difference): string {
  return UNSURE_KINDS.includes(kind) ? 'asked' : quiet ? 'folded' : 'open';
}

export function differenceRows({ comparison }: Texts): DifferenceRow[] {
  const texts = textsOf(comparison, { unsure: true });
  return texts.others.flatMap((other) =>
    (other.pair?.wording.differences ?? []).map((difference) => ({ texts, other, difference })),
  );
}
