'use client';

import { useSyncExternalStore } from 'react';
import { CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts';
import { ticksTo } from '../_views/framing/ticks';

export type LinePoint = {
  key: string;
  /** Under the axis. */
  label: string;
  /** Texts at this point, printed under the label: "3 texts", or "no text". */
  texts: string;
  /** null: no text, and the line has a gap. */
  value: number | null;
  /** Printed at the point: "6 of 23". */
  count: string;
  href: string;
};

/** Room a point needs for its two lines of print; with more points the picture grows and scrolls. */
const STEP = 62;
const HEIGHT = 240;
const AXIS = 46;

type Props = { points: readonly LinePoint[]; unit: 'share' | 'rate'; end: number };

/** One line over time with its count at every point. Drawn in the browser only, like the dot plots. */
export function LinePlot({ points, unit, end }: Props) {
  const isBrowser = useSyncExternalStore(never, yes, no);
  if (!isBrowser) return <svg width="1" height={HEIGHT} />;
  const width = AXIS + Math.max(6, points.length) * STEP;
  const byKey = new Map(points.map((point) => [point.key, point]));
  return (
    <LineChart
      accessibilityLayer={false}
      width={width}
      height={HEIGHT}
      data={[...points]}
      margin={{ top: 22, right: 30, bottom: 14, left: 0 }}
    >
      <CartesianGrid vertical={false} stroke="var(--rule)" />
      <XAxis
        dataKey="key"
        interval={0}
        padding={{ left: 24, right: 24 }}
        tick={(tick: unknown) => <Tick {...tickProps(tick)} byKey={byKey} />}
        tickLine={false}
        stroke="var(--rule-strong)"
      />
      <YAxis
        domain={[0, end]}
        {...(unit === 'share' ? { ticks: ticksTo(end) } : {})}
        width={AXIS}
        tickFormatter={(value: number) => (unit === 'share' ? `${Math.round(100 * value)} %` : String(value))}
        tick={{ fill: 'var(--ink-soft)', fontSize: 12 }}
        stroke="var(--rule-strong)"
      />
      <Line
        dataKey="value"
        type="linear"
        connectNulls={false}
        isAnimationActive={false}
        stroke="var(--series)"
        strokeWidth={2}
        dot={(props: unknown) => <Dot key={dotProps(props).payload.key} {...dotProps(props)} />}
      />
    </LineChart>
  );
}

const never = () => () => {};
const yes = () => true;
const no = () => false;

type Drawn = { cx: number | null; cy: number | null; payload: LinePoint };

// The library hands its shapes an untyped bag; what is used of it is taken out here.
function dotProps(props: unknown): Drawn {
  const { cx, cy, payload } = props as Drawn;
  return { cx, cy, payload };
}

function Dot({ cx, cy, payload: { value, count, href } }: Drawn) {
  if (value === null || cx === null || cy === null) return <g />;
  return (
    <a href={href} tabIndex={-1}>
      <circle cx={cx} cy={cy} r="4.5" fill="var(--paper)" stroke="var(--series)" strokeWidth="2" />
      <text
        x={cx}
        y={cy - 10}
        textAnchor="middle"
        fontSize="11"
        fill="var(--ink)"
        stroke="var(--paper)"
        strokeWidth="3"
        paintOrder="stroke"
      >
        {count}
      </text>
    </a>
  );
}

type AtTick = { x: number; y: number; payload: { value: string } };

function tickProps(tick: unknown): AtTick {
  const { x, y, payload } = tick as AtTick;
  return { x, y, payload };
}

function Tick({ x, y, payload, byKey }: AtTick & { byKey: Map<string, LinePoint> }) {
  const point = byKey.get(payload.value);
  return (
    <text textAnchor="middle" fontSize="11" fill="var(--ink-soft)">
      <tspan x={x} y={y + 10}>
        {point?.label}
      </tspan>
      <tspan x={x} y={y + 24}>
        {point?.texts}
      </tspan>
    </text>
  );
}
