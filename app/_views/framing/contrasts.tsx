import type { FrameContrast } from '#lib/comparison/frame-contrasts';
import { countOf } from '#lib/text/count-of';

/** What may be said of differences between outlets with five and more articles each; nothing where there are no two such. */
export function Contrasts({ contrasts }: { contrasts: readonly FrameContrast[] }) {
  if (contrasts.length === 0) return null;
  const told = contrasts.filter(({ verdict }) => verdict === 'a-more-often' || verdict === 'b-more-often');
  const untold = contrasts.length - told.length;
  return (
    <ul className="fine">
      {told.map(({ id, a, b, verdict, difference, interval, p }) => (
        <li key={id}>
          More often in {verdict === 'a-more-often' ? `${a.name} than in ${b.name}` : `${b.name} than in ${a.name}`}:{' '}
          {points(Math.abs(difference))} points
          {interval !== undefined && ` (95 % interval ${ends(interval, difference)})`}, p {smallP(p)} after Holm’s
          correction.
        </li>
      ))}
      {untold > 0 && (
        <li>
          Too few to tell for {countOf(untold, 'pair')} of outlets: chance alone could make such differences, once all{' '}
          comparisons shown are counted in.
        </li>
      )}
    </ul>
  );
}

function points(share: number): number {
  return Math.round(100 * share);
}

// Told as a distance, whichever of the two is ahead.
function ends({ low, high }: { low: number; high: number }, difference: number): string {
  const [near, far] = difference >= 0 ? [low, high] : [-high, -low];
  return `${points(near)} to ${points(far)}`;
}

function smallP(p = 1): string {
  return p < 0.001 ? '< .001' : `= ${p.toFixed(3).replace(/^0/, '')}`;
}
