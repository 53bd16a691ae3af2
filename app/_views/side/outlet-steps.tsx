import Link from 'next/link';
import type { Other, Texts } from '#lib/comparison/texts';
import { linkTo, type Place } from '#lib/share/shown';
import styles from './outlet-steps.module.css';
import { Swipe } from './swipe';

/** One outlet after the other beside the same paragraph: two links, and on a phone a swipe. */
export function OutletSteps({ texts, place, other }: { texts: Texts; place: Place; other: Other }) {
  const { others } = texts;
  const at = others.findIndex((each) => each.article.id === other.article.id);
  if (others.length < 2 || at < 0) return null;
  const neighbour = (by: 1 | -1) => others[(at + by + others.length) % others.length] ?? other;
  const address = (each: Other) => linkTo(place, { other: each.article.id, at: undefined });
  const [before, after] = [neighbour(-1), neighbour(1)];
  return (
    <nav className={styles.steps} aria-label="Outlets">
      <Link href={address(before)} rel="prev" className="button" scroll={false} prefetch={false} data-outlet-step="-1">
        <span aria-hidden="true">‹</span> <span className="hidden-text">Previous outlet: </span>
        {before.name}
      </Link>
      <span className="soft fine">
        {at + 1} of {others.length}
      </span>
      <Link href={address(after)} rel="next" className="button" scroll={false} prefetch={false} data-outlet-step="1">
        <span className="hidden-text">Next outlet: </span>
        {after.name} <span aria-hidden="true">›</span>
      </Link>
      <Swipe />
    </nav>
  );
}
