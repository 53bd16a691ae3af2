import Link from 'next/link';
import { linkTo, type Place, type Shown } from '#lib/share/shown';

type Props = {
  place: Place;
  /** How many sentences (frames) or hits (labels) the list behind it holds. */
  count: number;
  open: Pick<Shown, 'code' | 'outlet' | 'cell'>;
  /** Said of the link: "own words, Conflict in The Parapet". */
  name: string;
  children?: React.ReactNode;
};

/** A number that opens exactly what it counts; a plain zero opens nothing. */
export function CountLink({ place, count, open, name, children }: Props) {
  if (count === 0 && children === undefined) return <span className="soft">0</span>;
  return (
    <Link
      href={linkTo(place, { cell: undefined, ...open }, 'evidence')}
      prefetch={false}
      data-count={count}
      aria-label={`${name}: show them`}
    >
      {children ?? count}
    </Link>
  );
}
