/** Ticks of a scale of shares from 0: every 5, 10 or 20 %. */
export function ticksTo(end: number): number[] {
  const step = end <= 0.2 ? 0.05 : end <= 0.5 ? 0.1 : 0.2;
  return Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, at) => at * step);
}
