import type { OutletFraming } from '../_queries/outlet-framing';

export type Point = OutletFraming['points'][number];
type Kind = OutletFraming['code']['kind'];

export function valueAt({ counts, estimate, mentions, words }: Point, kind: Kind): number | undefined {
  if (counts.length === 0) return undefined;
  if (kind === 'frame') return estimate?.share;
  return words === 0 ? undefined : (1000 * mentions) / words;
}

export function countText({ estimate, mentions, words }: Point, kind: Kind): string {
  return kind === 'frame' ? `${estimate?.k ?? 0} of ${estimate?.n ?? 0}` : `${mentions} in ${words}`;
}

export function rateText(point: Point): string {
  return valueAt(point, 'label')?.toFixed(1) ?? '–';
}

export function shareEnd(values: readonly number[]): number {
  return Math.min(1, Math.ceil(Math.max(0.1, ...values) * 10 - 1e-9) / 10);
}

// The same in every browser and on the server: 2 Mar 2026.
export function dayText(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: '2-digit', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
