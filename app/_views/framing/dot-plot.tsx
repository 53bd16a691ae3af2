'use client';

import { useId, useState, useSyncExternalStore } from 'react';
import { CartesianGrid, ErrorBar, ResponsiveContainer, Scatter, ScatterChart, XAxis, YAxis } from 'recharts';
import { Hatch } from './hatch';
import { ticksTo } from './ticks';
import { type Parts, VoiceDot } from './voice-dot';

export type DotRow = {
  name: string;
  share: number;
  /** As printed: "6 of 23". */
  count: string;
  parts: Parts;
  href: string;
  interval?: { low: number; high: number; rough: boolean };
};

const ROW = 30;
const AXIS = 34;
const BAR = { direction: 'x', stroke: 'var(--ink-soft)', isAnimationActive: false } as const;
/** Width of a letter of a name, and the most names may take of the chart. */
const LETTER = 7;
const NAMES = 0.4;

/**
 * Shares of outlets on one scale, outlets in the order given. Drawn in the browser only: the chart library needs to measure
 * its place, and its markup from the server would carry style attributes, which the content security policy refuses.
 */
export function DotPlot({ rows, end }: { rows: readonly DotRow[]; end: number }) {
  const hatch = useId().replace(/[^\w-]/g, '');
  const isBrowser = useSyncExternalStore(never, yes, no);
  const [width, setWidth] = useState(480);
  const longest = Math.max(...rows.map((row) => row.name.length));
  const room = Math.min(longest * LETTER + 12, width * NAMES);
  const points = rows.map((row) => ({ ...row, ...spreadOf(row) }));
  // Holds the place until the browser draws, so that nothing jumps.
  if (!isBrowser) return <svg width="1" height={rows.length * ROW + AXIS} />;
  return (
    <ResponsiveContainer width="100%" onResize={setWidth} height={rows.length * ROW + AXIS} minWidth={0}>
      <ScatterChart accessibilityLayer={false} margin={{ top: 4, right: 72, bottom: 0, left: 0 }}>
        <Hatch id={hatch} />
        <CartesianGrid vertical={false} stroke="var(--rule)" />
        <XAxis
          type="number"
          dataKey="share"
          domain={[0, end]}
          ticks={ticksTo(end)}
          tickFormatter={(share: number) => `${Math.round(100 * share)} %`}
          tick={{ fill: 'var(--ink-soft)', fontSize: 12 }}
          stroke="var(--rule-strong)"
        />
        <YAxis
          type="category"
          dataKey="name"
          width={room}
          interval={0}
          reversed
          allowDuplicatedCategory={false}
          tick={(tick: unknown) => <Name {...tickProps(tick)} letters={Math.floor((room - 12) / LETTER)} />}
          tickLine={false}
          stroke="var(--rule-strong)"
        />
        <Scatter
          data={points}
          isAnimationActive={false}
          shape={(props: unknown) => <VoiceDot {...dotProps(props)} hatch={hatch} />}
        >
          {/* Thin and broken where it is rough: an interval that may be relied on must look different from one that may not.
              Where there is none there is no bar, since one of length 0 would still have its caps. All in one series, or the
              outlets would be put in order of their intervals. */}
          <ErrorBar dataKey="rough" {...BAR} width={0} strokeWidth={1} strokeDasharray="3 3" />
          <ErrorBar dataKey="sure" {...BAR} width={5} strokeWidth={2} />
        </Scatter>
      </ScatterChart>
    </ResponsiveContainer>
  );
}

function spreadOf({ share, interval }: DotRow): { rough?: number[]; sure?: number[] } {
  if (interval === undefined) return {};
  const spread = [share - interval.low, interval.high - share];
  return interval.rough ? { rough: spread } : { sure: spread };
}

// The server never draws, the browser always does.
const never = () => () => {};
const yes = () => true;
const no = () => false;

type Drawn = { cx: number; cy: number; payload: DotRow };

// The library hands its shapes an untyped bag; what is used of it is taken out here.
function dotProps(props: unknown): Drawn {
  const { cx, cy, payload } = props as Drawn;
  return { cx, cy, payload };
}

type Tick = { x: number; y: number; payload: { value: string } };

function tickProps(tick: unknown): Tick {
  const { x, y, payload } = tick as Tick;
  return { x, y, payload };
}

// On one line, unlike the library's own, and cut where there is no room: the table has it whole.
function Name({ x, y, payload: { value }, letters }: Tick & { letters: number }) {
  return (
    <text x={x - 4} y={y} textAnchor="end" dominantBaseline="central" fontSize={12} fill="var(--ink)">
      {value.length <= letters ? value : `${value.slice(0, Math.max(1, letters - 1)).trimEnd()}…`}
    </text>
  );
}
