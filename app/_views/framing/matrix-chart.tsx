import { useId } from 'react';
import { linkTo, type Place } from '#lib/share/shown';
import type { ConceptCode, Voice } from '#lib/types';
import { fillsOf, Hatch } from './hatch';

export type MatrixRow = {
  outletId: string;
  name: string;
  /** A label each, in the order of the concept. */
  cells: { label: string; count: number; byVoice: Record<Voice, number> }[];
};

const ROW = 28;
const HEAD = 24;
const BAR = 56;
const LETTER = 7.2;

/** Outlets × labels: the count, and a bar of its share within the row, cut by voice. Drawn on the server, so it needs no script. */
export function MatrixChart({
  concept,
  rows,
  place,
}: {
  concept: ConceptCode;
  rows: readonly MatrixRow[];
  place: Place;
}) {
  const hatch = useId().replace(/[^\w-]/g, '');
  const fills = fillsOf(hatch);
  const names = Math.max(...rows.map(({ name }) => name.length)) * LETTER + 16;
  const columns = concept.labels.map(({ label }) => Math.max(BAR + 34, label.length * LETTER + 14));
  const lefts = columns.map((_, at) => names + columns.slice(0, at).reduce((sum, width) => sum + width, 0));
  const width = names + columns.reduce((sum, each) => sum + each, 0);
  const height = HEAD + rows.length * ROW + 4;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} fontSize="12" role="presentation">
      <Hatch id={hatch} />
      {concept.labels.map(({ id, label }, at) => (
        <text key={id} x={lefts[at]} y={15} fill="var(--ink-soft)">
          {label}
        </text>
      ))}
      {rows.map(({ outletId, name, cells }, row) => {
        const y = HEAD + row * ROW;
        const total = cells.reduce((sum, { count }) => sum + count, 0);
        return (
          <g key={outletId}>
            <line x1="0" x2={width} y1={y} y2={y} stroke="var(--rule)" />
            <text x="0" y={y + ROW / 2 + 4} fill="var(--ink)">
              {name}
            </text>
            {cells.map(({ label, count, byVoice }, at) => (
              <Cell key={label} {...{ count, byVoice, total, fills }} x={lefts[at] ?? 0} y={y}>
                {linkTo(place, { code: label, outlet: outletId, cell: undefined }, 'evidence')}
              </Cell>
            ))}
          </g>
        );
      })}
    </svg>
  );
}

type CellProps = {
  count: number;
  byVoice: Record<Voice, number>;
  total: number;
  fills: Record<Voice, string>;
  x: number;
  y: number;
  children: string;
};

function Cell({ count, byVoice, total, fills, x, y, children: href }: CellProps) {
  if (count === 0)
    return (
      <text x={x} y={y + ROW / 2 + 4} fill="var(--ink-soft)">
        0
      </text>
    );
  let from = x + 22;
  return (
    <a href={href} tabIndex={-1}>
      <text x={x} y={y + ROW / 2 + 4} fill="var(--ink)">
        {count}
      </text>
      {(['own', 'attributed', 'quoted'] as const).map((voice) => {
        const wide = (BAR * byVoice[voice]) / total;
        const start = from;
        from += wide;
        return wide === 0 ? null : (
          <rect key={voice} x={start} y={y + 9} width={wide} height="10" fill={fills[voice]} stroke="var(--series)" />
        );
      })}
    </a>
  );
}
