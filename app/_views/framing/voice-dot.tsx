import type { Voice } from '#lib/types';
import { fillsOf } from './hatch';

export type Parts = Record<Voice, number>;

const RADIUS = 7.5;

type Props = {
  cx: number;
  cy: number;
  hatch: string;
  payload: { count: string; parts: Parts; href: string };
};

/** A dot cut like a cake: open for the outlet's own words, filled for attributed, hatched for quoted. Zero is a small ring. */
export function VoiceDot({ cx, cy, hatch, payload }: Props) {
  const { parts, count, href } = payload;
  const total = parts.own + parts.attributed + parts.quoted;
  const fills = fillsOf(hatch);
  let turned = 0;
  return (
    <a href={href} target="_self" tabIndex={-1}>
      {total === 0 ? (
        <circle cx={cx} cy={cy} r={3} fill="var(--paper)" stroke="var(--ink-soft)" />
      ) : (
        (['own', 'attributed', 'quoted'] as const).map((voice) => {
          const from = turned;
          turned += parts[voice] / total;
          return <Slice key={voice} cx={cx} cy={cy} from={from} to={turned} fill={fills[voice]} />;
        })
      )}
      <text
        x={cx + RADIUS + 5}
        y={cy}
        dominantBaseline="central"
        fontSize={12}
        fill="var(--ink)"
        stroke="var(--paper)"
        strokeWidth={3}
        paintOrder="stroke"
      >
        {count}
      </text>
    </a>
  );
}

/** A sector from one share of a full turn to another, clockwise from the top. */
function Slice({ cx, cy, from, to, fill }: { cx: number; cy: number; from: number; to: number; fill: string }) {
  const line = { fill, stroke: 'var(--series)', strokeWidth: 1.5 };
  if (to - from <= 0) return null;
  if (to - from >= 1) return <circle cx={cx} cy={cy} r={RADIUS} {...line} />;
  const point = (share: number) => {
    const angle = 2 * Math.PI * share;
    return `${(cx + RADIUS * Math.sin(angle)).toFixed(2)} ${(cy - RADIUS * Math.cos(angle)).toFixed(2)}`;
  };
  const large = to - from > 0.5 ? 1 : 0;
  return <path d={`M ${cx} ${cy} L ${point(from)} A ${RADIUS} ${RADIUS} 0 ${large} 1 ${point(to)} Z`} {...line} />;
}
