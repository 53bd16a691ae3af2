import { wilson } from '#lib/framing/intervals';
import { countOf } from '#lib/text/count-of';

/** How often this installation's groupings were right, where somebody has looked. */
export function Judged({ right, wrong, merges }: { right: number; wrong: number; merges: number }) {
  const n = right + wrong;
  if (n === 0 && merges === 0) {
    return (
      <p>
        Nobody has confirmed or corrected a grouping here yet. Each story’s page “About this story” is the place for it,
        and what is said there is counted here.
      </p>
    );
  }
  const { low, high } = wilson(right, n);
  const whole = (share: number) => Math.round(100 * share);
  return (
    <p>
      Here, people have looked at {countOf(n, 'placement')} the program had made: {right} were right, {wrong} were not
      {n > 0 && ` (${whole(right / n)} %, 95 % interval ${whole(low)} to ${whole(high)})`}. {countOf(merges, 'time')}{' '}
      they joined two stories that are one event. These are the ones somebody looked at, which are seldom the clear
      ones.
    </p>
  );
}
