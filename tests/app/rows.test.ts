import { describe, expect, it } from 'vitest';
import { textsOf } from '#lib/comparison/texts';
import type { Article, Link } from '#lib/types';
import { changeMarks, type Row, rowsOf } from '../../app/_views/side/rows';
import { article, BRIDGE, BRIDGE_TOO, compared } from './invented';

const link = (reference: number, other: number, confidence = 0.9, moved = false): Link => ({
  reference,
  other,
  confidence,
  tier: confidence >= 0.5 ? 'strong' : 'possible',
  moved,
});

/** Rows drawn as "reference paragraphs | other paragraphs", the headline row left away. */
function draw(sizes: [number, number], links: Link[]): string[] {
  const make = (id: string, size: number): Article =>
    article({ id, paragraphs: Array.from({ length: size }, (_, at) => `${id}${at}`) });
  const [reference, other] = [make('a', sizes[0]), make('b', sizes[1])];
  const base = compared([
    { id: 'a', paragraphs: [] },
    { id: 'b', paragraphs: [] },
  ]);
  const wording = { passages: [], differences: [], headline: { reference: -1, other: -1, shared: [] } };
  const pair = { other: 'b', alignment: { links, unmatched: { reference: [], other: [] } }, wording };
  const texts = textsOf({ ...base, articles: [reference, other], pairs: [pair], notes: [] });
  const first = texts.others[0];
  if (!first) throw new Error('no other text');
  const side = (cells: Row['reference']) => cells.map(({ paragraph }) => paragraph).join(' ');
  return rowsOf(texts, first)
    .slice(1)
    .map((row) => `${side(row.reference)}|${side(row.other)}${row.moved ? ' moved' : ''}`);
}

describe('rowsOf', () => {
  it.each<[string, [number, number], Link[], string[]]>([
    ['one to one', [2, 2], [link(0, 0), link(1, 1)], ['0|0', '1|1']],
    ['nothing matches', [1, 2], [], ['|0', '|1', '0|']],
    ['one to many', [1, 2], [link(0, 0), link(0, 1)], ['0|0 1']],
    ['moved', [2, 2], [link(0, 1), link(1, 0, 0.9, true)], ['0|1', '1|0 moved']],
    ['an unmatched one follows its neighbour', [2, 3], [link(0, 0), link(1, 2)], ['0|0', '|1', '1|2']],
    [
      'possible links make a row only where nothing stronger does',
      [2, 2],
      [link(0, 0), link(1, 0, 0.3), link(1, 1, 0.3)],
      ['0|0', '1|1'],
    ],
    [
      'chains do not swallow the article',
      [5, 5],
      [link(0, 0), link(1, 0, 0.8), link(1, 1, 0.7), link(2, 1, 0.6), link(3, 1, 0.55), link(3, 3, 0.9), link(4, 4)],
      ['0 1 2|0 1', '|2', '3|3', '4|4'],
    ],
  ])('%s', (_name, sizes, links, expected) => {
    expect(draw(sizes, links)).toEqual(expected);
  });

  it('shows every paragraph of both sides exactly once, and numbers every difference once', () => {
    const comparison = compared([
      { id: 'a', paragraphs: BRIDGE },
      { id: 'b', paragraphs: BRIDGE_TOO },
    ]);
    const texts = textsOf(comparison);
    const other = texts.others[0];
    if (!other) throw new Error('no other text');
    const rows = rowsOf(texts, other);
    expect(rows.flatMap((row) => row.reference.map(({ paragraph }) => paragraph)).sort()).toEqual([-1, 0, 1, 2, 3]);
    expect(rows.flatMap((row) => row.other.map(({ paragraph }) => paragraph)).sort()).toEqual([-1, 0, 1, 2]);
    const numbers = rows.flatMap((row) => row.differences.map(({ number }) => number));
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  });
});

describe('changeMarks', () => {
  const changes = [
    { kind: 'kept', text: 'The old ' },
    { kind: 'removed', text: 'stone ' },
    { kind: 'added', text: 'iron ' },
    { kind: 'kept', text: 'bridge' },
    { kind: 'added', text: ' ' },
  ] as const;

  it.each([
    ['reference', 'The old stone bridge', ['stone']],
    ['other', 'The old iron bridge ', ['iron']],
  ] as const)('marks what only the %s has, without the blanks beside it', (side, text, expected) => {
    expect(changeMarks(changes, side, 'A').map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});
